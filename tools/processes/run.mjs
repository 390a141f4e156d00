import { spawn } from 'node:child_process';
import { Refusal } from '../terminal/say.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {(line: string) => void} [onLine]  each line of output as it comes
 * @property {(line: string) => void} [onOut]  each line of standard output alone
 * @property {boolean} [leash]  hold its standard input open as a pipe; it watches for the end of it
 */

/** @typedef {{code: number, output: string, out: string}} Result  `output` holds both streams as they came */

/** @type {Set<import('node:child_process').ChildProcess>} */
const alive = new Set();
let cancelled = false;

/** Thrown by what runs when the user or the system ended the whole. */
export class Cancelled extends Refusal {
  constructor() {
    super('stopped');
  }
}

/** @throws {Cancelled} when the whole was ended; for loops that wait without a program */
export function throwIfCancelled() {
  if (cancelled) throw new Cancelled();
}

/** Ends every program that `run` started, with all that they started. */
export function cancelAll() {
  cancelled = true;
  for (const child of alive) killTree(child, 'SIGTERM');
  // A program may ignore the first signal.
  setTimeout(() => [...alive].forEach((child) => killTree(child, 'SIGKILL')), 5_000).unref();
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
export function killTree(child, signal) {
  if (!child.pid) return;
  try {
    if (process.platform === 'win32') spawn('taskkill', ['/pid', String(child.pid), '/f', '/t']);
    else process.kill(-child.pid, signal);
  } catch {
    // The group is gone.
  }
}

/**
 * Runs a program to its end and keeps what it prints.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Result>}
 */
export function run(command, args, { cwd, env = process.env, onLine, onOut, leash } = {}) {
  if (cancelled) return Promise.reject(new Cancelled());
  return new Promise((resolve, reject) => {
    const shell = process.platform === 'win32' && !command.endsWith('.exe');
    // A group of its own, so that it can be ended with everything it started.
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: [leash ? 'pipe' : 'ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      shell,
      windowsHide: true,
    });
    alive.add(child);
    child.stdin?.on('error', () => undefined);
    const result = { code: 0, output: '', out: '' };
    const keep = (/** @type {string} */ text) => {
      result.output += text;
      onLine?.(text.trimEnd().split('\n').at(-1) ?? '');
    };
    child.stdout?.setEncoding('utf8').on('data', keep);
    child.stdout?.on('data', (text) => (result.out += text));
    if (onOut && child.stdout) splitLines(child.stdout, onOut);
    child.stderr?.setEncoding('utf8').on('data', keep);
    child.once('error', (error) => {
      alive.delete(child);
      reject(new Refusal(`${command} cannot be started: ${error.message}`));
    });
    child.once('close', (code) => {
      alive.delete(child);
      if (cancelled) reject(new Cancelled());
      else resolve({ ...result, code: code ?? 128 });
    });
  });
}

/**
 * Like run, but a failure is a Refusal with the whole output.
 * @param {string} what  "the plugin's build"
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export async function mustRun(what, command, args, options) {
  const result = await run(command, args, options);
  if (result.code !== 0)
    throw new Refusal(`${what} failed (exit code ${result.code}; its output is above)`, result.output);
  return result;
}

/**
 * @param {NodeJS.ReadableStream} stream
 * @param {(line: string) => void} each
 */
export function splitLines(stream, each) {
  let rest = '';
  stream.on('data', (/** @type {string | Buffer} */ chunk) => {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(each);
  });
  stream.on('end', () => rest && each(rest));
}
