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

/**
 * What has yet to be applied, in order.
 * @param applied checksums by the names of files that are
 * @throws Error when an applied file was changed afterwards, or when a file is missing that a later one was applied
 *   without: what it does would come after what was written to follow it
 */
export function outstanding(files: readonly Migration[], applied: ReadonlyMap<string, string>): Migration[] {
  const changed = files.find(({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum);
  if (changed)
    throw new Error(`migration ${changed.name} was changed after it was applied; add a new file instead of editing it`);
  const missing = files.filter(({ name }) => !applied.has(name));
  const newest = [...applied.keys()].sort().at(-1);
  const late = newest === undefined ? undefined : missing.find(({ name }) => name < newest);
  if (late)
    throw new Error(
      `migration ${late.name} comes before ${newest}, which this database has already; nothing was applied. Give the file a number above ${newest?.slice(0, 4)}`
    );
  return missing;
}

// Any number that no other program of ours takes: two starts at once migrate one after the other.
const migrationLock = 5_106_873;

/**
 * Applies what is missing, each file in its own transaction, as the owner.
 * @param adminUrl role that owns the schema: neither superuser nor BYPASSRLS is needed
 * @param appUrl   role that gets the grants
 * @returns names of the files applied now
 * @throws Error when a file may not be applied (see `outstanding`; none is then), or fails
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
    for (const migration of outstanding(await listMigrations(), applied)) {
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
