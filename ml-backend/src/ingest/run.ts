import type pg from 'pg';
import { EncoreError } from '../errors.ts';
import { withTenant } from '../store/connection.ts';
import type { Db } from '../store/connection.ts';
import { endImport, startImport } from '../store/imports.ts';
import { findFormat, formats } from './catalogue.ts';
import { detectFormat } from './detect.ts';
import { loadFile } from './load.ts';
import { mostStored } from './report.ts';
import type { ImportReport } from './report.ts';
import { ImportRefused } from './request.ts';
import type { ImportOutcome, ImportRequest } from './request.ts';
import { shorten } from './values/badValue.ts';

const nothing = (): ImportReport => ({
  read: 0,
  added: 0,
  superseded: 0,
  unchanged: 0,
  withdrawn: 0,
  rejected: [],
  rejectedCount: 0,
  notices: [],
});

/**
 * Imports one file in one transaction: all of its good rows land, or nothing.
 * The outcome is recorded in `import_run`, also when the file is refused, fails or is cancelled.
 * @throws ImportRefused for a file that cannot be used; the signal's reason after an abort; database errors
 */
export async function importFile(db: Db, pool: pg.Pool, request: ImportRequest): Promise<ImportOutcome> {
  const { tenantId, strict, anyArtist, dateOrder, decimal } = request;
  const fileName = shorten(request.fileName, 255);
  const signal = request.signal ?? new AbortController().signal;
  let importId: string | undefined;
  try {
    const format = request.format === undefined ? await detectFormat(request, formats) : findFormat(request.format);
    if (!request.dryRun) {
      const map = Object.entries(request.map ?? {}).map((part) => shorten(part.join('=')));
      const tenant = request.artist?.create ? request.artist.tenant : undefined;
      const options = {
        artist: request.artist && shorten(request.artist.slug),
        map,
        strict,
        anyArtist,
        dateOrder,
        decimal,
      };
      importId = await startImport(db, tenantId, { format: format.name, fileName, options, tenant });
    }
    const detected = request.format === undefined;
    return await loadFile(pool, { ...request, fileName, format, detected, signal, importId });
  } catch (error) {
    const cancelled = signal.aborted && error === signal.reason;
    const refused = cancelled ? undefined : asRefusal(error);
    if (refused) refused.importId = importId;
    if (importId) await recordFailure(db, tenantId, importId, refused ?? error, cancelled);
    throw refused ?? error;
  }
}

function asRefusal(error: unknown): ImportRefused | undefined {
  if (error instanceof ImportRefused) return error;
  if (!(error instanceof EncoreError)) return undefined;
  return new ImportRefused(error.code, error.statusCode, error.message, error.field, nothing());
}

async function recordFailure(
  db: Db,
  tenantId: string,
  importId: string,
  error: unknown,
  cancelled: boolean
): Promise<void> {
  const refused = error instanceof ImportRefused;
  const report = refused ? error.report : nothing();
  const status = refused ? 'refused' : cancelled ? 'cancelled' : 'failed';
  const message = cancelled ? 'the import was cancelled' : error instanceof Error ? error.message : String(error);
  const end = { ...report, status, rejected: report.rejected.slice(0, mostStored), error: message } as const;
  // The first error is the one to tell; a database that is gone cannot record it.
  await withTenant(db, tenantId, (tx) => endImport(tx, importId, end)).catch(() => undefined);
}
