import { readdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PassThrough } from 'node:stream';
import { withSpooledFile } from './spool.ts';

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
