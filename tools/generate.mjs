import { existsSync } from 'node:fs';
import { prepare } from './bootstrap.mjs';
import { childEnv } from './bootstrap/environment.mjs';
import { inRoot, root } from './paths.mjs';
import { foreground } from './processes/foreground.mjs';

/** Programs that write committed files; with --check each writes nothing and fails when a file is not current. */
const generators = ['tools/lockfile.mjs', 'dashboards/src/generate.ts', 'ml-backend/src/generate-docs.ts'];

export const generatorFiles = () => generators.map((file) => inRoot(file)).filter(existsSync);

/**
 * `npm run generate [-- --check]`
 * @param {string[]} args
 * @param {AbortSignal} ended
 */
export async function generate(args, ended) {
  await prepare(['backend']);
  let worst = 0;
  for (const file of generatorFiles()) {
    worst = Math.max(worst, await foreground(process.execPath, [file, ...args], { cwd: root, env: childEnv(), ended }));
  }
  return worst;
}
