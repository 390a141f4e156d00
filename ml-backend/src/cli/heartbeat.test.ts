import { mkdtemp, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '../store/connection.ts';
import { testDatabase } from '../store/testing.ts';
import type { TestDatabase } from '../store/testing.ts';
import { beat } from './heartbeat.ts';

let database: TestDatabase;
let file: string;
beforeAll(async () => {
  database = await testDatabase();
  file = join(await mkdtemp(join(tmpdir(), 'encore-heartbeat-')), 'beat');
});
afterAll(async () => {
  await database.close();
  await rm(join(file, '..'), { recursive: true });
});

const long = new Date(0);
const age = async () => Date.now() - (await stat(file)).mtimeMs;

it('keeps the file young while the database answers, and no longer', async () => {
  const db = connect(database.urls.app, { max: 1 });
  const heart = await beat(db, file, 20);
  await utimes(file, long, long);
  await sleep(200);
  expect(await age()).toBeLessThan(1_000);

  await db.destroy();
  await utimes(file, long, long);
  await sleep(200);
  expect(await age()).toBeGreaterThan(1_000_000);
  heart.stop();
});

it('is refused at once where the file cannot be written', async () => {
  await expect(beat(database.db, '/nowhere/beat')).rejects.toThrow('ENOENT');
});
