import { spawn } from 'node:child_process';

/**
 * Runs a program on this terminal, as if it had been called itself.
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env: NodeJS.ProcessEnv, ended: AbortSignal}} options
 * @returns {Promise<number>} exit code
 */
export function foreground(command, args, { cwd, env, ended }) {
  const child = spawn(command, args, { cwd, env, stdio: 'inherit' });
  ended.addEventListener('abort', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 130));
  });
}
