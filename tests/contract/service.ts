import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { startPostgres } from '../../tools/postgres.mjs';

const cli = resolve(import.meta.dirname, '../../ml-backend/src/cli.ts');

export interface Service {
  url: string;
  apiKey: string;
  stop: () => Promise<void>;
}

/** The service as it runs in production, on a database of its own with a few demo careers. */
export async function startService(artists: number): Promise<Service> {
  const dataDir = mkdtempSync(join(tmpdir(), 'encore-contract-'));
  const postgres = await startPostgres({ dataDir, durable: false });
  const apiKey = 'enc_contract_test_key_0001';
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    ENCORE_PARENT_PIPE: '1',
    DATABASE_URL: postgres.databaseUrl,
    DATABASE_ADMIN_URL: postgres.databaseAdminUrl,
    ENCORE_DATA_DIR: dataDir,
    ENCORE_API_KEY: apiKey,
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'warn',
  };
  const clean = async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const demo = ['demo', '--artists', String(artists), '--years', '6', '--seed', '1'];
    for (const args of [['migrate'], ['key', 'ensure'], demo]) {
      const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { env, encoding: 'utf8' });
      if (status !== 0) throw new Error(`encore ${args.join(' ')} ended with ${status}:\n${stderr}`);
    }
    const { url, ended, end } = await serve(env);
    const stop = async () => {
      end();
      await ended;
      await clean();
    };
    return { url, apiKey, stop };
  } catch (error) {
    await clean();
    throw error;
  }
}

async function serve(env: NodeJS.ProcessEnv) {
  // It stops when this pipe closes, whatever becomes of the test.
  const api = spawn(process.execPath, [cli, 'serve'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((done) => api.once('close', () => done()));
  const url = await new Promise<string>((done, fail) => {
    createInterface(api.stdout).once('line', (line) => done((JSON.parse(line) as { listening: string }).listening));
    void ended.then(() => fail(new Error('the service ended before it listened')));
  });
  return { url, ended, end: () => api.stdin.end() };
}
