import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';

/** Works from src/store and from dist/store alike. */
export const migrationsDir = new URL('../../migrations/', import.meta.url);

export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** The numbered files in order. */
export async function listMigrations(dir: URL = migrationsDir): Promise<Migration[]> {
  const names = (await readdir(dir)).filter((name) => /^\d{4}_\w+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, dir), 'utf8');
      return { name, sql: text, checksum: createHash('sha256').update(text).digest('hex') };
    })
  );
}

// Any number that no other program of ours takes: two starts at once migrate one after the other.
const migrationLock = 5_106_873;

/**
 * Applies what is missing, each file in its own transaction, as the owner.
 * @param adminUrl role that owns the schema: neither superuser nor BYPASSRLS is needed
 * @param appUrl   role that gets the grants
 * @returns names of the files applied now
 * @throws Error when an applied file was changed afterwards
 */
export async function migrate(adminUrl: string, appUrl: string, report: (name: string) => void = () => undefined) {
  const client = new pg.Client({
    connectionString: adminUrl,
    application_name: 'encore-migrate',
    connectionTimeoutMillis: 5_000,
  });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await client.query(
      'CREATE TABLE IF NOT EXISTS public.encore_migration (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())'
    );
    await client.query('GRANT SELECT ON public.encore_migration TO PUBLIC');
    const applied = new Map(
      (
        await client.query<{ name: string; checksum: string }>('SELECT name, checksum FROM public.encore_migration')
      ).rows.map((row) => [row.name, row.checksum])
    );
    const done: string[] = [];
    for (const migration of await listMigrations()) {
      const checksum = applied.get(migration.name);
      if (checksum === migration.checksum) continue;
      if (checksum) {
        throw new Error(
          `migration ${migration.name} was changed after it was applied; add a new file instead of editing it`
        );
      }
      report(migration.name);
      await applyOne(client, migration, decodeURIComponent(new URL(appUrl).username));
      done.push(migration.name);
    }
    return done;
  } finally {
    await client.end();
  }
}

async function applyOne(client: pg.Client, migration: Migration, appRole: string) {
  await client.query('BEGIN');
  try {
    await client.query("SELECT set_config('encore.app_role', $1, true)", [appRole]);
    await client.query(migration.sql);
    await client.query('INSERT INTO public.encore_migration (name, checksum) VALUES ($1, $2)', [
      migration.name,
      migration.checksum,
    ]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`migration ${migration.name} failed: ${(error as Error).message}`, { cause: error });
  }
}
