import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatAndFiles } from './importWords.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'encore-words-test-'));
  await writeFile(join(folder, 'ledger'), '');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the words of encore import', () => {
  it.each([
    [['ledger', 'a.csv', 'b.csv'], 'ledger', ['a.csv', 'b.csv']],
    [['a.csv', 'b.csv'], undefined, ['a.csv', 'b.csv']],
    [['./ledger'], undefined, ['./ledger']],
  ])('%j are format %s and files %j', async (words, format, files) =>
    expect(await formatAndFiles(words)).toEqual({ format, files })
  );

  it('may name a file without an ending', async () => {
    const path = join(folder, 'ledger');
    expect(await formatAndFiles([path])).toEqual({ format: undefined, files: [path] });
  });

  it('say what is wrong with them', async () => {
    await expect(formatAndFiles(['ledger'])).rejects.toMatchObject({ code: 'IMPORT_NO_FILE' });
    await expect(formatAndFiles(['leger', 'a.csv'])).rejects.toMatchObject({
      code: 'IMPORT_UNKNOWN_FORMAT',
      message: expect.stringContaining('use one of'),
    });
  });
});
