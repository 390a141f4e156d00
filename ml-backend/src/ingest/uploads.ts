import { createHash } from 'node:crypto';
import { badRequest, EncoreError, notFound } from '../errors.ts';
import type { Db } from '../store/connection.ts';
import { withTenant } from '../store/connection.ts';
import {
  countUploads,
  dropUpload,
  findUpload,
  heldBytes,
  listParts,
  openUpload,
  putPart,
  readPart,
} from '../store/uploads.ts';
import type { Upload } from '../store/uploads.ts';
import { byteLimits } from './read/bytes.ts';
import { withSpooledFile } from './spool.ts';
import type { SpoolOptions } from './spool.ts';
import { shorten } from './values/badValue.ts';

/** Most bytes of one part: Grafana's resource calls carry no more. */
export const mostPartBytes = 8 * 1024 ** 2;
const mostOpen = 20;
/** Most bytes of all unfinished uploads of a tenant, where nothing else is said: two files of the largest size. */
export const usualUploadBytes = 2 * byteLimits.fileBytes;

export interface Part {
  uploadId: string;
  part: number;
  bytes: Buffer;
  /** Hex, as the sender counted it. */
  sha256: string;
}

/** @throws EncoreError IMPORT_TOO_MANY_UPLOADS */
export async function beginUpload(db: Db, tenantId: string, fileName: string): Promise<Upload> {
  return withTenant(db, tenantId, async (tx) => {
    if ((await countUploads(tx)) < mostOpen) return openUpload(tx, shorten(fileName, 250));
    throw new EncoreError(
      'IMPORT_TOO_MANY_UPLOADS',
      429,
      `${mostOpen} uploads are open; finish one, or wait until they expire after 24 hours`
    );
  });
}

/**
 * Keeps one part; one that is sent again replaces the first.
 * @param quota most bytes of all unfinished uploads of the tenant
 * @throws EncoreError IMPORT_BAD_PART, IMPORT_UNKNOWN_UPLOAD, IMPORT_TOO_LARGE, IMPORT_UPLOADS_FULL
 */
export async function storePart(
  db: Db,
  tenantId: string,
  { uploadId, part, bytes, sha256 }: Part,
  quota = usualUploadBytes
): Promise<void> {
  if (bytes.length === 0) throw badRequest('IMPORT_BAD_PART', `part ${part} is empty`, 'body');
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256.toLowerCase()) {
    throw badRequest(
      'IMPORT_BAD_PART',
      `part ${part} arrived damaged: its SHA-256 is ${found}; send it again`,
      'x-content-sha256'
    );
  }
  await withTenant(db, tenantId, async (tx) => {
    if (!(await findUpload(tx, uploadId))) throw unknownUpload(uploadId);
    const { upload, all } = await heldBytes(tx, uploadId, part);
    if (upload + bytes.length > byteLimits.fileBytes) {
      throw new EncoreError(
        'IMPORT_TOO_LARGE',
        413,
        'the upload is larger than 1,024 MB; split the file, or compress it with gzip',
        'file'
      );
    }
    if (all + bytes.length > quota) throw full(all, quota);
    await putPart(tx, uploadId, part, bytes, found);
  });
}

const megabytes = (bytes: number): string => Math.floor(bytes / 1024 ** 2).toLocaleString('en');

const full = (held: number, quota: number) =>
  new EncoreError(
    'IMPORT_UPLOADS_FULL',
    413,
    `unfinished uploads hold ${megabytes(held)} of ${megabytes(quota)} MB; finish or delete one, wait until they expire after 24 hours, or raise ENCORE_UPLOAD_MB`,
    'body'
  );

/**
 * Puts the parts together for `work`. The upload is removed when that succeeds, so that a refused import can be
 * tried again with other options.
 * @throws EncoreError IMPORT_UNKNOWN_UPLOAD, IMPORT_MISSING_PART
 */
export async function finishUpload<T>(
  db: Db,
  tenantId: string,
  uploadId: string,
  work: (path: string, fileName: string) => Promise<T>,
  spool?: SpoolOptions
): Promise<T> {
  const { upload, parts } = await withTenant(db, tenantId, async (tx) => ({
    upload: await findUpload(tx, uploadId),
    parts: await listParts(tx, uploadId),
  }));
  if (!upload) throw unknownUpload(uploadId);
  const gap = parts.findIndex((part, index) => part !== index + 1);
  if (gap >= 0 || parts.length === 0) {
    throw new EncoreError(
      'IMPORT_MISSING_PART',
      409,
      `part ${gap < 0 ? 1 : gap + 1} of the upload is missing; send it, then finish`,
      'parts'
    );
  }
  async function* bytes(): AsyncGenerator<Buffer> {
    for (const part of parts) {
      const piece = await withTenant(db, tenantId, (tx) => readPart(tx, uploadId, part));
      if (!piece) throw unknownUpload(uploadId);
      yield piece;
    }
  }
  const result = await withSpooledFile(bytes(), (path) => work(path, upload.fileName), spool);
  await withTenant(db, tenantId, (tx) => dropUpload(tx, uploadId));
  return result;
}

const unknownUpload = (uploadId: string) =>
  notFound(
    'IMPORT_UNKNOWN_UPLOAD',
    `there is no upload ${uploadId}, or it has expired after 24 hours; begin again`,
    'id'
  );
