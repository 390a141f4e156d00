import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { EncoreError } from '../errors.ts';
import { byteLimits } from './read/bytes.ts';

const prefix = 'encore-import-';
const longestSilenceMs = 60_000;
// No import takes as long: what is older was left by a process that was killed.
const leftAfterMs = 24 * 3_600_000;

export interface SpoolOptions {
  /** Most bytes of the file. */
  most?: number;
  /** How long nothing may come. */
  silentMs?: number;
  /** Folder in which the file's own folder is made. */
  within?: string;
}

/**
 * Gives `work` a file that holds the bytes, readable by this process only, and removes it afterwards.
 * Files are read twice where a format has to be decided over the whole file, which a stream cannot do.
 * @throws EncoreError IMPORT_TOO_LARGE; IMPORT_STALLED when the bytes stop coming
 */
export async function withSpooledFile<T>(
  bytes: AsyncIterable<Buffer>,
  work: (path: string) => Promise<T>,
  { most = byteLimits.fileBytes, silentMs = longestSilenceMs, within = tmpdir() }: SpoolOptions = {}
): Promise<T> {
  const folder = await mkdtemp(join(within, prefix));
  try {
    const path = join(folder, 'file');
    await pipeline(bytes, limit(most), patience(silentMs), createWriteStream(path, { mode: 0o600 }));
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes what a process that was killed left behind a day ago or earlier. */
export async function sweepSpool(within = tmpdir(), now = Date.now()): Promise<void> {
  const names = await readdir(within).catch(() => []);
  for (const name of names.filter((known) => known.startsWith(prefix))) {
    const path = join(within, name);
    // Another service may have been faster.
    const known = await stat(path).catch(() => undefined);
    if (known && now - known.mtimeMs > leftAfterMs)
      await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Passes bytes on and gives up when none arrive for so long: who sends nothing must not keep others from importing. */
function patience(silentMs: number): Transform {
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      timer.refresh();
      done(null, chunk);
    },
    destroy(error, done) {
      clearTimeout(timer);
      done(error);
    },
  });
  const giveUp = () =>
    void through.destroy(
      new EncoreError('IMPORT_STALLED', 408, `nothing came for ${silentMs / 1000} seconds; send the file again`, 'file')
    );
  const timer = setTimeout(giveUp, silentMs);
  return through;
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
