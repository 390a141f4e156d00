import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

const guard = fileURLToPath(new URL('../processes/guard.mjs', import.meta.url));
const stopSeconds = 30;
const startMs = 60_000;

const always = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '128MB',
  max_connections: '100',
  // Short planning and small tables: compiling a query costs more than it gives.
  jit: 'off',
  log_timezone: 'UTC',
  timezone: 'UTC',
  lc_messages: 'C',
};
const durableSettings = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  // After a crash: one call for the file system instead of one for each of 1,500 files, 1.2 s instead of 2.9.
  ...(process.platform === 'linux' && { recovery_init_sync_method: 'syncfs' }),
};
const throwawaySettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts the server behind a guard, which stops it when this process is gone, however it went.
 * @param {{postgres: string}} binaries
 * @param {import('./account.mjs').Account} account
 * @param {{cluster: string, port: number, logFile: string, durable: boolean, settings?: Record<string, string>}} options
 * @returns {Promise<{pid: number, exited: Promise<number>, stop: () => Promise<void>}>} when it accepts connections
 */
export async function startServer(binaries, account, { cluster, port, logFile, durable, settings }) {
  const all = { ...always, ...(durable ? durableSettings : throwawaySettings), ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [...account.prefix, binaries.postgres, '-D', cluster, '-p', String(port), ...flags];
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(process.execPath, [guard, 'SIGINT', String(stopSeconds), ...command], {
    stdio: /** @type {['pipe', number, number]} */ (['pipe', log, log]),
    // A terminal's Ctrl-C goes to its whole group; the database must outlive those that use it.
    detached: process.platform !== 'win32',
    env: { ...process.env, NODE_OPTIONS: '', LC_ALL: 'C' },
  });
  closeSync(log);
  child.stdin?.on('error', () => undefined);
  /** @type {Promise<number>} */
  const exited = new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('exit', (code) => resolve(code ?? 128));
  });
  const stop = async () => {
    child.stdin?.end();
    await exited;
  };
  const pid = await waitUntilReady(cluster, exited);
  if (pid) return { pid, exited, stop };
  await stop();
  throw new Error(`PostgreSQL did not start:\n${lastLines(logFile, 20)}`);
}

/**
 * @param {string} cluster
 * @param {Promise<number>} exited
 * @returns {Promise<number | undefined>} the server's process id; undefined when it ended or took too long
 */
async function waitUntilReady(cluster, exited) {
  let ended = false;
  void exited.then(() => (ended = true));
  for (const end = Date.now() + startMs; Date.now() < end && !ended; await sleep(20)) {
    const lines = readLines(join(cluster, 'postmaster.pid'));
    if (lines[7]?.trim() === 'ready') return Number(lines[0]);
  }
  return undefined;
}

/** @param {string} file */
function readLines(file) {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

/**
 * @param {string} file
 * @param {number} count
 */
export function lastLines(file, count) {
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n') : '';
}
