import { createHash } from 'node:crypto';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

// Planning under row security costs more than most of our reads; texts beyond this many are sent without a name.
const mostNamed = 300;
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  let name = names.get(text);
  if (!name && names.size < mostNamed) {
    name = `q${createHash('md5').update(text).digest('hex')}`;
    names.set(text, name);
  }
  return name;
}

const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();

/** A pool whose parametrised statements are prepared once a connection, so that PostgreSQL parses and plans them once. */
export function preparing(pool: pg.Pool): PostgresPool {
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      let wrapped = clients.get(client);
      if (!wrapped) clients.set(client, (wrapped = wrap(client)));
      return wrapped;
    },
  };
}

function wrap(client: pg.PoolClient): PostgresPoolClient {
  const query = (text: unknown, values: readonly unknown[] = []): unknown => {
    const plain = typeof text !== 'string' || values.length === 0;
    if (plain) return client.query(text as string, values as unknown[]);
    return client.query({ name: nameOf(text), text, values: [...values] });
  };
  // The pool gives a client a new release each time it is taken.
  const release = (destroy?: boolean): void => client.release(destroy);
  return Object.assign(Object.create(client) as PostgresPoolClient, { query, release });
}
