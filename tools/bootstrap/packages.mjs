import { existsSync, readFileSync } from 'node:fs';
import { inRoot, root } from '../paths.mjs';
import { mustRun } from '../processes/run.mjs';
import { step } from '../terminal/progress.mjs';
import { childEnv } from './environment.mjs';
import { npmCommand } from './node.mjs';
import { hashFiles } from './stamps.mjs';
import { mkdirSync, writeFileSync } from 'node:fs';

const stampFile = () => inRoot('node_modules', '.encore', 'installed');

/** Installs what package-lock.json names when it is not there. */
export async function installPackages() {
  const hash = hashFiles(['package-lock.json']);
  if (existsSync(stampFile()) && readFileSync(stampFile(), 'utf8') === hash) return;
  if (!isInstalled()) {
    await step('Installing packages', async () => {
      const [command = 'npm', ...args] = npmCommand();
      await mustRun('npm ci', command, [...args, 'ci', '--prefer-offline', '--no-audit', '--no-fund'], {
        cwd: root,
        env: childEnv(),
      });
    });
  }
  mkdirSync(inRoot('node_modules', '.encore'), { recursive: true });
  writeFileSync(stampFile(), hash);
}

/**
 * Does node_modules hold what the lock file names, installed by whatever means? npm keeps its own note of what is there.
 */
export function isInstalled() {
  const note = inRoot('node_modules', '.package-lock.json');
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
