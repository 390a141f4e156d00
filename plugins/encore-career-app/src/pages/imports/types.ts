/** What can be imported: one format of files, as the service knows it. */
export interface FormatInfo {
  name: string;
  title: string;
  help: string;
  /** Its facts are those of an artist, who must be named. */
  ofArtist: boolean;
  columns: Array<{ key: string; title: string; required: boolean }>;
}

/** How a file is to be read; what is left out is found in the file or stays as it usually is. */
export interface ImportOptions {
  format?: string;
  /** Slug of the artist. */
  artist?: string;
  /** Make the artist, with the next three. */
  create?: boolean;
  name?: string;
  timeZone?: string;
  currency?: string;
  /** Names in the file by column key. */
  map?: Record<string, string>;
  dates?: 'dmy' | 'mdy';
  decimal?: 'dot' | 'comma';
  anyArtist?: boolean;
  strict?: boolean;
  dryRun?: boolean;
}

export interface Rejection {
  line: number;
  column: string | null;
  value: string;
  reason: string;
  code: string;
}

export interface Counts {
  read: number;
  added: number;
  superseded: number;
  unchanged: number;
  /** Rows of earlier imports that a complete file no longer has. */
  withdrawn: number;
  rejectedCount: number;
}

interface Remark {
  code: string;
  text: string;
}

/** What an import did; after a dry run, what it would do. */
export interface ImportResult extends Counts {
  /** null for a dry run. */
  importId: string | null;
  format: string;
  artistCreated: boolean;
  /** The first 1,000. */
  rejected: Rejection[];
  notices: Remark[];
}

export type RunStatus = 'running' | 'done' | 'refused' | 'failed' | 'cancelled';

/** One import of the past, or one that goes on. */
export interface ImportRun extends Counts {
  importId: string;
  format: string;
  fileName: string;
  status: RunStatus;
  notices: Remark[];
  /** Why it was refused or failed. */
  error: string | null;
  /** ISO 8601. */
  startedAt: string;
  finishedAt: string | null;
}

export interface ImportDetail extends ImportRun {
  rejected: Rejection[];
}
