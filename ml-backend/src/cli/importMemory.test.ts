import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { testDatabase } from '../store/testing.ts';
import type { TestDatabase } from '../store/testing.ts';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'encore-memory-test-'));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const megabyte = 1024 ** 2;

/** A ledger of so many megabytes, each row another day, payer and sum. */
async function ledger(megabytes: number): Promise<string> {
  const path = join(folder, `${megabytes}.csv`);
  const out = createWriteStream(path);
  out.write('date,amount,currency,source,work\n');
  let written = 0;
  for (let i = 0; written < megabytes * megabyte; i++) {
    const day = new Date(Date.UTC(2015, 0, 1 + (i % 3_600))).toISOString().slice(0, 10);
    const row = `${day},${i / 100},EUR,Shop ${i % 700},"Song, number ${i} of a long and winding road"\n`;
    written += row.length;
    if (!out.write(row)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return path;
}

const tellPeak = 'process.on("exit",()=>process.stderr.write(`peak ${process.resourceUsage().maxRSS}\\n`))';

/** Imports in a process of its own, without writing. @returns rows, and the most memory that it held, in MB */
async function importOf(path: string): Promise<{ added: number; peak: number }> {
  const command = [resolve(import.meta.dirname, '../cli.ts'), 'import', path, '--artist', 'mira', '--create', '--json'];
  const child = spawn(process.execPath, ['--import', `data:text/javascript,${tellPeak}`, ...command, '--dry-run'], {
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: database.urls.app, DATABASE_ADMIN_URL: database.urls.owner },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const { added } = JSON.parse(out) as { added: number };
  return { added, peak: Number(/peak (\d+)/.exec(errors)?.[1]) / 1024 };
}

it('imports a file of twenty megabytes with the memory of a small one', async () => {
  const small = await importOf(await ledger(1));
  const large = await importOf(await ledger(20));
  expect(large.added).toBeGreaterThan(15 * small.added);
  expect(large.peak).toBeLessThan(small.peak + 120);
}, 300_000);
