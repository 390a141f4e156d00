import { Socket } from 'node:net';

/** File descriptor of the pipe that the older Node's process holds open; it closes when that process is gone. */
const variable = 'ENCORE_LIFELINE_FD';
const parentEveryMs = 500;

/**
 * Calls back when the process that this one works for is gone, also when it was killed with -9: the one that handed
 * over to a newer Node, or npm. Somebody who starts us by hand may go away without ending us.
 * @param {() => void} onGone
 */
export function watchLifeline(onGone) {
  const fd = Number(process.env[variable]);
  delete process.env[variable];
  if (fd) {
    new Socket({ fd, writable: false }).on('end', onGone).on('error', onGone).resume().unref();
  } else if (process.env.npm_lifecycle_event && process.platform !== 'win32') {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && onGone(), parentEveryMs).unref();
  }
}

export const lifelineEnv = { [variable]: '3' };
