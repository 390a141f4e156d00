import { once } from 'node:events';
import { Kysely, PostgresDialect, sql } from 'kysely';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { withTenant } from './connection.ts';
import type { TenantTx } from './connection.ts';
import type { Database } from './schema.gen.ts';

/** Rows on their way into a table, as text of COPY. */
export interface CopyTarget {
  /** Resolves when more may be sent. */
  write(text: string): Promise<void>;
  end(): Promise<void>;
}

export interface BulkTx {
  tx: TenantTx;
  /** Starts a COPY inside the transaction; it must be ended before anything else is asked. */
  copy(statement: string): CopyTarget;
}

/**
 * One transaction of a tenant that may also COPY. When `signal` fires, the running statement is cancelled and
 * everything is rolled back.
 */
export async function withBulkTenant<T>(
  pool: pg.Pool,
  tenantId: string,
  signal: AbortSignal,
  work: (bulk: BulkTx) => Promise<T>
): Promise<T> {
  signal.throwIfAborted();
  let client: pg.PoolClient | undefined;
  const connect = async () => (client = await pool.connect());
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: { options: pool.options, connect, end: async () => undefined } }),
  });
  return withTenant(db, tenantId, async (tx) => {
    const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(tx);
    let cancelling: Promise<unknown> | undefined;
    const cancel = () => {
      cancelling = pool.query('SELECT pg_cancel_backend($1)', [rows[0]?.pid]).catch(() => undefined);
    };
    signal.addEventListener('abort', cancel);
    let open: OpenCopy | undefined;
    try {
      return await work({ tx, copy: (statement) => (open = startCopy(client!, statement)) });
    } catch (error) {
      await open?.fail(error as Error);
      signal.throwIfAborted();
      throw error;
    } finally {
      signal.removeEventListener('abort', cancel);
      // A cancellation that arrives late would hit the next user of this connection.
      await cancelling;
    }
  });
}

interface OpenCopy extends CopyTarget {
  fail(error: Error): Promise<void>;
}

function startCopy(client: pg.PoolClient, statement: string): OpenCopy {
  const stream = client.query(copyFrom(statement));
  let failure: Error | undefined;
  let closed = false;
  stream
    .on('error', (error) => (failure ??= error))
    .on('close', () => (closed = true))
    .on('finish', () => (closed = true));
  return {
    async write(text: string) {
      if (failure) throw failure;
      if (!stream.write(text)) await Promise.race([once(stream, 'drain'), once(stream, 'close')]);
      if (failure) throw failure;
    },
    async end() {
      stream.end();
      if (!closed) await once(stream, 'finish');
    },
    /** Tells the server to forget what it got; harmless after the end. */
    async fail(error: Error) {
      if (closed || failure) return;
      const gone = once(stream, 'close').catch(() => undefined);
      stream.destroy(error);
      await gone;
    },
  };
}
