import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { preparing } from './prepared.ts';
import type { Database } from './schema.gen.ts';

export type Db = Kysely<Database>;
/** A transaction that sees one tenant's rows. Repositories take this and never a bare connection. */
export type TenantTx = Db & { readonly tenantId: string };

const int8 = 20;
const date = 1082;

/**
 * A pool of connections with the search path of the application.
 * Whole numbers arrive as numbers, dates as `YYYY-MM-DD`, `numeric` as exact text.
 */
export function connect(url: string, options: { max?: number; applicationName?: string } = {}): Db {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: preparing(createPool(url, options)) }) });
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

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Runs `work` in one transaction that is bound to a tenant by row-level security.
 * Everything is rolled back when `work` throws.
 */
export async function withTenant<T>(db: Db, tenantId: string, work: (tx: TenantTx) => Promise<T>): Promise<T> {
  if (!uuid.test(tenantId)) throw new TypeError(`"${tenantId}" is no tenant id`);
  return db.connection().execute(async (connection) => {
    try {
      // One round trip instead of two: this stands before every read of the service.
      await sql.raw(`BEGIN; SELECT set_config('app.tenant', '${tenantId}', true)`).execute(connection);
      const result = await work(Object.assign(connection, { tenantId }));
      await sql.raw('COMMIT').execute(connection);
      return result;
    } catch (error) {
      // Where the connection itself broke, the server has rolled back and the first error is the one to tell.
      await sql
        .raw('ROLLBACK')
        .execute(connection)
        .catch(() => undefined);
      throw error;
    }
  });
}
