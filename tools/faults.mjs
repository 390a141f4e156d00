import { prepare } from './bootstrap.mjs';
import { childEnv } from './bootstrap/environment.mjs';
import { inRoot, root } from './paths.mjs';
import { foreground } from './processes/foreground.mjs';

/**
 * `npm run faults [-- --short] [--only kill,outage,disk,ending]`: kills, a database that goes away, a full disk and an
 * end under load, done to real processes on temporary folders.
 * @param {string[]} args
 * @param {AbortSignal} ended
 */
export async function faults(args, ended) {
  await prepare(['backend', 'plugin', 'preview']);
  const entry = inRoot('tests', 'faults', 'cli.ts');
  return foreground(process.execPath, [entry, ...args], { cwd: root, env: childEnv(), ended });
}
