import { sql } from 'kysely';
import { notFound } from '../errors.ts';
import type { Db, TenantTx } from './connection.ts';
import { withTenant } from './connection.ts';

export type ImportStatus = 'running' | 'done' | 'refused' | 'failed' | 'cancelled';

export interface ImportCounts {
  read: number;
  added: number;
  superseded: number;
  unchanged: number;
  withdrawn: number;
  rejectedCount: number;
}

export interface ImportEnd extends ImportCounts {
  status: Exclude<ImportStatus, 'running'>;
  artistId?: string;
  /** Another name of the artist that the file has in all rows. */
  confirmedName?: string;
  sha256?: string;
  rejected: readonly unknown[];
  notices: readonly unknown[];
  error?: string;
}

export interface NewImport {
  format: string;
  fileName: string;
  options: Record<string, unknown>;
  /** Slug of the tenant, where it may be made for this. */
  tenant?: string;
}

// Between the record of an import and its transaction lie the first bytes of the file and the wait for a connection.
const beginsWithin = sql`interval '1 minute'`;

/** Opens the record of an import in a transaction of its own, so that a failure is recorded too. @throws EncoreError IMPORT_UNKNOWN_TENANT */
export async function startImport(
  db: Db,
  tenantId: string,
  { format, fileName, options, tenant }: NewImport
): Promise<string> {
  return withTenant(db, tenantId, async (tx) => {
    if (tenant !== undefined) await openTenant(tx, tenant);
    const known = await tx.selectFrom('tenant').select('slug').executeTakeFirst();
    if (!known)
      throw notFound(
        'IMPORT_UNKNOWN_TENANT',
        'there is no such tenant; --create makes it with its first artist',
        'tenant'
      );
    const row = await tx
      .insertInto('import_run')
      .values({ tenant_id: tenantId, format, file_name: fileName, options: JSON.stringify(options) })
      .returning('import_id')
      .executeTakeFirstOrThrow();
    return row.import_id;
  });
}

/** Tells others, until its transaction ends, that an import goes on. */
export async function holdImport(tx: TenantTx, importId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${importId}, 0))`.execute(tx);
}

/** Closes the records of imports whose process was killed: nobody holds them. */
export async function closeLostImports(tx: TenantTx): Promise<void> {
  await sql`
    WITH open AS MATERIALIZED (
      SELECT import_id FROM import_run WHERE status = 'running' AND started_at < now() - ${beginsWithin}
    )
    UPDATE import_run run
    SET status = 'failed', error = 'the import was interrupted, and nothing of it was kept; send the file again', finished_at = now()
    FROM open
    WHERE run.import_id = open.import_id AND pg_try_advisory_xact_lock(hashtextextended(open.import_id::text, 0))`.execute(
    tx
  );
}

/** Closes the record; for a successful import in the transaction of its facts. */
export async function endImport(tx: TenantTx, importId: string, end: ImportEnd): Promise<void> {
  await tx
    .updateTable('import_run')
    .set({
      status: end.status,
      artist_id: end.artistId ?? null,
      ...(end.confirmedName && {
        options: sql<string>`options || jsonb_build_object('confirmedName', ${end.confirmedName}::text)`,
      }),
      file_sha256: end.sha256 ?? null,
      rows_read: end.read,
      added: end.added,
      superseded: end.superseded,
      unchanged: end.unchanged,
      withdrawn: end.withdrawn,
      rejected: end.rejectedCount,
      rejections: JSON.stringify(end.rejected),
      notices: JSON.stringify(end.notices),
      error: end.error ?? null,
      finished_at: sql<Date>`clock_timestamp()`,
    })
    .where('import_id', '=', importId)
    .execute();
}

/** Other names of an artist: those that whole files had which were taken for it. */
export async function confirmedNames(tx: TenantTx, artistId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT DISTINCT options->>'confirmedName' AS name FROM import_run
    WHERE artist_id = ${artistId} AND status = 'done' AND options->>'confirmedName' IS NOT NULL`.execute(tx);
  return rows.map(({ name }) => name);
}

const listed = [
  'import_id as importId',
  'artist_id as artistId',
  'format',
  'file_name as fileName',
  'status',
  'rows_read as read',
  'added',
  'superseded',
  'unchanged',
  'withdrawn',
  'rejected as rejectedCount',
  'notices',
  'error',
  'started_at as startedAt',
  'finished_at as finishedAt',
] as const;

/** The latest imports first. */
export function listImports(tx: TenantTx, limit: number) {
  return tx
    .selectFrom('import_run')
    .select(listed)
    .orderBy('started_at', 'desc')
    .orderBy('import_id', 'desc')
    .limit(limit)
    .execute();
}

/** One import with its rejections. */
export function findImport(tx: TenantTx, importId: string) {
  return tx
    .selectFrom('import_run')
    .select([...listed, 'rejections as rejected'])
    .where('import_id', '=', importId)
    .executeTakeFirst();
}

/** Imports of one artist and source wait for each other until their transactions end. */
export async function lockSource(tx: TenantTx, artistId: string, source: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${tx.tenantId}/${artistId}/${source}`}, 0))`.execute(tx);
}

/** Makes the tenant inside the transaction, so that a dry run leaves none behind. */
export async function openTenant(tx: TenantTx, slug: string): Promise<void> {
  await tx
    .insertInto('tenant')
    .values({ tenant_id: tx.tenantId, slug, name: slug })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
