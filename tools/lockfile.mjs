/**
 * Completes package-lock.json: `node tools/lockfile.mjs`; with `--check` it writes nothing and fails where something is
 * missing. npm leaves optional packages for other machines out of the lock file when it cannot see them in its registry;
 * `npm ci` then refuses, and on those machines the programs would be missing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';

/**
 * @typedef {object} Entry
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {Record<string, string>} [optionalDependencies]
 */

const file = inRoot('package-lock.json');
const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];

/**
 * @param {Record<string, Entry>} packages  as in the lock file, by folder
 * @returns {Record<string, Entry>} what must be added
 */
export function missingOptional(packages) {
  /** @type {Record<string, Entry>} */
  const missing = {};
  for (const [folder, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (isFound(packages, folder, name) || !/^\d+\.\d+\.\d+[\w.-]*$/.test(version)) continue;
      missing[`node_modules/${name}`] = { version, ...machineOf(name), ...(dev && { dev }), optional: true };
    }
  }
  return missing;
}

/**
 * Node looks in the folder itself and then in those above it.
 * @param {Record<string, Entry>} packages
 * @param {string} folder
 * @param {string} name
 */
function isFound(packages, folder, name) {
  for (let at = folder; ; at = at.slice(0, Math.max(at.lastIndexOf('/'), 0))) {
    if (packages[at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`]) return true;
    if (at === '') return false;
  }
}

/**
 * The machine that a package is for, from its name: resolver-binding-linux-arm64-musl.
 * @param {string} name
 */
function machineOf(name) {
  const words = name.split(/[/-]/);
  const at = words.findIndex((word) => systems.includes(word));
  if (at < 0) return {};
  const [os = '', cpu = '', abi = ''] = words.slice(at);
  const libc = os !== 'linux' ? [] : abi.startsWith('musl') ? ['musl'] : abi.startsWith('gnu') ? ['glibc'] : [];
  return { os: [os], ...(cpu && { cpu: [cpu] }), ...(libc.length > 0 && { libc }) };
}

if (process.argv[1] === inRoot('tools', 'lockfile.mjs')) {
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingOptional(lock.packages);
  const names = Object.keys(missing);
  if (names.length > 0 && process.argv.includes('--check')) {
    console.error(`package-lock.json: ${names.join(', ')} missing; run: npm run generate`);
    process.exitCode = 1;
  } else if (names.length > 0) {
    const all = Object.entries({ ...lock.packages, ...missing });
    lock.packages = Object.fromEntries(all.sort(([a], [b]) => a.localeCompare(b, 'en')));
    writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
    console.log(`package-lock.json: ${names.length} packages for other machines added`);
  }
}
