import type pg from 'pg';
import { EncoreError } from '../errors.ts';
import { withTenant } from '../store/connection.ts';
import type { Db } from '../store/connection.ts';
import { endImport, startImport } from '../store/imports.ts';
import type { ArtistChoice } from './artist.ts';
import { findFormat } from './catalogue.ts';
import type { FormatOptions } from './format.ts';
import { loadFile } from './load.ts';
import type { ByteLimits } from './read/bytes.ts';
import { mostStored } from './report.ts';
import type { ImportReport } from './report.ts';

export interface ImportRequest extends FormatOptions {
  tenantId: string;
  format: string;
  /** Where the file lies; it may be read more than once. */
  path: string;
  /** What people call it. */
  fileName: string;
  artist: ArtistChoice;
  /** Land nothing when any row is bad. */
  strict?: boolean;
  /** Only report: everything is done and rolled back. */
  dryRun?: boolean;
  /** Rows that name another artist land too. */
  anyArtist?: boolean;
  /** Who asked, for the audit log. */
  actor: string;
  now?: Date;
  limits?: ByteLimits;
  signal?: AbortSignal;
  onProgress?: (progress: ImportProgress) => void;
}

export interface ImportProgress {
  rows: number;
  bytes: number;
  totalBytes: number;
}

export interface ImportOutcome {
  /** Absent for a dry run, which leaves no trace. */
  importId: string | undefined;
  artistId: string;
  artistCreated: boolean;
  sha256: string;
  report: ImportReport;
}

/** A file of which nothing landed, and why. */
export class ImportRefused extends EncoreError {
  readonly report: ImportReport;
  importId: string | undefined;
  constructor(code: string, statusCode: number, message: string, field: string | undefined, report: ImportReport) {
    super(code, statusCode, message, field);
    this.name = 'ImportRefused';
    this.report = report;
  }
}

const nothing = (): ImportReport => ({ read: 0, added: 0, superseded: 0, unchanged: 0, rejected: [], rejectedCount: 0, notices: [] });

/**
 * Imports one file in one transaction: all of its good rows land, or nothing.
 * The outcome is recorded in `import_run`, also when the file is refused, fails or is cancelled.
 * @throws ImportRefused for a file that cannot be used; the signal's reason after an abort; database errors
 */
export async function importFile(db: Db, pool: pg.Pool, request: ImportRequest): Promise<ImportOutcome> {
  const { tenantId, fileName, map, strict, anyArtist, dateOrder, decimal } = request;
  const signal = request.signal ?? new AbortController().signal;
  let importId: string | undefined;
  try {
    const format = findFormat(request.format);
    if (!request.dryRun) {
      const options = { artist: request.artist.slug, map, strict, anyArtist, dateOrder, decimal };
      importId = await startImport(db, tenantId, { format: format.name, fileName, options });
    }
    return await loadFile(pool, { ...request, format, signal, importId });
  } catch (error) {
    const refused = asRefusal(error);
    if (refused) refused.importId = importId;
    if (importId) await recordFailure(db, tenantId, importId, refused ?? error, signal.aborted);
    throw refused ?? error;
  }
}

function asRefusal(error: unknown): ImportRefused | undefined {
  if (error instanceof ImportRefused) return error;
  if (!(error instanceof EncoreError)) return undefined;
  return new ImportRefused(error.code, error.statusCode, error.message, error.field, nothing());
}

async function recordFailure(db: Db, tenantId: string, importId: string, error: unknown, cancelled: boolean): Promise<void> {
  const refused = error instanceof ImportRefused;
  const report = refused ? error.report : nothing();
  const status = refused ? 'refused' : cancelled ? 'cancelled' : 'failed';
  const message = cancelled && !refused ? 'the import was cancelled' : error instanceof Error ? error.message : String(error);
  const end = { ...report, status, rejected: report.rejected.slice(0, mostStored), error: message } as const;
  // The first error is the one to tell; a database that is gone cannot record it.
  await withTenant(db, tenantId, (tx) => endImport(tx, importId, end)).catch(() => undefined);
}
