import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expandedBytes } from './bytes.ts';

describe('expandedBytes', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'encore-bytes-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    ['a plain file', Buffer.from('date,amount\n'), 12],
    ['an empty file', Buffer.alloc(0), 0],
    ['one byte', Buffer.alloc(1), 1],
    ['a gzip file', gzipSync(Buffer.alloc(100_000)), 100_000],
  ])('is what %s takes when it is read', async (name, bytes, expected) => {
    const path = join(folder, name);
    await writeFile(path, bytes);
    expect(await expandedBytes(path)).toBe(expected);
  });
});
