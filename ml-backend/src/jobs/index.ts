import type { JobType } from './job.ts';

/** Every kind of background work. */
export const jobs: JobType[] = [];
