import type { Writable } from 'node:stream';
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
  copy: (statement: string) => CopyTarget;
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
  const state: { failure?: Error; closed: boolean } = { closed: false };
  const close = () => (state.closed = true);
  stream
    .on('error', (error) => (state.failure ??= error))
    .on('close', close)
    .on('finish', close);
  const check = () => {
    if (state.failure) throw state.failure;
  };
  return {
    async write(text: string) {
      check();
      if (!stream.write(text)) await firstOf(stream, ['drain', 'close', 'error']);
      check();
    },
    async end() {
      stream.end();
      if (!state.closed) await firstOf(stream, ['finish', 'close', 'error']);
      check();
    },
    /** Tells the server to forget what it got; harmless after the end. */
    async fail(error: Error) {
      if (state.closed || state.failure) return;
      const gone = firstOf(stream, ['close']);
      stream.destroy(error);
      await gone;
    },
  };
}

const firstOf = (stream: Writable, events: string[]): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      for (const event of events) stream.off(event, done);
      resolve();
    };
    for (const event of events) stream.on(event, done);
  });
