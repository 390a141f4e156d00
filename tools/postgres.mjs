import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chooseAccount } from './postgres/account.mjs';
import { findBinaries } from './postgres/binaries.mjs';
import { checkVersion, createCluster } from './postgres/create.mjs';
import { addressesOf, newCredentials, readCredentials, writeCredentials } from './postgres/credentials.mjs';
import { startServer } from './postgres/server.mjs';
import { clearStale } from './postgres/stale.mjs';
import { holderOf, takeLock } from './processes/lock.mjs';
import { freePort } from './processes/ports.mjs';

const major = '18';
/** @param {string} dataDir */
const lockOf = (dataDir) => join(dataDir, 'postgres.lock');

/** @type {typeof import('./postgres.d.mts').startPostgres} */
export async function startPostgres({ dataDir, durable = true, port, settings }) {
  mkdirSync(join(dataDir, 'logs'), { recursive: true, mode: 0o700 });
  const release = takeLock(lockOf(dataDir));
  try {
    const binaries = findBinaries();
    const account = chooseAccount();
    const cluster = join(dataDir, 'postgres');
    checkVersion(cluster, major);
    const created = !existsSync(cluster);
    const credentials = created ? newCredentials() : readCredentials(dataDir);
    if (!credentials) throw new Error(`${join(dataDir, 'postgres.json')} with the database's passwords is missing`);
    if (created) {
      writeCredentials(dataDir, credentials);
      await createCluster(binaries, account, cluster, credentials, durable);
    } else {
      await clearStale(cluster);
    }
    const server = await startOnPort(port);
    void server.exited.then(release);
    return { ...addressesOf(credentials), ...server, port: credentials.port, created };

    /** @param {number | undefined} wished */
    async function startOnPort(wished) {
      for (let attempt = 0; ; attempt++) {
        credentials.port = wished ?? (await freePort('127.0.0.1', attempt === 0 ? credentials.port : 0));
        writeCredentials(dataDir, credentials);
        const options = { cluster, port: credentials.port, logFile: join(dataDir, 'logs', 'postgres.log') };
        try {
          return await startServer(binaries, account, { ...options, durable, settings });
        } catch (error) {
          // Another program may have taken the port between the look and the start.
          if (wished || attempt >= 2 || !/could not (bind|create any TCP)/.test(String(error))) throw error;
        }
      }
    }
  } catch (error) {
    release();
    throw error;
  }
}

/** @type {typeof import('./postgres.d.mts').runningPostgres} */
export function runningPostgres(dataDir) {
  const credentials = holderOf(lockOf(dataDir)) && readCredentials(dataDir);
  return credentials && addressesOf(credentials);
}
