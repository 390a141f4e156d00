import { buffer } from 'node:stream/consumers';
import { openPromise } from 'yauzl';

export interface ArchivedFile {
  /** Permissions, such as 0o755. */
  mode: number;
  content: Buffer;
}

/** Every file of a zip, read by another program than the one that wrote it. */
export async function readArchive(file: string): Promise<Map<string, ArchivedFile>> {
  const zip = await openPromise(file, { lazyEntries: true });
  const files = new Map<string, ArchivedFile>();
  for await (const entry of zip.eachEntry()) {
    const content = await buffer(await zip.openReadStreamPromise(entry));
    files.set(entry.fileName, { mode: (entry.externalFileAttributes >>> 16) & 0o777, content });
  }
  return files;
}
