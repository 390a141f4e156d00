import { fileURLToPath } from 'node:url';
import { join, resolve } from 'node:path';

/** The folder of the checkout; everything that these tools write stays below it (or below ENCORE_DATA_DIR). */
export const root = fileURLToPath(new URL('../', import.meta.url));

/** Node, npm and Go where the machine has none or too old ones, and the stamps of what is built. */
export const toolsHome = join(root, '.tools');

/** @param {string[]} parts */
export const inRoot = (...parts) => join(root, ...parts);

/**
 * Where databases, keys and logs live.
 * @param {NodeJS.ProcessEnv} env
 */
export const dataDirOf = (env) => resolve(root, env.ENCORE_DATA_DIR || '.encore');
