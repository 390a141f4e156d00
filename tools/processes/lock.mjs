import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { birthOf, isAlive } from './identity.mjs';

/** @typedef {{pid: number, born: string, says?: string}} Holder */

/** Another living process holds the lock. */
export class LockHeldError extends Error {
  /**
   * @param {string} file
   * @param {Holder} holder
   */
  constructor(file, holder) {
    super(`${file} is held by process ${holder.pid}${holder.says ? ` (${holder.says})` : ''}`);
    this.code = 'LOCK_HELD';
    this.holder = holder;
  }
}

/**
 * Who holds the lock; undefined when nobody does or its holder died (a process id that was given again is told apart
 * by when the process began).
 * @param {string} file
 * @returns {Holder | undefined}
 */
export function holderOf(file) {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8'));
    const same = isAlive(holder.pid) && (!holder.born || birthOf(holder.pid) === holder.born);
    return same ? holder : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Takes the lock or throws.
 * @param {string} file
 * @param {string} [says]  what the holder does, for the other one's message
 * @returns release
 * @throws {LockHeldError}
 */
export function takeLock(file, says) {
  mkdirSync(dirname(file), { recursive: true });
  const mine = JSON.stringify({ pid: process.pid, born: birthOf(process.pid), says });
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(file, mine, { flag: 'wx', mode: 0o600 });
      return () => releaseLock(file, mine);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
      const holder = holderOf(file);
      if (holder || attempt > 3) throw new LockHeldError(file, holder ?? { pid: 0, born: '' });
      rmSync(file, { force: true });
    }
  }
}

/**
 * @param {string} file
 * @param {string} mine
 */
function releaseLock(file, mine) {
  try {
    if (readFileSync(file, 'utf8') === mine) rmSync(file, { force: true });
  } catch {
    // Gone already, with its folder: nothing is held.
  }
}
