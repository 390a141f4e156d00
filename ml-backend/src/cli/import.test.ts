import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from '../store/testing.ts';
import type { TestDatabase } from '../store/testing.ts';
import { register } from './import.ts';
import { runCommand } from './testing.ts';

let database: TestDatabase;
let folder: string;
const environment = { ...process.env };

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'encore-cli-test-'));
  process.env.DATABASE_URL = database.urls.app;
  process.env.DATABASE_ADMIN_URL = database.urls.owner;
});
afterAll(async () => {
  process.env = environment;
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

/** What `encore import …` prints and its exit code. */
const encore = (...words: string[]) => runCommand(register, 'import', ...words);

async function file(name: string, ...rows: string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `date,amount,currency\n${rows.join('\n')}\n`);
  return path;
}

describe('encore import', () => {
  it('exits with 0 when all rows landed, and says in words what happened', async () => {
    const path = await file('good.csv', '2024-01-01,1,USD', '2024-01-02,2,USD');
    expect(await encore('ledger', path, '--artist', 'mira', '--create')).toEqual({
      out: `${path}: 2 rows read; 2 added, 0 superseded, 0 unchanged, 0 rejected\n`,
      code: 0,
    });
  });

  it('reads files without the name of a format, each by its header', async () => {
    const path = await file('any.csv', '2024-02-01,1,USD');
    const { out, code } = await encore(path, '--artist', 'mira', '--create');
    expect(code).toBe(0);
    expect(out).toContain('1 added');
    expect(out).toContain('note: any.csv was read as ledger (Ledger), by its columns');
  });

  it('exits with 2 when rows were rejected, and prints a report over all files as JSON', async () => {
    const bad = await file('bad.csv', '2024-01-03,1,USD', '2024-13-01,1,USD');
    const good = await file('more.csv', '2024-01-04,1,USD');
    const { out, code } = await encore('ledger', bad, good, '--artist', 'mira', '--json');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ read: 3, added: 2, superseded: 0, unchanged: 0, rejectedCount: 1 });
    expect(JSON.parse(out).rejected).toEqual([
      {
        file: 'bad.csv',
        line: 3,
        column: 'date',
        value: '2024-13-01',
        code: 'IMPORT_BAD_DATE',
        reason: '"2024-13-01" is not a date; write it as 2024-01-31',
      },
    ]);
  });

  it('exits with 1 when a file is refused, and says why and what to do', async () => {
    const path = await file('strict.csv', 'never,1,USD');
    const strict = await encore('ledger', path, '--artist', 'mira', '--strict');
    expect(strict.code).toBe(1);
    expect(strict.out).toContain('refused. strict.csv: 1 row of 1 cannot be used');
    expect(strict.out).toContain('row 2, column "date": "never" is not a date; write it as 2024-01-31');
    const unknown = await encore('ledger', path, '--artist', 'mirra', '--json');
    expect(unknown.code).toBe(1);
    expect(JSON.parse(unknown.out)).toMatchObject({
      read: 0,
      error: { code: 'IMPORT_UNKNOWN_ARTIST', field: 'artist' },
    });
  });

  it('exits with 1 for a statement of another artist, and says how to say that it is meant', async () => {
    const path = join(folder, 'bank-details.tsv');
    const columns = 'Reporting Date\tSale Month\tStore\tArtist\tTitle\tEarnings (USD)';
    await writeFile(path, `${columns}\n2024-03-10\t2024-01\tSpotify\tOthers\tOne\t0.03\n`);
    const refused = await encore('distrokid', path, '--artist', 'mira', '--create');
    expect(refused.code).toBe(1);
    expect(refused.out).toContain('refused. bank-details.tsv is of "Others", not of Mira; choose another artist, or');
    expect(refused.out).toContain('--any-artist');
    const meant = await encore('distrokid', path, '--artist', 'mira', '--any-artist');
    expect(meant).toMatchObject({ code: 0, out: expect.stringContaining('1 added') });
  });

  it('writes nothing in a dry run', async () => {
    const path = await file('dry.csv', '2025-01-01,1,USD');
    const words = ['ledger', path, '--artist', 'mira', '--dry-run'];
    expect((await encore(...words)).out).toContain(
      '1 added, 0 superseded, 0 unchanged, 0 rejected (dry run: nothing was written)'
    );
    expect((await encore(...words)).out).toContain('1 added');
    const elsewhere = await encore('ledger', path, '--artist', 'jo', '--tenant', 'new-label', '--create', '--dry-run');
    expect(elsewhere).toMatchObject({ code: 0, out: expect.stringContaining('1 added') });
    expect((await encore('ledger', path, '--artist', 'jo', '--tenant', 'new-label')).code).toBe(1);
  });
});
