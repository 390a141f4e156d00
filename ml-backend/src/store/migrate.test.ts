import { sql } from 'kysely';
import type { Migration } from './migrate.ts';
import { listMigrations, migrate, outstanding } from './migrate.ts';
import { testDatabase } from './testing.ts';
import type { TestDatabase } from './testing.ts';

const file = (name: string): Migration => ({ name, sql: 'SELECT 1', checksum: `sum of ${name}` });
const files = ['0001_a.sql', '0002_b.sql', '0004_d.sql'].map(file);
const applied = (...names: string[]) => new Map(names.map((name) => [name, `sum of ${name}`]));
const names = (list: readonly Migration[]) => list.map(({ name }) => name);

describe('outstanding migrations', () => {
  it('are those that the database has not, in order, and numbers may be left out', () => {
    expect(names(outstanding(files, applied()))).toEqual(['0001_a.sql', '0002_b.sql', '0004_d.sql']);
    expect(names(outstanding(files, applied('0001_a.sql', '0002_b.sql')))).toEqual(['0004_d.sql']);
    expect(outstanding(files, applied('0001_a.sql', '0002_b.sql', '0004_d.sql'))).toEqual([]);
  });

  it('are none where the database is newer than the program', () => {
    expect(outstanding(files, applied('0001_a.sql', '0002_b.sql', '0004_d.sql', '0005_e.sql'))).toEqual([]);
  });

  it('are refused when one of them has a lower number than the newest applied', () => {
    const late = [...files, file('0003_c.sql')].sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(() => outstanding(late, applied('0001_a.sql', '0002_b.sql', '0004_d.sql'))).toThrow(
      'migration 0003_c.sql comes before 0004_d.sql, which this database has already; nothing was applied. Give the file a number above 0004'
    );
    expect(names(outstanding(late, applied('0001_a.sql')))).toEqual(['0002_b.sql', '0003_c.sql', '0004_d.sql']);
  });

  it('are refused when an applied file was changed', () => {
    expect(() => outstanding(files, applied('0001_a.sql').set('0002_b.sql', 'another sum'))).toThrow(
      'migration 0002_b.sql was changed after it was applied; add a new file instead of editing it'
    );
  });
});

describe('a migrated database', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await testDatabase()));
  afterAll(() => database.close());
  const again = () => migrate(database.urls.owner, database.urls.app);

  it('is left alone the second time', async () => {
    expect(await again()).toEqual([]);
  });

  it('refuses a file that it never had below the newest one, and changes nothing', async () => {
    const [first] = await listMigrations();
    await sql`DELETE FROM public.encore_migration WHERE name = ${first!.name}`.execute(database.owner);
    await expect(again()).rejects.toThrow(`migration ${first!.name} comes before`);
    const { rows } = await sql`SELECT FROM public.encore_migration WHERE name = ${first!.name}`.execute(database.owner);
    expect(rows).toEqual([]);
  });
});
