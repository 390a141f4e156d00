import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Credentials
 * @property {number} port  where the server listens, or listened last
 * @property {string} superuser  passwords
 * @property {string} owner
 * @property {string} app
 */

/** @param {string} dataDir */
const fileOf = (dataDir) => join(dataDir, 'postgres.json');

/**
 * @param {string} dataDir
 * @returns {Credentials | undefined}
 */
export function readCredentials(dataDir) {
  const file = fileOf(dataDir);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/**
 * @param {string} dataDir
 * @param {Credentials} credentials
 */
export function writeCredentials(dataDir, credentials) {
  const file = fileOf(dataDir);
  writeFileSync(`${file}.new`, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** @returns {Credentials} */
export function newCredentials() {
  const secret = () => randomBytes(24).toString('base64url');
  return { port: 0, superuser: secret(), owner: secret(), app: secret() };
}

/**
 * The addresses of the three roles: the application's (no ownership, no BYPASSRLS), the owner's (migrations) and the
 * superuser's (tests make further databases with it).
 * @param {Credentials} credentials
 * @param {string} [database]
 */
export function addressesOf(credentials, database = 'encore') {
  const at = `127.0.0.1:${credentials.port}/${database}`;
  return {
    databaseUrl: `postgresql://encore_app:${credentials.app}@${at}`,
    databaseAdminUrl: `postgresql://encore_owner:${credentials.owner}@${at}`,
    superuserUrl: `postgresql://postgres:${credentials.superuser}@${at}`,
  };
}
