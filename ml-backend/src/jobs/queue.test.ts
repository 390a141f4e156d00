import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import type { TestDatabase } from '../store/testing.ts';
import { testDatabase } from '../store/testing.ts';
import { defineJob } from './job.ts';
import type { Queue } from './queue.ts';
import { openQueue } from './queue.ts';

const logger = pino({ level: 'silent' });
const jobNamed = (name: string) =>
  defineJob<{ artist: string }>({ name, says: 'Test.', timeoutSeconds: 60, run: async () => undefined });

describe('the queue', () => {
  let database: TestDatabase;
  let api: Queue;
  let worker: Queue;

  beforeAll(async () => {
    database = await testDatabase();
    worker = await openQueue(database.urls.owner, logger, true);
    api = await openQueue(database.urls.owner, logger, false);
  });

  afterAll(async () => {
    await api.close();
    await worker.close();
    await database.close();
  });

  it('hands a job that one process puts in to another one, once for each key that waits', async () => {
    const job = jobNamed('test.keys');
    for (const artist of ['ada', 'ada', 'bo']) await api.enqueue(job, { artist }, artist);
    const done: string[] = [];
    await worker.work(job, async ({ artist }) => void done.push(artist));
    await until(() => done.length >= 2);
    await sleep(1_200);
    expect(done.sort()).toEqual(['ada', 'bo']);
  });

  it('does a job again that failed', async () => {
    const job = jobNamed('test.again');
    await api.enqueue(job, { artist: 'ada' }, 'ada');
    let tries = 0;
    await worker.work(job, async () => {
      tries += 1;
      if (tries === 1) throw new Error('the first time fails');
    });
    await until(() => tries === 2);
  });

  it('stops a running job when it closes, and leaves it for the next worker', async () => {
    const job = jobNamed('test.closing');
    await api.enqueue(job, { artist: 'ada' }, 'ada');
    const leaving = await openQueue(database.urls.owner, logger, true);
    let began = false;
    await leaving.work(job, async (_, signal) => {
      began = true;
      await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
    });
    await until(() => began);
    const from = Date.now();
    await leaving.close();
    expect(Date.now() - from).toBeLessThan(8_000);
    let again = false;
    await worker.work(job, async () => void (again = true));
    await until(() => again);
  });
});

async function until(condition: () => boolean): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await sleep(50)) if (condition()) return;
  throw new Error('did not come true within 20 s');
}
