/**
 * Preloaded (`node --import`) into our own long-running programs: when the pipe on standard input closes, that is, also
 * when whoever started them was killed with -9, they end as on SIGTERM, and by force when that takes too long.
 */
import { isMainThread } from 'node:worker_threads';

const graceMs = 10_000;

if (isMainThread) {
  const end = () => {
    setTimeout(() => process.exit(1), graceMs).unref();
    if (process.listenerCount('SIGTERM') > 0) process.emit('SIGTERM', 'SIGTERM');
    else process.exit(0);
  };
  process.stdin.once('end', end).once('error', end);
  process.stdin.resume();
  process.stdin.unref?.();
}
