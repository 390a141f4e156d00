import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { prepare } from '../bootstrap.mjs';
import { buildGo, goBinary, targetOf } from '../bootstrap/builds.mjs';
import { findGo } from '../bootstrap/programs.mjs';
import { inRoot, root } from '../paths.mjs';
import { step } from '../terminal/progress.mjs';
import { Refusal, say } from '../terminal/say.mjs';

const plugin = 'plugins/encore-career-app';

/** Machines on which Grafana runs, as create-plugin builds for them; the catalogue asks for Linux on amd64 at least. */
export const machines = ['linux_amd64', 'linux_arm64', 'linux_arm', 'darwin_amd64', 'darwin_arm64', 'windows_amd64'];

/**
 * `npm run package`: the plugin as Grafana's catalogue takes it, one zip for all machines, and its sums, in dist/.
 * @param {string[]} args
 */
export async function pack(args) {
  if (args.length > 0) throw new Refusal('npm run package takes no arguments');
  const go = await findGo();
  if ('missing' in go) throw new Refusal(`the data source is built with Go. ${go.missing}`);
  await prepare(['plugin']);
  for (const machine of machines) {
    await step(`Building the data source for ${machine.replace('_', ' ')}`, () => buildGo(targetOf(machine)));
    if (!existsSync(inRoot(goBinary(machine)))) throw new Refusal(`the build made no ${goBinary(machine)}`);
  }
  const { version } = JSON.parse(readFileSync(inRoot(plugin, 'package.json'), 'utf8'));
  const file = inRoot('dist', `${basename(plugin)}-${version}.zip`);
  // Loaded here: before the first installation there is no package to make archives with.
  const { writeArchive } = await import('./archive.mjs');
  const written = await step('Writing the archive', () => writeArchive(inRoot(plugin, 'dist'), basename(plugin), file));
  for (const path of written) say(`${relative(root, path)}  ${(statSync(path).size / 1e6).toFixed(1)} MB`);
}
