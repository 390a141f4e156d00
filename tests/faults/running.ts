import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Encore } from '../start/encore.ts';
import { descendants, startEncore } from '../start/encore.ts';
import type { Target } from './ledger.ts';

/** What runs under `npm start`, each a process of its own. */
export const parts = {
  api: (command: string) => command.includes('cli.js serve'),
  worker: (command: string) => command.includes('cli.js work'),
  postgres: (command: string) => /postgres -D/.test(command) && !command.includes('guard'),
};
export type Part = keyof typeof parts;

/** `npm start` on a temporary folder and a port that stays when the API is started again. */
export interface Running extends Target {
  encore: Encore;
  dataDir: string;
  /** Process id of a part; undefined while it is down. */
  pid: (part: Part) => number | undefined;
  /** 0 where nothing answers. */
  readiness: () => Promise<number>;
  /** How often the worker has said that it works. */
  workerStarts: () => number;
  close: () => Promise<void>;
}

// Reading every process of the machine costs the machine what it should start them with.
const pollMs = 100;

const alive = new Set<Encore>();
// Whatever ends this run, none of its services outlives it.
process.once('exit', () => alive.forEach((encore) => encore.kill('SIGTERM')));

export async function startRunning(parent = tmpdir(), env: NodeJS.ProcessEnv = {}): Promise<Running> {
  const folder = mkdtempSync(join(parent, 'encore-faults-'));
  const dataDir = join(folder, 'data');
  const encore = startEncore(dataDir, { PORT: String(await freePort()), ...env });
  alive.add(encore);
  const url = await encore.ready;
  const close = async () => {
    encore.kill('SIGTERM');
    await encore.exited;
    alive.delete(encore);
    rmSync(folder, { recursive: true, force: true });
  };
  const workerLog = join(dataDir, 'logs', 'worker.log');
  return {
    url,
    key: readFileSync(join(dataDir, 'api-key'), 'utf8').trim(),
    encore,
    dataDir,
    close,
    pid: (part) => descendants(encore.pid).find(({ command }) => parts[part](command))?.pid,
    readiness: () =>
      fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(1_000) }).then(
        ({ status }) => status,
        () => 0
      ),
    workerStarts: () => readFileSync(workerLog, 'utf8').split('{"working"').length - 1,
  };
}

/** Address of the superuser of the embedded database. */
export function superuserUrl(dataDir: string): string {
  const { port, superuser } = JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8')) as {
    port: number;
    superuser: string;
  };
  return `postgresql://postgres:${superuser}@127.0.0.1:${port}/encore`;
}

/** Waits until `condition` holds. @returns milliseconds that it took, Infinity when it took too long */
export async function until(condition: () => boolean | Promise<boolean>, timeoutMs: number): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < timeoutMs) {
    if (await condition()) return performance.now() - began;
    await sleep(pollMs);
  }
  return Infinity;
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
