import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { sweepSpool, withSpooledFile } from './spool.ts';

describe('a spooled file', () => {
  it('is there while it is worked on, and gone afterwards', async () => {
    let folder = '';
    const text = await withSpooledFile(new PassThrough().end('abc'), async (path) => {
      folder = dirname(path);
      return readFile(path, 'utf8');
    });
    expect(text).toBe('abc');
    await expect(readdir(folder)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('that was left by a process that was killed is removed after a day', async () => {
    const within = await mkdtemp(join(tmpdir(), 'encore-spool-test-'));
    for (const name of ['encore-import-1', 'another']) await mkdir(join(within, name));
    await sweepSpool(within);
    expect(await readdir(within)).toHaveLength(2);
    await sweepSpool(within, Date.now() + 25 * 3_600_000);
    expect(await readdir(within)).toEqual(['another']);
    await rm(within, { recursive: true });
    await sweepSpool(within);
  });

  it('is given up when it is too large, or when its bytes stop coming', async () => {
    const never = async () => 'read';
    await expect(withSpooledFile(new PassThrough().end('abc'), never, { most: 2 })).rejects.toMatchObject({
      code: 'IMPORT_TOO_LARGE',
      statusCode: 413,
    });
    const silent = new PassThrough();
    silent.write('a');
    await expect(withSpooledFile(silent, never, { silentMs: 50 })).rejects.toMatchObject({
      code: 'IMPORT_STALLED',
      statusCode: 408,
    });
    expect(silent.destroyed).toBe(true);
  });
});
