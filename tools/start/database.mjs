import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from '../postgres.mjs';
import { LockHeldError } from '../processes/lock.mjs';
import { Refusal } from '../terminal/say.mjs';

/** @param {string} dataDir */
export const hasDatabase = (dataDir) => existsSync(join(dataDir, 'postgres'));

/**
 * The embedded PostgreSQL; what is wrong with it is one line.
 * @param {string} dataDir
 * @param {number} [port]  the one that it must have; default: that of last time, or any free one
 * @throws {Refusal}
 */
export async function openDatabase(dataDir, port) {
  try {
    return await startPostgres({ dataDir, port });
  } catch (error) {
    if (error instanceof LockHeldError) {
      throw new Refusal(
        `process ${error.holder.pid} uses the database in ${dataDir}; wait until it has ended, or end it`
      );
    }
    const [first = '', ...details] = /** @type {Error} */ (error).message.split('\n');
    throw new Refusal(first, details.join('\n'));
  }
}
