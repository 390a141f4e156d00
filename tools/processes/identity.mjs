import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Is there a process with this id?
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** @param {number} pid */
function isZombie(pid) {
  return process.platform === 'linux' && statFields(pid)?.[0] === 'Z';
}

/**
 * When a process began, as text that differs between two processes which had the same id one after the other;
 * '' where the system does not tell.
 * @param {number} pid
 */
export function birthOf(pid) {
  try {
    if (process.platform === 'linux') return statFields(pid)?.[19] ?? '';
    if (process.platform === 'win32') return '';
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/**
 * The command line of a process; '' where it is gone or hidden.
 * @param {number} pid
 */
export function commandOf(pid) {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    if (process.platform === 'win32') return '';
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/**
 * Fields of /proc/<pid>/stat from the third (state) on: the second may hold spaces and brackets.
 * @param {number} pid
 */
function statFields(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
