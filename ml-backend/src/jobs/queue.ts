import { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { JobType } from './job.ts';

const schema = 'queue';
const retries = 3;
const keptSeconds = 7 * 24 * 3600;

export interface Queue {
  /** The same `key` twice, while it waits, is one job. */
  enqueue: <D extends object>(job: JobType<D>, data: D, key: string) => Promise<void>;
  /** Begins to work on a kind of job, one after the other. */
  work<D extends object>(job: JobType<D>, handle: (data: D, signal: AbortSignal) => Promise<void>): Promise<void>;
  /** Stops the jobs that run, which are tried again later, and lets go of the database. */
  close(): Promise<void>;
}

/**
 * The queue in the database.
 * @param adminUrl  the owner's address: the queue keeps its tables up to date itself, in a schema of its own
 * @param worker  true in the process that works: it also watches over stuck jobs and the clock
 */
export async function openQueue(adminUrl: string, logger: Logger, worker: boolean): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: adminUrl,
    application_name: worker ? 'encore-worker-queue' : 'encore-queue',
    schema,
    max: worker ? 4 : 2,
    supervise: worker,
    schedule: worker,
  });
  boss.on('error', (error) => logger.error({ err: error }, 'queue'));
  await boss.start();
  const made = new Set<string>();
  const closing = new AbortController();

  async function make(job: Pick<JobType, 'name' | 'timeoutSeconds'>): Promise<void> {
    if (made.has(job.name)) return;
    await boss.createQueue(job.name, {
      policy: 'short',
      expireInSeconds: job.timeoutSeconds,
      retryLimit: retries,
      retryBackoff: true,
      deleteAfterSeconds: keptSeconds,
    });
    made.add(job.name);
  }

  return {
    async enqueue(job, data, key) {
      await make(job);
      await boss.send(job.name, data, { singletonKey: key });
    },
    async work(job, handle) {
      await make(job);
      if (job.every) await boss.schedule(job.name, job.every, {}, { tz: 'UTC' });
      await boss.work(job.name, { batchSize: 1, pollingIntervalSeconds: 1 }, async ([one]) => {
        if (one) await handle(one.data as never, AbortSignal.any([one.signal, closing.signal]));
      });
    },
    async close() {
      closing.abort(new Error('the worker ends; the job is done again'));
      await boss.stop({ graceful: true, timeout: 8_000 });
    },
  };
}
