import { existsSync, readFileSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandOf, isAlive } from '../processes/identity.mjs';

// Ended at once it recovers from its log; waiting longer for an orderly end costs more than that.
const patienceMs = 1_500;

/**
 * Makes a cluster ready to start after its supervisor was killed: a server that still runs on it is stopped, a
 * postmaster.pid whose server is gone (or whose id another program has by now) is removed.
 * @param {string} cluster  the PGDATA folder
 */
export async function clearStale(cluster) {
  const file = join(cluster, 'postmaster.pid');
  if (existsSync(file)) {
    const pid = Number(readFileSync(file, 'utf8').split('\n', 1)[0]);
    if (pid > 0 && isAlive(pid) && commandOf(pid).includes(cluster)) await end(pid, ['SIGINT', 'SIGQUIT', 'SIGKILL']);
    rmSync(file, { force: true });
  }
  await Promise.all(orphansOf(cluster).map((pid) => end(pid, ['SIGQUIT', 'SIGKILL'])));
}

/**
 * Sessions whose server was killed with -9: one that was at work goes on until it next looks up, and no new server
 * starts before it has ended. They run in the folder of their cluster.
 * @param {string} cluster
 */
function orphansOf(cluster) {
  if (process.platform !== 'linux') return [];
  const folder = realpathSync(cluster);
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && folderOf(pid) === folder && commandOf(pid).startsWith('postgres: '));
}

/**
 * Sends one signal after the other until the process is gone.
 * @param {number} pid
 * @param {NodeJS.Signals[]} signals
 */
async function end(pid, signals) {
  for (const signal of signals) {
    try {
      process.kill(pid, signal);
    } catch {
      return; // It ended meanwhile.
    }
    if (await gone(pid, signal === 'SIGKILL' ? 10_000 : patienceMs)) return;
  }
}

/** @param {number} pid */
function folderOf(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
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
