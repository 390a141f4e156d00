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

/** Numbers and sizes of the parts that are there, in order. */
export function listParts(tx: TenantTx, uploadId: string): Promise<Array<{ part: number; size: number }>> {
  return tx
    .selectFrom('import_upload_part')
    .select(['part', sql<number>`octet_length(bytes)`.as('size')])
    .where('upload_id', '=', uploadId)
    .orderBy('part')
    .execute();
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
