import { jobs } from './index.ts';
import type { JobContext } from './job.ts';
import type { Queue } from './queue.ts';

type WorkerParts = Pick<JobContext, 'db' | 'owner' | 'forecaster' | 'logger'>;

/** Begins to work on every kind of job. Ends with the queue. */
export async function startWorker(queue: Queue, { logger, ...parts }: WorkerParts) {
  for (const job of jobs) {
    await queue.work(job, async (data, signal) => {
      const began = performance.now();
      const log = logger.child({ job: job.name });
      try {
        const enqueue: Queue['enqueue'] = (...call) => queue.enqueue(...call);
        await job.run({ ...parts, logger: log, signal, now: new Date(), enqueue }, data);
        log.info({ data, ms: Math.round(performance.now() - began) }, 'done');
      } catch (error) {
        log.error({ data, err: error }, 'failed');
        throw error;
      }
    });
    if (job.atStart) await queue.enqueue(job, {}, job.name);
  }
}
