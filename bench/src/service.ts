import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { nodeFlags } from '../../tools/start/nodeFlags.mjs';
import type { RunningPostgres } from '../../tools/postgres.mjs';
import { startPostgres } from '../../tools/postgres.mjs';

const root = new URL('../../', import.meta.url);
const cli = fileURLToPath(new URL('ml-backend/dist/cli.js', root));
const leash = new URL('tools/processes/leash.mjs', root).href;

export interface Api {
  url: string;
  key: string;
  pid: number;
  stop: () => Promise<void>;
}

/** A service of one's own in a temporary folder: embedded database and the built backend, as `npm start` runs them. */
export interface Service {
  postgres: RunningPostgres;
  encore: (...args: string[]) => Promise<string>;
  /** The API on a free port; may be stopped and started again. */
  api: () => Promise<Api>;
  close: () => Promise<void>;
}

export async function startService(say: (text: string) => void): Promise<Service> {
  const dataDir = await mkdtemp(join(tmpdir(), 'encore-bench-'));
  say('starting a database');
  const postgres = await startPostgres({ dataDir });
  const running = new Set<Api>();
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'warn',
    ENCORE_DATA_DIR: dataDir,
    ENCORE_API_KEY: '',
    DATABASE_URL: postgres.databaseUrl,
    DATABASE_ADMIN_URL: postgres.databaseAdminUrl,
  };
  const encore: Service['encore'] = async (...args) => {
    say(`encore ${args.join(' ')}`);
    return (await promisify(execFile)(process.execPath, [cli, ...args], { env, maxBuffer: 1 << 28 })).stdout;
  };
  const close = async () => {
    await Promise.all([...running].map((api) => api.stop()));
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await encore('migrate');
    await encore('key', 'ensure');
  } catch (error) {
    await close();
    throw error;
  }
  return {
    postgres,
    encore,
    close,
    async api() {
      const child = spawn(process.execPath, [...nodeFlags, '--import', leash, cli, 'serve'], {
        env,
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      const key = (await readFile(join(dataDir, 'api-key'), 'utf8')).trim();
      const api: Api = {
        url: await address(child),
        key,
        pid: child.pid!,
        stop: () => stop(child).then(() => void running.delete(api)),
      };
      running.add(api);
      return api;
    },
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

async function address(child: ChildProcess): Promise<string> {
  for await (const text of createInterface(child.stdout!)) {
    if (text.startsWith('{"listening"')) return (JSON.parse(text) as { listening: string }).listening;
  }
  throw new Error('the API ended before it listened; its log is above');
}
