import type { Logger } from 'pino';
import type { Forecaster } from '../serving/forecaster.ts';
import type { Db } from '../store/connection.ts';

/** What a job's work is done with. */
export interface JobContext {
  /** As the application's role: rows of one tenant at a time. */
  db: Db;
  /** As the owner: lists the tenants. */
  owner: Db;
  forecaster: Forecaster;
  logger: Logger;
  /** Fires when the worker ends or the job took too long. */
  signal: AbortSignal;
  now: Date;
  /** Puts further work into the queue; the same `key` twice, while it waits, is one job. */
  enqueue: <D extends object>(job: JobType<D>, data: D, key: string) => Promise<void>;
}

/** One kind of background work. A new kind is one file with one of these, and one line in index.ts. */
export interface JobType<D extends object = object> {
  /** Also the queue's name: "forecasts.refresh". */
  name: string;
  /** One sentence. */
  says: string;
  /** Cron expression (UTC) for work that comes again by itself, with empty data. */
  every?: string;
  /** Once more when a worker starts, since a machine that was off missed its hour. */
  atStart?: boolean;
  /** After this it is given up and tried again. */
  timeoutSeconds: number;
  run(context: JobContext, data: D): Promise<void>;
}

/** Keeps the type of the data for `run`. */
export const defineJob = <D extends object = Record<string, never>>(job: JobType<D>): JobType<D> => job;
