import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../tools/postgres.mjs';
import { migrate } from './src/store/migrate.ts';

/** One real PostgreSQL for the whole run; each test file takes a fresh copy of the migrated database. */
export default async function setup() {
  const folder = await mkdtemp(join(tmpdir(), 'encore-test-'));
  const server = await startPostgres({ dataDir: folder, durable: false, settings: { max_connections: '200' } });
  await migrate(server.databaseAdminUrl, server.databaseUrl);
  process.env.ENCORE_TEST_DATABASE = JSON.stringify({
    app: server.databaseUrl,
    owner: server.databaseAdminUrl,
    superuser: server.superuserUrl,
  });
  globalThis.encoreTestServer = { server, folder };
}

export async function teardown() {
  const { server, folder } = globalThis.encoreTestServer;
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
