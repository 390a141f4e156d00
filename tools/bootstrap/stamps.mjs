import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root, toolsHome } from '../paths.mjs';

/** @param {string} name */
const fileOf = (name) => join(toolsHome, 'stamps', name);

/** @param {string} name */
export function readStamp(name) {
  const file = fileOf(name);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/**
 * @param {string} name
 * @param {string} hash
 */
export function writeStamp(name, hash) {
  const file = fileOf(name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, hash);
}

const ignored = new Set(['node_modules', 'dist', '.tools', '.git', 'coverage', 'test-results', 'playwright-report']);

/**
 * All files below the given files and folders (relative to the checkout), sorted; missing ones are left out.
 * @param {string[]} paths
 * @param {(path: string) => boolean} [keep]
 * @returns {string[]} relative to the checkout
 */
export function listFiles(paths, keep = () => true) {
  /** @type {string[]} */
  const found = [];
  const visit = (/** @type {string} */ path) => {
    if (!existsSync(path)) return;
    if (!statSync(path).isDirectory()) found.push(path);
    else for (const name of readdirSync(path)) if (!ignored.has(name)) visit(join(path, name));
  };
  for (const path of paths) visit(join(root, path));
  return found
    .map((path) => relative(root, path).replaceAll('\\', '/'))
    .filter(keep)
    .sort();
}

/**
 * One hash over names and contents.
 * @param {string[]} files  relative to the checkout
 */
export function hashFiles(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`${file}\0`);
    hash.update(readFileSync(join(root, file)));
    hash.update('\0');
  }
  return hash.digest('hex');
}
