import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Db } from './connection.ts';
import { connect, createPool } from './connection.ts';
import { defaultTenant, ensureTenant } from './tenants.ts';

export interface TestDatabase {
  db: Db;
  /** As the owner: migrations and jobs over all tenants. */
  owner: Db;
  pool: pg.Pool;
  tenantId: string;
  urls: { app: string; owner: string; superuser: string };
  close: () => Promise<void>;
}

/**
 * A fresh, migrated database on the test run's own PostgreSQL, with the default tenant.
 * @throws Error outside of jest's global set-up
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = process.env.ENCORE_TEST_DATABASE;
  if (!server)
    throw new Error('ENCORE_TEST_DATABASE is not set: run store tests with the jest configuration of ml-backend');
  const base = JSON.parse(server) as TestDatabase['urls'];
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(base.superuser, (client) => copyDatabase(client, name));
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const urls = { app: at(base.app), owner: at(base.owner), superuser: at(base.superuser) };
  const db = connect(urls.app, { max: 8 });
  const owner = connect(urls.owner, { max: 2 });
  const pool = createPool(urls.app, { max: 4 });
  const tenantId = await ensureTenant(db, defaultTenant);
  return {
    db,
    owner,
    pool,
    tenantId,
    urls,
    async close() {
      await Promise.all([db.destroy(), owner.destroy(), pool.end()]);
      await asSuperuser(base.superuser, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

// Two test files that copy at the same moment would each see the other at the template.
async function copyDatabase(client: pg.Client, name: string) {
  await client.query('SELECT pg_advisory_lock(42)');
  await client.query(`CREATE DATABASE ${name} TEMPLATE encore OWNER encore_owner`);
}

async function asSuperuser(url: string, work: (client: pg.Client) => Promise<unknown>) {
  const client = new pg.Client({ connectionString: Object.assign(new URL(url), { pathname: '/postgres' }).href });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
