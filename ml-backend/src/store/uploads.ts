import { sql } from 'kysely';
import type { TenantTx } from './connection.ts';

export interface Upload {
  uploadId: string;
  fileName: string;
  expiresAt: Date;
}

const columns = ['upload_id as uploadId', 'file_name as fileName', 'expires_at as expiresAt'] as const;

/** Uploads that wait for parts; those that have expired are removed on the way. */
export async function countUploads(tx: TenantTx): Promise<number> {
  await tx
    .deleteFrom('import_upload')
    .where('expires_at', '<', sql<Date>`now()`)
    .execute();
  const row = await tx
    .selectFrom('import_upload')
    .select(sql<number>`count(*)`.as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

export function openUpload(tx: TenantTx, fileName: string): Promise<Upload> {
  return tx
    .insertInto('import_upload')
    .values({ tenant_id: tx.tenantId, file_name: fileName })
    .returning(columns)
    .executeTakeFirstOrThrow();
}

/** @returns undefined for an upload that is unknown or has expired */
export function findUpload(tx: TenantTx, uploadId: string): Promise<Upload | undefined> {
  return tx
    .selectFrom('import_upload')
    .select(columns)
    .where('upload_id', '=', uploadId)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
}

/** A part that is sent again replaces the first. */
export async function putPart(
  tx: TenantTx,
  uploadId: string,
  part: number,
  bytes: Buffer,
  sha256: string
): Promise<void> {
  await tx
    .insertInto('import_upload_part')
    .values({ tenant_id: tx.tenantId, upload_id: uploadId, part, bytes, sha256 })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'upload_id', 'part']).doUpdateSet({ bytes, sha256 }))
    .execute();
}

/**
 * Bytes that wait in one upload and in all of the tenant's, without the part that is about to be put. Parts of a tenant
 * are counted one after the other until their transactions end, so that two cannot both take the last room.
 */
export async function heldBytes(
  tx: TenantTx,
  uploadId: string,
  part: number
): Promise<{ upload: number; all: number }> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${tx.tenantId}/uploads`}, 0))`.execute(tx);
  const { rows } = await sql<{ upload: number; all: number }>`
    SELECT coalesce(sum(octet_length(bytes)) FILTER (WHERE upload_id = ${uploadId}), 0)::bigint AS upload,
      coalesce(sum(octet_length(bytes)), 0)::bigint AS "all"
    FROM import_upload_part JOIN import_upload USING (tenant_id, upload_id)
    WHERE expires_at > now() AND NOT (upload_id = ${uploadId} AND part = ${part})`.execute(tx);
  return rows[0]!;
}

/** Numbers of the parts that are there, in order. */
export async function listParts(tx: TenantTx, uploadId: string): Promise<number[]> {
  const rows = await tx
    .selectFrom('import_upload_part')
    .select('part')
    .where('upload_id', '=', uploadId)
    .orderBy('part')
    .execute();
  return rows.map(({ part }) => part);
}

export async function readPart(tx: TenantTx, uploadId: string, part: number): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('import_upload_part')
    .select('bytes')
    .where('upload_id', '=', uploadId)
    .where('part', '=', part)
    .executeTakeFirst();
  return row?.bytes;
}

export async function dropUpload(tx: TenantTx, uploadId: string): Promise<void> {
  await tx.deleteFrom('import_upload').where('upload_id', '=', uploadId).execute();
}
