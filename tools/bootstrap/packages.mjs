import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inRoot, root } from '../paths.mjs';
import { mustRun, run } from '../processes/run.mjs';
import { step } from '../terminal/progress.mjs';
import { childEnv } from './environment.mjs';
import { npmCommand } from './node.mjs';
import { hashFiles } from './stamps.mjs';

const stampFile = inRoot('node_modules', '.encore', 'installed');
/** npm's own note of what is there. */
const note = inRoot('node_modules', '.package-lock.json');
const flags = ['--prefer-offline', '--no-audit', '--no-fund'];

/** Installs what package-lock.json names when it is not there. */
export async function installPackages() {
  const hash = hashFiles(['package-lock.json']);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return;
  if (!isInstalled()) await step('Installing packages', install);
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, hash);
}

/** Installs what preview/next names: Grafana's next release, in a folder of its own, for the tests alone. */
export async function installNext() {
  const folder = inRoot('preview', 'next');
  const stamp = inRoot('preview', 'next', 'node_modules', '.encore-installed');
  const hash = hashFiles(['preview/next/package-lock.json']);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  await step('Installing the packages of the next Grafana', async () => {
    const [command = 'npm', ...args] = npmCommand();
    const options = { cwd: folder, env: childEnv() };
    await mustRun('npm ci in preview/next', command, [...args, 'ci', '--ignore-scripts', ...flags], options);
  });
  writeFileSync(stamp, hash);
}

/** A few changed packages take seconds; all of them, as on a fresh clone or when that did not do, a minute or more. */
async function install() {
  const [command = 'npm', ...args] = npmCommand();
  const options = { cwd: root, env: childEnv() };
  if (existsSync(note)) {
    await run(command, [...args, 'install', '--no-save', ...flags], options);
    if (isInstalled()) return;
  }
  await mustRun('npm ci', command, [...args, 'ci', ...flags], options);
}

/** Does node_modules hold what the lock file names, installed by whatever means? */
export function isInstalled() {
  if (!existsSync(note)) return false;
  const there = packagesOf(note);
  return Object.entries(packagesOf(inRoot('package-lock.json'))).every(([path, wanted]) => {
    if (path === '' || wanted.optional || wanted.devOptional || wanted.peer) return true;
    return there[path] !== undefined && (there[path].link || there[path].version === wanted.version);
  });
}

/**
 * @typedef {{version?: string, link?: boolean, optional?: boolean, devOptional?: boolean, peer?: boolean}} Package
 * @param {string} file
 * @returns {Record<string, Package>}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
