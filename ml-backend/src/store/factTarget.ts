import type { TenantTx } from './connection.ts';

/** Tables of facts that files are loaded into. */
export type FactTable =
  | 'gig'
  | 'setlist_entry'
  | 'ledger_entry'
  | 'audience_reading'
  | 'practice_session'
  | 'skill_assessment'
  | 'goal'
  | 'collaboration'
  | 'marketing_spend'
  | 'market_event';

/** Tables of things that are described and not versioned: a later file rewrites what it says of them. */
export type RecordTable = 'member' | 'venue' | 'fx_rate';

/** A table of facts that files are loaded into. */
export interface FactTarget {
  table: FactTable | RecordTable;
  /** Whose rows these are: the artist's where it is left out, or the tenant's, whichever artist is named. */
  scope?: 'tenant';
  /** Set for a table without versions. */
  record?: RecordKey;
  /** A row of a file may hold several facts; a report counts the rows. */
  spread?: true;
  /** What a version says, with its type: loaded, and compared to see whether a row was restated. */
  columns: ReadonlyArray<readonly [name: string, type: string]>;
  /** Loaded for `resolve` only. */
  staged?: ReadonlyArray<readonly [name: string, type: string]>;
  /** Rows with one natural key in one file: numbered when they are several facts, else the first one counts. */
  repeats: 'number' | 'reject';
  /** Set where a later report may say the same anew under another reporting date. */
  sameSubject?: SameSubject;
  /** Finds what the natural key speaks of, before rows with one key are settled. */
  identify?: (tx: TenantTx, identity: FactIdentity) => Promise<Resolved>;
  /** Fills in what only the database knows. */
  resolve?: (tx: TenantTx, identity: FactIdentity) => Promise<Resolved>;
}

export interface RecordKey {
  /** Columns that tell, within the scope, which row is meant. */
  key: readonly string[];
  /** What a new row says where the file says nothing, as text of the column's type. */
  empty?: Readonly<Record<string, string>>;
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

/** What became of the rows of a stage. */
export interface Merged {
  added: number;
  superseded: number;
  unchanged: number;
  /** Of the unchanged: rows that are older than what is known. */
  stale: number;
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
