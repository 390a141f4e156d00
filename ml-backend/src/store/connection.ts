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
export function connect(url: string, options: PoolOptions = {}): Db {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: preparing(createPool(url, options)) }) });
}

export interface PoolOptions {
  max?: number;
  applicationName?: string;
  /** A statement that takes longer is cancelled (SQLSTATE 57014), so that a few of them cannot hold every connection. */
  statementTimeoutMs?: number;
}

/** The bare pool, for COPY streams and migrations. */
export function createPool(url: string, options: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    application_name: options.applicationName ?? 'encore',
    // Mostly the wait for a connection that others use. That the server is away is known sooner: see pulse.ts.
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    idleTimeoutMillis: 30_000,
    options: '-c search_path=encore,public',
    ...(options.statementTimeoutMs && { statement_timeout: options.statementTimeoutMs }),
    types: { getTypeParser: typeParser },
  });
  // A server that goes away breaks idle connections; the next query reports it where somebody waits for it.
  pool.on('error', () => undefined);
  // Nor does one that breaks between two statements of a transaction; unheard, its error would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

type Parse = (text: string) => unknown;

function typeParser(oid: number, format?: 'text' | 'binary'): Parse {
  if (format !== 'binary' && oid === int8) return Number;
  if (format !== 'binary' && oid === date) return (text) => text;
  return pg.types.getTypeParser(oid, format as 'text') as Parse;
}

/** Opens so many connections now, so that the first requests need not wait for them. */
export async function openConnections(db: Db, count: number): Promise<void> {
  // While one of them sleeps the next cannot share its connection.
  await Promise.all(Array.from({ length: count }, () => sql`SELECT pg_sleep(0.05)`.execute(db)));
}

/**
 * Runs `work` in one transaction that is bound to a tenant by row-level security.
 * Everything is rolled back when `work` throws.
 */
export async function withTenant<T>(db: Db, tenantId: string, work: (tx: TenantTx) => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    try {
      const result = await work(await begin(connection, tenantId, 'READ WRITE'));
      await sql.raw('COMMIT').execute(connection);
      return result;
    } catch (error) {
      await rollback(connection);
      throw error;
    }
  });
}

/**
 * The same for reading only: the answer does not wait for the end of the transaction, which has nothing to keep.
 * @throws the database's error when `work` writes
 */
export function readTenant<T>(db: Db, tenantId: string, work: (tx: TenantTx) => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    db.connection()
      .execute(async (connection) => {
        try {
          resolve(await work(await begin(connection, tenantId, 'READ ONLY')));
        } catch (error) {
          reject(error as Error);
        }
        await rollback(connection);
      })
      .catch(reject);
  });
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function begin(connection: Db, tenantId: string, mode: 'READ ONLY' | 'READ WRITE'): Promise<TenantTx> {
  if (!uuid.test(tenantId)) throw new TypeError(`"${tenantId}" is no tenant id`);
  // One round trip instead of two: this stands before everything that the service does. The text holds nothing but the
  // mode and an id that was checked a line above.
  await sql.raw(`BEGIN ${mode}; SELECT set_config('app.tenant', '${tenantId}', true)`).execute(connection);
  return Object.assign(connection, { tenantId });
}

/** Where the connection itself broke, the server has rolled back already. */
async function rollback(connection: Db): Promise<void> {
  await sql
    .raw('ROLLBACK')
    .execute(connection)
    .catch(() => undefined);
}
