import { inRoot } from '../paths.mjs';
import { run } from '../processes/run.mjs';
import { Refusal } from '../terminal/say.mjs';
import { nodeFlags } from './nodeFlags.mjs';

const leash = new URL('../processes/leash.mjs', import.meta.url).href;
export const cli = inRoot('ml-backend', 'dist', 'cli.js');
const stopMs = 12_000;

/**
 * One command of the backend, to its end.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {(line: string) => void} [onLine]
 */
export async function runCli(args, env, onLine) {
  const result = await run(process.execPath, ['--import', leash, cli, ...args], { env, onLine, leash: true });
  if (result.code !== 0) {
    throw new Refusal(
      `"encore ${args.join(' ')}" failed (exit code ${result.code}); its output is above`,
      result.output
    );
  }
  return result.out;
}

/**
 * A process of the backend that runs until it is told to end.
 * @param {string} name
 * @param {string[]} args
 * @param {{env: NodeJS.ProcessEnv, logFile: string, onLine?: (line: string) => void, ready: () => Promise<boolean>}} options
 * @returns {import('./supervisor.mjs').SupervisedSpec}
 */
export function backendSpec(name, args, options) {
  const command = process.execPath;
  return { name, command, args: [...nodeFlags, '--import', leash, cli, ...args], stopMs, readyMs: 120_000, ...options };
}

/**
 * What a process of the backend prints when it is ready: {"listening": "http://127.0.0.1:8080"} the API,
 * {"working": [names of the jobs]} the worker.
 * @param {string} line
 * @returns {{listening?: string, working?: string[]}}
 */
export function readyLine(line) {
  try {
    return line.startsWith('{') ? JSON.parse(line) : {};
  } catch {
    return {};
  }
}
