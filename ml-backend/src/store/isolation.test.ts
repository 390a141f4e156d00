import { sql } from 'kysely';
import pg from 'pg';
import { withTenant } from './connection.ts';
import type { TenantTx } from './connection.ts';
import { generateSchema } from './generate-schema.ts';
import { defaultTenant, ensureTenant, tenantIdOf } from './tenants.ts';
import { testDatabase } from './testing.ts';
import type { TestDatabase } from './testing.ts';
import { readFile } from 'node:fs/promises';

interface Column {
  name: string;
  type: string;
  nullable: boolean;
  generated: boolean;
  check: string;
}

let test: TestDatabase;
let other: string;
const tables = await tenantTables();

beforeAll(async () => {
  test = await testDatabase();
  other = await ensureTenant(test.db, 'other');
});
afterAll(() => test.close());

/** Every table of the schema, read from the catalogue of the migrated template. */
async function tenantTables(): Promise<string[]> {
  const { superuser } = JSON.parse(process.env.ENCORE_TEST_DATABASE ?? '{}') as { superuser: string };
  const client = new pg.Client({ connectionString: superuser });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'encore'::regnamespace AND relkind = 'r' ORDER BY 1"
  );
  await client.end();
  return rows.map(({ name }) => name);
}

describe('the catalogue of PostgreSQL', () => {
  it('has every tenant table with row security that binds its owner too', async () => {
    const { rows } = await sql<{ name: string }>`
      SELECT relname AS name FROM pg_class WHERE relnamespace = 'encore'::regnamespace AND relkind IN ('r', 'p')
      AND NOT (relrowsecurity AND relforcerowsecurity)`.execute(test.owner);
    expect(rows).toEqual([]);
    expect(tables.length).toBeGreaterThan(30);
  });

  it('has no unique key that does not start with tenant_id', async () => {
    const { rows } = await sql<{ index: string }>`
      SELECT i.indexrelid::regclass::text AS index FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
      WHERE c.relnamespace = 'encore'::regnamespace AND i.indisunique AND a.attname <> 'tenant_id'`.execute(test.owner);
    expect(rows).toEqual([]);
  });

  it('gives neither role superuser rights nor a way around row security', async () => {
    const { rows } = await sql<{ n: number }>`
      SELECT count(*) AS n FROM pg_roles WHERE rolname IN ('encore_owner', 'encore_app') AND NOT rolsuper AND NOT rolbypassrls`.execute(
      test.owner
    );
    expect(rows[0]?.n).toBe(2);
  });

  it('hides the schema truth from the application role', async () => {
    await expect(sql`SELECT * FROM truth.anomaly`.execute(test.db)).rejects.toThrow(/permission denied/);
  });

  it('is what schema.gen.ts was generated from', async () => {
    const committed = await readFile(new URL('./schema.gen.ts', import.meta.url), 'utf8');
    expect(await generateSchema(test.urls.owner)).toBe(committed);
  });
});

