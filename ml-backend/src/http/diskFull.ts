import { existsSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { EncoreError } from '../errors.ts';
import type { Explanation } from './errors.ts';

/** PostgreSQL asks for its log in pieces of 16 MB, and stops when it gets none. */
export const reserveBytes = 32 * 1024 ** 2;

const fullCodes = new Set(['ENOSPC', 'EDQUOT', '53100']);

type Failure = Error & { code?: string; path?: string };

/**
 * Did this fail for want of room on a disk?
 * @param databaseDir  given where the database went away: a full disk under the embedded one is the reason then
 */
export function isDiskFull(error: Failure, databaseDir?: string): boolean {
  return fullCodes.has(error.code ?? '') || (databaseDir !== undefined && freeBytes(databaseDir) < reserveBytes);
}

export function diskFull(error: Failure): Explanation {
  const here = error.code === 'ENOSPC' || error.code === 'EDQUOT';
  const disk = here ? `the disk of ${error.path ?? tmpdir()}` : 'the disk of the database';
  return {
    statusCode: 507,
    code: 'DISK_FULL',
    message: `${disk} is full, and nothing of this was kept; free some space there, then send it again`,
  };
}

/** Room for ordinary users on the disk under the embedded database, in bytes; Infinity where that is not known. */
export function freeBytes(databaseDir: string | undefined): number {
  if (!databaseDir || !existsSync(databaseDir)) return Infinity;
  const { bavail, bsize } = statfsSync(databaseDir);
  return bavail * bsize;
}

// Rows, their keys and indexes, and the log of it all take about so many times the bytes of a file.
const growth = 4;

/**
 * Refuses to begin what would fill the disk: PostgreSQL stops altogether when its log finds no room.
 * @param bytes  size of what is to be stored
 * @throws EncoreError DISK_FULL, 507
 */
export function requireRoom(databaseDir: string | undefined, bytes: number): void {
  const free = freeBytes(databaseDir);
  const needed = reserveBytes + growth * bytes;
  if (free >= needed) return;
  const mb = (size: number) => Math.ceil(size / 1024 ** 2).toLocaleString('en');
  throw new EncoreError(
    'DISK_FULL',
    507,
    `the disk of the database has ${mb(free)} MB free and this needs ${mb(needed)} MB; free some space there, then send it again`
  );
}
