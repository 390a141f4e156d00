import { sql } from 'kysely';
import { createPool, withTenant } from '../store/connection.ts';
import { ensureTenant } from '../store/tenants.ts';
import type { TestDatabase } from '../store/testing.ts';
import { testDatabase } from '../store/testing.ts';
import { simulateCareer } from './career.ts';
import { loadDemo } from './load.ts';
import { end } from './testing.ts';

const tables = ['anomaly', 'change_point', 'stage_change', 'elasticity', 'treatment_effect', 'treatment_assignment'];
const options = (artists = 4) => ({ artists, years: 4, seed: 1, end, signal: new AbortController().signal });

describe('the schema truth', () => {
  let database: TestDatabase;
  let truthPool: ReturnType<typeof createPool>;

  beforeAll(async () => {
    database = await testDatabase();
    truthPool = createPool(database.urls.owner, { max: 2 });
    await loadDemo(database.pool, database.tenantId, { ...options(), truthPool });
  });
  afterAll(async () => {
    await truthPool.end();
    await database.close();
  });

  const count = (table: string, tenantId = database.tenantId) =>
    withTenant(database.owner, tenantId, async (tx) => {
      const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(`truth.${table}`)}`.execute(tx);
      return rows[0]!.n;
    });

  it('has the labels of the careers that were loaded', async () => {
    const careers = [0, 1, 2, 3].map((index) => simulateCareer(1, index, { years: 4, end }));
    const all = (list: (truth: (typeof careers)[number]['truth']) => readonly unknown[]) =>
      careers.reduce((sum, { truth }) => sum + list(truth).length, 0);
    expect(await count('change_point')).toBe(all(({ changePoints }) => changePoints));
    expect(await count('stage_change')).toBe(all(({ stageChanges }) => stageChanges));
    expect(await count('elasticity')).toBe(all(({ elasticities }) => elasticities));
    expect(await count('treatment_effect')).toBe(all(({ treatments }) => treatments));
    expect(await count('treatment_assignment')).toBe(all(({ assignments }) => assignments));
    expect(await count('anomaly')).toBeGreaterThan(0.9 * all(({ anomalies }) => anomalies));
  });

  it('comes with statistics of all that was loaded, so that the first dashboards are planned by them', async () => {
    const rowsOf = async (table: string) => {
      const { rows } = await sql<{ n: number }>`
        SELECT reltuples AS n FROM pg_class WHERE oid = ${table}::regclass`.execute(database.owner);
      return rows[0]!.n;
    };
    // -1 is a table that nobody has counted.
    for (const table of ['encore.artist', 'encore.gig', 'encore.ledger_entry', 'truth.change_point'])
      expect(await rowsOf(table)).toBeGreaterThan(0);
  });

  it('names gigs by the keys that the facts have', async () => {
    const loose = await withTenant(database.owner, database.tenantId, async (tx) => {
      const { rows } = await sql<{ n: number }>`
        SELECT count(*) AS n FROM truth.treatment_assignment a WHERE gig_key IS NOT NULL
          AND NOT EXISTS (SELECT FROM encore.gig g WHERE g.gig_key = a.gig_key)`.execute(tx);
      return rows[0]!.n;
    });
    expect(loose).toBe(0);
  });

  it.each(tables)('keeps %s from the application role, whatever it asks', async (table) => {
    const target = sql.table(`truth.${table}`);
    const asks = [sql`SELECT * FROM ${target}`, sql`SELECT count(*) FROM ${target}`, sql`DELETE FROM ${target}`];
    asks.push(sql`INSERT INTO ${target} DEFAULT VALUES`, sql`UPDATE ${target} SET artist_id = artist_id`);
    for (const ask of asks) {
      await expect(withTenant(database.db, database.tenantId, (tx) => ask.execute(tx))).rejects.toThrow(
        'permission denied for schema truth'
      );
    }
  });

  it('gives the application role no usage, no grant, and no role that has one', async () => {
    const { rows } = await sql<{ usage: boolean; grants: number; member: boolean }>`
      SELECT has_schema_privilege('encore_app', 'truth', 'USAGE') AS usage,
        (SELECT count(*) FROM pg_class c WHERE c.relnamespace = 'truth'::regnamespace AND c.relkind IN ('r', 'v', 'm', 'S')
          AND has_table_privilege('encore_app', c.oid, 'SELECT, INSERT, UPDATE, DELETE, REFERENCES')) AS grants,
        pg_has_role('encore_app', 'encore_owner', 'MEMBER') AS member`.execute(database.owner);
    expect(rows[0]).toEqual({ usage: false, grants: 0, member: false });
  });

  it('leads every key by tenant_id, under row security that binds its owner', async () => {
    const { rows } = await sql<{ open: number; keys: number }>`
      SELECT (SELECT count(*) FROM pg_class WHERE relnamespace = 'truth'::regnamespace AND relkind = 'r'
          AND NOT (relrowsecurity AND relforcerowsecurity)) AS open,
        (SELECT count(*) FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
          WHERE c.relnamespace = 'truth'::regnamespace AND a.attname <> 'tenant_id') AS keys`.execute(database.owner);
    expect(rows[0]).toEqual({ open: 0, keys: 0 });
    const other = await ensureTenant(database.db, 'other');
    for (const table of tables) expect(await count(table, other)).toBe(0);
  });

  it('stays empty, and the result says so, where only the application role is known', async () => {
    const third = await ensureTenant(database.db, 'third');
    const result = await loadDemo(database.pool, third, options(2));
    expect(result).toMatchObject({ loaded: true, artists: 2, labels: null });
    for (const table of tables) expect(await count(table, third)).toBe(0);
  });

  it('keeps nothing of a demo that was stopped or refused', async () => {
    const fourth = await ensureTenant(database.db, 'fourth');
    const stop = new AbortController();
    const progress = (step: string, done: number) => {
      if (step === 'Loading tables' && done === 2) stop.abort(new Error('stopped'));
    };
    await expect(
      loadDemo(database.pool, fourth, { ...options(2), truthPool, signal: stop.signal, progress })
    ).rejects.toThrow('stopped');
    for (const table of tables) expect(await count(table, fourth)).toBe(0);
    const before = await count('anomaly');
    await expect(loadDemo(database.pool, database.tenantId, { ...options(), truthPool })).rejects.toMatchObject({
      code: 'DEMO_EXISTS',
    });
    expect(await count('anomaly')).toBe(before);
  });

  it('forgets an artist together with its facts', async () => {
    await withTenant(database.db, database.tenantId, (tx) =>
      tx.deleteFrom('artist').where('is_demo', '=', true).execute()
    );
    for (const table of tables) expect(await count(table)).toBe(0);
  });
});