describe.each(tables)('%s', (table) => {
  it('cannot be read, inserted into or updated across tenants', async () => {
    const columns = await columnsOf(table);
    await plant(table, columns, other);
    const count = (tenant: string) =>
      withTenant(
        test.db,
        tenant,
        async (tx) =>
          (
            await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)} WHERE tenant_id = ${other}`.execute(
              tx
            )
          ).rows[0]?.n
      );
    expect(await count(other)).toBeGreaterThan(0);
    expect(await count(test.tenantId)).toBe(0);
    const touched = await withTenant(test.db, test.tenantId, (tx) =>
      sql`UPDATE ${sql.table(table)} SET tenant_id = tenant_id WHERE tenant_id = ${other}`.execute(tx)
    );
    expect(touched.numAffectedRows ?? 0n).toBe(0n);
    const deleted = await withTenant(test.db, test.tenantId, (tx) =>
      sql`DELETE FROM ${sql.table(table)} WHERE tenant_id = ${other}`.execute(tx)
    );
    expect(deleted.numAffectedRows ?? 0n).toBe(0n);
    await expect(withTenant(test.db, test.tenantId, (tx) => insertCopy(tx, table, columns))).rejects.toThrow(
      `new row violates row-level security policy for table "${table}"`
    );
  });

  it('gives no row of its own away to another tenant', async () => {
    await plant(table, await columnsOf(table), test.tenantId);
    const giveAway = (tx: TenantTx) =>
      sql`UPDATE ${sql.table(table)} SET tenant_id = ${other} WHERE tenant_id = ${test.tenantId}`.execute(tx);
    await expect(withTenant(test.db, test.tenantId, giveAway)).rejects.toThrow(
      `new row violates row-level security policy for table "${table}"`
    );
  });
});

/** Tries to write a whole, valid row of the other tenant from within the first tenant. */
async function insertCopy(tx: TenantTx, table: string, columns: Column[]) {
  const { names, values } = validRow(table, columns, other);
  return sql`INSERT INTO ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))}) VALUES (${sql.join(values)})`.execute(
    tx
  );
}

/** One valid row of a tenant, written past row security and foreign keys so that each table stands alone. */
async function plant(table: string, columns: Column[], tenant: string) {
  const client = new pg.Client({ connectionString: test.urls.superuser });
  await client.connect();
  try {
    await client.query("SET session_replication_role = 'replica'");
    const { names, values } = validRow(table, columns, tenant);
    const slots = values.map((_, index) => `$${index + 1}`);
    await client.query(
      `INSERT INTO encore.${table} (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${slots.join(', ')}) ON CONFLICT DO NOTHING`,
      values
    );
  } finally {
    await client.end();
  }
}

function validRow(table: string, columns: Column[], tenant: string) {
  const needed = columns.filter(({ name, nullable, generated }) => name === 'tenant_id' || (!nullable && !generated));
  return {
    names: needed.map(({ name }) => name),
    values: needed.map((column) => {
      if (column.name === 'tenant_id') return tenant;
      // A tenant's id follows from its slug.
      if (table === 'tenant' && column.name === 'slug') return tenant === other ? 'other' : defaultTenant;
      return sample(column);
    }),
  };
}

/** A value that a column takes: the first one that its check constraint names, else one by type. */
function sample({ type, check }: Column): unknown {
  const allowed = /ARRAY\['([^']+)'/.exec(check)?.[1];
  if (allowed) return allowed;
  const byType: Record<string, unknown> = {
    uuid: tenantIdOf('sample'),
    currency: check.includes('base') ? 'EUR' : 'USD',
    slug: 'sample',
    date: '2024-01-01',
    timestamptz: '2024-01-01T00:00:00Z',
    jsonb: '{}',
    bytea: Buffer.from('x'),
    _float8: [1],
    money: '1',
    numeric: '1',
    int4: 1,
    float8: 1,
    bool: true,
  };
  return byType[type] ?? (check.includes('0-9a-f') ? 'a'.repeat(64) : 'sample');
}

async function columnsOf(table: string): Promise<Column[]> {
  const { rows } = await sql<Column>`
    SELECT a.attname AS name, t.typname AS type, NOT (a.attnotnull OR t.typnotnull) AS nullable, (a.atthasdef OR a.attidentity <> '') AS generated,
      coalesce((SELECT string_agg(pg_get_constraintdef(k.oid), ' ') FROM pg_constraint k
        WHERE k.conrelid = a.attrelid AND k.contype = 'c' AND k.conkey[1] = a.attnum), '') AS check
    FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
    WHERE a.attrelid = ${`encore.${table}`}::regclass AND a.attnum > 0 AND NOT a.attisdropped`.execute(test.owner);
  return rows;
}

it('makes a tenant’s identity from its slug as the database does', async () => {
  const { rows } = await sql<{ id: string }>`SELECT encore.tenant_id_of('default') AS id`.execute(test.db);
  expect(rows[0]?.id).toBe(tenantIdOf('default'));
});
