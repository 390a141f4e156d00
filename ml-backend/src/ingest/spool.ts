import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { EncoreError } from '../errors.ts';
import { byteLimits } from './read/bytes.ts';

/**
 * Gives `work` a file that holds the bytes, readable by this process only, and removes it afterwards.
 * Files are read twice where a format has to be decided over the whole file, which a stream cannot do.
 * @throws EncoreError IMPORT_TOO_LARGE
 */
export async function withSpooledFile<T>(
  bytes: AsyncIterable<Buffer>,
  work: (path: string) => Promise<T>,
  most = byteLimits.fileBytes
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'encore-import-'));
  try {
    const path = join(folder, 'file');
    await pipeline(bytes, limit(most), createWriteStream(path, { mode: 0o600 }));
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function limit(most: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size <= most) return done(null, chunk);
      const mb = Math.floor(most / 1024 ** 2);
      done(
        new EncoreError(
          'IMPORT_TOO_LARGE',
          413,
          `the file is larger than ${mb} MB; split it, or compress it with gzip`,
          'file'
        )
      );
    },
  });
}
