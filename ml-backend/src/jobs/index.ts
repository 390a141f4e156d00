import { expireUploads } from './expireUploads.ts';
import type { JobType } from './job.ts';
import { refreshForecasts } from './refreshForecasts.ts';
import { renewForecasts } from './renewForecasts.ts';

/** Every kind of background work. */
export const jobs: JobType[] = [refreshForecasts as JobType, renewForecasts as JobType, expireUploads as JobType];
