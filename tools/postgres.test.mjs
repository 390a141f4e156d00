import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { runningPostgres, startPostgres } from './postgres.mjs';

describe('the embedded PostgreSQL', () => {
  // A space, and mode 0700 by mkdtemp: as root, its user must still get in.
  const dataDir = mkdtempSync(join(tmpdir(), 'encore postgres-'));
  const options = { dataDir, durable: false };
  /** @type {import('./postgres.d.mts').RunningPostgres} */
  let server;

  /**
   * @param {string} url
   * @param {string} sql
   */
  async function query(url, sql) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return client.query(sql).finally(() => client.end());
  }

  beforeAll(async () => {
    server = await startPostgres(options);
  });

  afterAll(async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('has two roles, neither of which may step over row security', async () => {
    const { rows } = await query(
      server.databaseUrl,
      `SELECT rolname, rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb AS powers, d.datdba = r.oid AS owns
       FROM pg_roles r, pg_database d WHERE datname = 'encore' AND rolname LIKE 'encore%' ORDER BY rolname`
    );
    expect(rows).toEqual([
      { rolname: 'encore_app', powers: false, owns: false },
      { rolname: 'encore_owner', powers: false, owns: true },
    ]);
  });

  it('lets the application make temporary tables for COPY, but none that stay', async () => {
    await query(server.databaseUrl, 'CREATE TEMP TABLE t (a int)');
    await expect(query(server.databaseUrl, 'CREATE TABLE t (a int)')).rejects.toThrow('permission denied');
  });

  it('sorts and compares text the same way on every machine', async () => {
    const { rows } = await query(
      server.databaseUrl,
      "SELECT datcollate, pg_encoding_to_char(encoding) AS encoding FROM pg_database WHERE datname = 'encore'"
    );
    expect(rows).toEqual([{ datcollate: 'C.UTF-8', encoding: 'UTF8' }]);
  });

  it('asks for the password, also on this machine', async () => {
    const guessed = server.databaseUrl.replace(/encore_app:[^@]+/, 'encore_app:guess');
    await expect(query(guessed, 'SELECT 1')).rejects.toThrow('password authentication failed');
    expect(statSync(join(dataDir, 'postgres.json')).mode & 0o77).toBe(0);
  });

  it('refuses a second server on its folder, and tells others its addresses', async () => {
    await expect(startPostgres(options)).rejects.toMatchObject({ code: 'LOCK_HELD' });
    expect(runningPostgres(dataDir)?.databaseUrl).toBe(server.databaseUrl);
  });

  it('comes back with its data on the port of before, or on another one when that is taken', async () => {
    await query(server.databaseAdminUrl, 'CREATE TABLE kept AS SELECT 7 AS n');
    await server.stop();
    expect(runningPostgres(dataDir)).toBeUndefined();
    const before = server.port;
    const other = createServer();
    await new Promise((resolve) => other.listen(before, '127.0.0.1', () => resolve(undefined)));
    server = await startPostgres(options);
    other.close();
    expect({ created: server.created, moved: server.port !== before }).toEqual({ created: false, moved: true });
    expect((await query(server.databaseAdminUrl, 'SELECT n FROM kept')).rows).toEqual([{ n: 7 }]);
  });

  it('starts although another program has the process id of the server that was killed', async () => {
    await server.stop();
    writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), `${process.pid}\n${join(dataDir, 'postgres')}\n`);
    server = await startPostgres(options);
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(true);
  });

  it('leaves files of another version alone and says what to do', async () => {
    await server.stop();
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
    await expect(startPostgres(options)).rejects.toThrow(/holds PostgreSQL 17 and the installed one is 18/);
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '18\n');
    server = await startPostgres(options);
  });
});
