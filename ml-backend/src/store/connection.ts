import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Transaction } from 'kysely';
import pg from 'pg';
import type { Database } from './schema.gen.ts';

export type Db = Kysely<Database>;
/** A transaction that sees one tenant's rows. Repositories take this and never a bare connection. */
export type TenantTx = Transaction<Database> & { readonly tenantId: string };

const int8 = 20;
const date = 1082;

/**
 * A pool of connections with the search path of the application.
 * Whole numbers arrive as numbers, dates as `YYYY-MM-DD`, `numeric` as exact text.
 */
export function connect(url: string, options: { max?: number; applicationName?: string } = {}): Db {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: createPool(url, options) }) });
}

/** The bare pool, for COPY streams and migrations. */
export function createPool(url: string, options: { max?: number; applicationName?: string } = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    application_name: options.applicationName ?? 'encore',
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    options: '-c search_path=encore,public',
    types: { getTypeParser: typeParser },
  });
  // A server that goes away breaks idle connections; the next query reports it where somebody waits for it.
  pool.on('error', () => undefined);
  return pool;
}

type Parse = (text: string) => unknown;

function typeParser(oid: number, format?: 'text' | 'binary'): Parse {
  if (format !== 'binary' && oid === int8) return Number;
  if (format !== 'binary' && oid === date) return (text) => text;
  return pg.types.getTypeParser(oid, format as 'text') as Parse;
}

/**
 * Runs `work` in one transaction that is bound to a tenant by row-level security.
 * Everything is rolled back when `work` throws.
 */
export async function withTenant<T>(db: Db, tenantId: string, work: (tx: TenantTx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`SELECT set_config('app.tenant', ${tenantId}, true)`.execute(tx);
    return work(Object.assign(tx, { tenantId }));
  });
}
