import { spawn, execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { startPostgres } from '../../tools/postgres.mjs';

const root = resolve(import.meta.dirname, '../..');
const leash = new URL('../../tools/processes/leash.mjs', import.meta.url).href;
const cli = process.env.ENCORE_TEST_CLI ?? join(root, 'ml-backend/dist/cli.js');

/** A service of one's own: embedded database, tables, first key and the API on a free port. */
export interface Backend {
  /** Such as http://127.0.0.1:41234 */
  url: string;
  key: string;
  /** Runs `encore <args>` against this service's database. */
  encore(...args: string[]): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts everything in child processes that end with this one, in a folder that is thrown away.
 * @param fill  commands that put data in before the API starts, such as `['demo', '--artists', '3']`
 */
export async function startBackend(fill: string[][] = []): Promise<Backend> {
  const dataDir = await mkdtemp(join(tmpdir(), 'encore-browser-'));
  const postgres = await startPostgres({ dataDir, durable: false });
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
  const encore = async (...args: string[]) => {
    await promisify(execFile)(process.execPath, [cli, ...args], { env, maxBuffer: 1 << 26 });
  };
  const clear = async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await encore('migrate');
    await encore('key', 'ensure');
    for (const args of fill) {
      await encore(...args);
    }
    const { url, stop } = await serve(env);
    const key = (await readFile(join(dataDir, 'api-key'), 'utf8')).trim();
    return { url, key, encore, stop: () => stop().then(clear) };
  } catch (error) {
    await clear();
    throw error;
  }
}

/** The API in a process of its own; it tells its address on standard output and ends when its input closes. */
async function serve(env: NodeJS.ProcessEnv): Promise<{ url: string; stop: () => Promise<void> }> {
  const child = spawn(process.execPath, ['--import', leash, cli, 'serve'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const stop = async () => {
    child.stdin.end();
    child.kill('SIGTERM');
    await exited;
  };
  const ended = exited.then(([code]) => {
    throw new Error(`the API ended with exit code ${code} before it listened`);
  });
  const listening = (async () => {
    for await (const line of createInterface(child.stdout)) {
      if (line.startsWith('{"listening"')) {
        return (JSON.parse(line) as { listening: string }).listening;
      }
    }
    return ended;
  })();
  return { url: await Promise.race([listening, ended]), stop };
}
