import { spawn } from 'node:child_process';
import { splitLines } from '../processes/run.mjs';
import { openLog } from './log.mjs';

/**
 * One long-running program.
 * @typedef {object} ServiceSpec
 * @property {string} name
 * @property {string} command
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} env
 * @property {string} [cwd]
 * @property {string} logFile  where its output goes
 * @property {number} stopMs  after this it is killed
 * @property {(line: string) => void} [onLine]  each line of its standard output
 */

/** @typedef {{exited: Promise<string>, stop: () => Promise<void>, tail: () => string}} Service */

const keptLines = 40;

/**
 * Starts a program whose standard input is a pipe that we hold: it ends when the pipe closes.
 * @param {ServiceSpec} spec
 * @returns {Service} `exited` tells how it ended: "exit code 1", "signal SIGKILL"
 */
export function startService({ name, command, args, env, cwd, logFile, stopMs, onLine }) {
  const log = openLog(logFile);
  /** @type {string[]} */
  const lines = [];
  // A group of its own: a terminal's Ctrl-C must reach it through us, in order.
  const child = spawn(command, args, {
    env,
    cwd,
    stdio: 'pipe',
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const keep = (/** @type {string} */ line) => {
    log.add(line);
    lines.push(line);
    if (lines.length > keptLines) lines.shift();
  };
  splitLines(child.stderr.setEncoding('utf8'), keep);
  splitLines(child.stdout.setEncoding('utf8'), (line) => {
    keep(line);
    onLine?.(line);
  });
  child.stdin.on('error', () => undefined);
  /** @type {Promise<string>} */
  const exited = new Promise((resolve) => {
    child.once('error', (error) => resolve(`${command} cannot be started: ${error.message}`));
    child.once('close', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
  });
  void exited.then(() => log.end());

  const stop = async () => {
    child.kill('SIGTERM');
    child.stdin.end();
    const timer = setTimeout(() => killGroup(child.pid), stopMs);
    await exited;
    clearTimeout(timer);
    killGroup(child.pid);
  };
  return { exited, stop, tail: () => `last lines of ${name} (all of them: ${logFile}):\n${lines.join('\n')}` };
}

/** @param {number | undefined} pid */
function killGroup(pid) {
  try {
    if (pid) process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // Nothing of it is left.
  }
}
