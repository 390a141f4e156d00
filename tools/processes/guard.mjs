/**
 * Runs one command and ends it when the pipe on standard input closes, that is, also when whoever started this was
 * killed with -9. For programs that do not watch their standard input themselves.
 *
 *   node guard.mjs <signal> <seconds> <command> [arguments…]
 *
 * The command gets a process group of its own; after <seconds> the whole group is killed. Signals TERM and INT end it
 * alike; QUIT is handed on. Prints the command's process id as the first line on file descriptor 3 where that is open.
 */
import { spawn } from 'node:child_process';
import { writeSync } from 'node:fs';

const [signal = 'SIGTERM', seconds = '10', command = '', ...args] = process.argv.slice(2);
const windows = process.platform === 'win32';
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: !windows, windowsHide: true });

let ending = false;
function end() {
  if (ending) return;
  ending = true;
  child.kill(/** @type {NodeJS.Signals} */ (signal));
  setTimeout(killGroup, Number(seconds) * 1000).unref();
}

function killGroup() {
  try {
    if (windows) child.kill('SIGKILL');
    else process.kill(-(/** @type {number} */ (child.pid)), 'SIGKILL');
  } catch {
    // The group is gone.
  }
}

child.once('error', (error) => {
  console.error(`${command}: ${error.message}`);
  process.exit(127);
});
child.once('exit', (code, by) => {
  killGroup();
  process.exit(code ?? (by === signal && ending ? 0 : 128));
});
if (child.pid) {
  try {
    writeSync(3, `${child.pid}\n`);
  } catch {
    // Nobody asked for it.
  }
}

process.stdin.resume();
process.stdin.on('end', end).on('error', end).on('close', end);
process.on('SIGTERM', end).on('SIGINT', end).on('SIGHUP', end);
process.on('SIGQUIT', () => child.kill('SIGQUIT'));
