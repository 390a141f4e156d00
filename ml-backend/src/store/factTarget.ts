import type { TenantTx } from './connection.ts';

/** A table of facts that files are loaded into. */
export interface FactTarget {
  table: 'gig' | 'setlist_entry' | 'ledger_entry';
  /** What a version says, with its type: loaded, and compared to see whether a row was restated. */
  columns: ReadonlyArray<readonly [name: string, type: string]>;
  /** Loaded for `resolve` only. */
  staged?: ReadonlyArray<readonly [name: string, type: string]>;
  /** Rows with one natural key in one file: numbered when they are several facts, else the first one counts. */
  repeats: 'number' | 'reject';
  /** Set where a later report may say the same anew under another reporting date. */
  sameSubject?: SameSubject;
  /** Fills in what only the database knows. */
  resolve?: (tx: TenantTx, identity: FactIdentity) => Promise<Resolved>;
}

export interface FactIdentity {
  artistId: string;
  source: string;
  /** null for a dry run. */
  importId: string | null;
  /** Known moment of a correction that has no reporting date of its own. */
  now: Date;
  /** The file says itself when its rows were reported, so that an earlier report can be told from a correction. */
  reported: boolean;
}

/** Rows that were taken out of the stage, in order of their lines, and remarks. */
export interface Resolved {
  rejected: Array<{ line: number; column: string; value: string; code: string; reason: string }>;
  notices: Array<{ code: string; text: string }>;
}

/** What two reports of one thing have in common, beside their reporting dates. */
export interface SameSubject {
  /** Columns that say what a row is about. */
  of: readonly string[];
}
