import { createHash } from 'node:crypto';
import { createWriteStream, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';

/** Before 1980 there is no time in a zip; an equal build shall be an equal archive. */
const noTime = new Date('1980-01-01T00:00:00');

/**
 * Writes a folder as a zip with one folder in it, and its MD5 and SHA-1 sums beside it (`<hash>  <name>`).
 * @param {string} folder
 * @param {string} name  of the folder in the archive
 * @param {string} file  the .zip to write
 * @returns {Promise<string[]>} what was written
 */
export async function writeArchive(folder, name, file) {
  const zip = new yazl.ZipFile();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
  for (const path of files) {
    const mode = isProgram(path) ? 0o100755 : 0o100644;
    zip.addFile(join(folder, path), `${name}/${path}`, { mtime: noTime, mode, forceDosTimestamp: true });
  }
  zip.end();
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  await pipeline(zip.outputStream, createWriteStream(file));
  const sums = ['md5', 'sha1'].map((kind) => {
    const sum = createHash(kind).update(readFileSync(file)).digest('hex');
    writeFileSync(`${file}.${kind}`, `${sum}  ${basename(file)}\n`);
    return `${file}.${kind}`;
  });
  return [file, ...sums];
}

/** @param {string} path */
const isProgram = (path) => /(^|\/)gpx_[^/]+$/.test(path);
