import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandOf, isAlive } from '../processes/identity.mjs';

/**
 * Makes a cluster ready to start after its supervisor was killed: a server that still runs on it is stopped, a
 * postmaster.pid whose server is gone (or whose id another program has by now) is removed.
 * @param {string} cluster  the PGDATA folder
 */
export async function clearStale(cluster) {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n', 1)[0]);
  if (pid > 0 && isAlive(pid) && commandOf(pid).includes(cluster)) {
    for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGQUIT', 'SIGKILL'])) {
      process.kill(pid, signal);
      if (await gone(pid, 10_000)) break;
    }
  }
  rmSync(file, { force: true });
}

/**
 * @param {number} pid
 * @param {number} timeoutMs
 */
async function gone(pid, timeoutMs) {
  for (const end = Date.now() + timeoutMs; Date.now() < end; await sleep(20)) {
    if (!isAlive(pid)) return true;
  }
  return false;
}
