import { EncoreError } from '../errors.ts';
import type { ArtistChoice } from './artist.ts';
import type { FormatOptions } from './format.ts';
import type { ByteLimits } from './read/bytes.ts';
import type { ImportReport } from './report.ts';

export interface ImportRequest extends FormatOptions {
  tenantId: string;
  /** Name of the format; undefined: it is found by the file's header. */
  format: string | undefined;
  /** Where the file lies; it may be read more than once. */
  path: string;
  /** What people call it. */
  fileName: string;
  /** Undefined only for what belongs to the tenant. */
  artist: ArtistChoice | undefined;
  /** Land nothing when any row is bad. */
  strict?: boolean;
  /** Only report: everything is done and rolled back. */
  dryRun?: boolean;
  /** Rows that name another artist land too: the user stands by it that they are this artist's. */
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
  /** Name of the format that the file was read as. */
  format: string;
  /** null for what belongs to the tenant. */
  artistId: string | null;
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
