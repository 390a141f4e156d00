import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { badRequest } from '../../errors.ts';

export interface ByteLimits {
  /** Most bytes of a file as it is sent. */
  fileBytes: number;
  /** Most bytes after decompression. */
  textBytes: number;
}

export const byteLimits: ByteLimits = { fileBytes: 1024 ** 3, textBytes: 2 * 1024 ** 3 };

// Exports compress 5 to 40 times; what expands further than this is made to fill a disk.
const largestRatio = 200;
const ratioMatters = 64 * 1024 ** 2;
const pieceBytes = 64 * 1024;

/** Bytes of a file, decompressed where it is gzip, with what has been read so far. */
export interface ByteSource {
  chunks: AsyncIterable<Buffer>;
  /** Bytes read of the file itself. */
  read(): number;
  total: number;
  /** Hex SHA-256 of the file; complete after the last chunk. */
  sha256(): string;
}

const signatures: Array<[string, RegExp]> = [
  ['a spreadsheet or a zip archive; export it as CSV', /^504b0304/],
  ['an old Excel file; export it as CSV', /^d0cf11e0/],
  ['a PDF; export it as CSV', /^25504446/],
  ['a picture', /^(89504e47|ffd8ff|47494638)/],
  ['compressed with zstd, bzip2, xz or 7-Zip; use gzip or no compression', /^(28b52ffd|425a68|fd377a58|377abcaf)/],
];

/**
 * Opens a file for one pass.
 * @throws EncoreError IMPORT_NO_FILE, IMPORT_TOO_LARGE, IMPORT_BINARY, IMPORT_BAD_GZIP (also while chunks are read)
 */
export async function openBytes(path: string, name: string, limits: ByteLimits = byteLimits): Promise<ByteSource> {
  const { size, head } = await inspect(path, name);
  if (size > limits.fileBytes) throw tooLarge(name, `it has ${megabytes(size)}`, limits.fileBytes);
  const hash = createHash('sha256');
  let read = 0;
  const gzip = head.startsWith('1f8b');
  const kind = signatures.find(([, pattern]) => pattern.test(head));
  if (kind) throw badRequest('IMPORT_BINARY', `${name} is not a text file but ${kind[0]}`);

  async function* raw(): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(path, { highWaterMark: pieceBytes }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      read += chunk.length;
      yield chunk;
    }
  }
  return {
    chunks: gzip ? unzip(raw(), name, limits, () => read) : raw(),
    read: () => read,
    total: size,
    sha256: () => hash.digest('hex'),
  };
}

/**
 * Bytes of a file after decompression, as a gzip file tells them at its end: what a disk has to have room for. One of
 * several parts, or one that lies, tells too little.
 * Source: RFC 1952, ISIZE.
 */
export async function expandedBytes(path: string): Promise<number> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const ends = Buffer.alloc(6);
    await handle.read(ends, 0, 2, 0);
    await handle.read(ends, 2, 4, Math.max(0, size - 4));
    return ends.readUInt16BE(0) === 0x1f8b ? Math.max(size, ends.readUInt32LE(2)) : size;
  } finally {
    await handle.close();
  }
}

async function inspect(path: string, name: string): Promise<{ size: number; head: string }> {
  const known = await stat(path).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'does not exist' : `cannot be read (${error.code ?? error.message})`;
    throw badRequest('IMPORT_NO_FILE', `${name} ${why}`, 'file');
  });
  if (!known.isFile()) throw badRequest('IMPORT_NO_FILE', `${name} is not a file`, 'file');
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw badRequest('IMPORT_NO_FILE', `${name} cannot be read (${error.code ?? error.message})`, 'file');
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    return { size: known.size, head: buffer.subarray(0, bytesRead).toString('hex') };
  } finally {
    await handle.close();
  }
}

async function* unzip(
  raw: AsyncIterable<Buffer>,
  name: string,
  limits: ByteLimits,
  read: () => number
): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: pieceBytes });
  const feeding = feed(raw, gunzip);
  // The failure is seen by whoever reads the output; this keeps it from being unhandled before that.
  feeding.catch(() => undefined);
  let out = 0;
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      out += chunk.length;
      if (out > limits.textBytes) throw tooLarge(name, 'it expands to more', limits.textBytes);
      if (out > ratioMatters && out > largestRatio * read()) {
        throw badRequest(
          'IMPORT_TOO_LARGE',
          `${name} expands more than ${largestRatio} times; send it without compression`
        );
      }
      yield chunk;
    }
    await feeding;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (!/^(Z_|ERR_)/.test(code)) throw error;
    const why = code === 'Z_BUF_ERROR' ? 'ends too early: the gzip file is not complete' : 'is a damaged gzip file';
    throw badRequest('IMPORT_BAD_GZIP', `${name} ${why}; nothing of it was imported, send it again`);
  } finally {
    gunzip.destroy();
  }
}

async function feed(raw: AsyncIterable<Buffer>, gunzip: ReturnType<typeof createGunzip>): Promise<void> {
  try {
    for await (const chunk of raw) {
      if (gunzip.destroyed) return;
      if (!gunzip.write(chunk)) await drained(gunzip);
    }
    gunzip.end();
  } catch (error) {
    gunzip.destroy(error as Error);
  }
}

const drained = (gunzip: ReturnType<typeof createGunzip>): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      gunzip.off('drain', done).off('close', done);
      resolve();
    };
    gunzip.on('drain', done).on('close', done);
  });

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 ** 2).toLocaleString('en')} MB`;

const tooLarge = (name: string, what: string, most: number) =>
  badRequest('IMPORT_TOO_LARGE', `${name} is too large: ${what}, at most ${megabytes(most)} are read; split it`);
