import type { FactTarget } from '../store/factTarget.ts';
import type { Complete } from '../store/withdrawals.ts';
import type { BadValue, Cell, DateOrder, DecimalMark, ReadContext, Reader } from './values/badValue.ts';
import type { DateWindow } from './values/window.ts';
import type { Notices } from './notices.ts';

/** A column that a file may have. */
export interface Column {
  /** As the source writes it; messages use the name in the file. */
  title: string;
  /** Other names of the same thing; case, blanks and punctuation do not matter. */
  also?: readonly string[];
  required?: boolean;
  /** `--map` may set one value for the whole file. */
  fixed?: boolean;
  read: Reader;
  /** Take part in the natural key: what makes two rows the same fact. */
  key?: boolean;
  /**
   * Of a column of money: where its currency stands, in another column or the same in all files. A symbol or a code
   * beside the digits must agree, and is the row's currency where the other column says nothing.
   */
  currency?: { column: string } | { is: string };
  /** Of a column of dates: the days that it can hold; `usualWindow` where the evidence is that of dates. */
  window?: DateWindow;
  /** Evidence that is looked for in the whole file before it is read. */
  evidence?: 'date' | 'amount';
}

/** The cells of a row by column key; columns that the file lacks are absent. */
export type Row = Record<string, Cell | undefined>;

/** A row as a fact of the target table. */
export interface Fact {
  grain: 'instant' | 'day' | 'month';
  /** Timestamp text, or null for a fact without a date. */
  occurredAt: Cell;
  knownAt: string;
  /** Values by column of the target; what is absent is null. */
  values: Record<string, Cell | undefined>;
  /** Part of the natural key beyond the columns marked as key. */
  key?: string;
}

export interface FactContext extends ReadContext {
  /** Time zone of the artist, e.g. Europe/Berlin. */
  timeZone: string;
  notices: Notices;
  /** Order of day and month by column key, where the file tells it. */
  dateOrders?: ReadonlyMap<string, DateOrder>;
  /** Fixed values of `--map`, e.g. currency=EUR. */
  constants: Readonly<Row>;
  /** When a fact of a day became known, where the source does not say. */
  knownAfter: (day: string, days: number) => string;
}

/** The beginning of a file, as a format judges it where nobody named the format. */
export interface FileHead {
  fileName: string;
  /** First 32 kB of the file's text. */
  text: string;
  /** Names in the first row. */
  names: readonly string[];
  /** Keys of the format's columns that are there, by title, another name or `--map`. */
  found: ReadonlySet<string>;
  /** All required columns are there. */
  complete: boolean;
  /** Share (0 to 1) of the names that are columns of the format. */
  known: number;
  /** Whether all of these names stand in the first row; case, blanks and punctuation do not matter. */
  has: (...names: string[]) => boolean;
}

/**
 * How sure it is (0 = no, 1 = no other source writes so) that a file is of a format.
 * `recognise.ts` has the usual ones: `byColumns`, `byNames('Sale Month', 'Earnings (USD)')`, `lastResort`.
 */
export type Recognise = (head: FileHead) => number;

/** One source format: what it looks like, what is valid, what makes a row the same, where it lands. */
interface Format {
  /** Name on the command line and `source` of its facts. */
  name: string;
  title: string;
  help: string;
  columns: Readonly<Record<string, Column>>;
  /** Recognises its files by their header, so that `import <file>` needs no format; left out: `byColumns`. */
  recognise?: Recognise;
  target: FactTarget;
  /** Key of the column that names the artist, where rows of several artists may stand in one file. */
  artistColumn?: string;
  /** Set where a file tells all there is of a thing: what stood there and is in the file no longer is withdrawn. */
  complete?: Complete;
  /** Files name people who are no concern of ours: of a row that cannot be taken apart nothing is repeated. */
  personal?: true;
}

/** A table with a header: its rows are read by `columns`. */
export interface TableFormat extends Format {
  /** A row as one fact, as several (the target says `spread`), or as none: an empty list, with a notice that says why. */
  fact(row: Row, context: FactContext): Fact | readonly Fact[] | BadValue;
}

/** A file that is no table takes itself apart; `columns` tells what is read of it. */
export interface DocumentFormat extends Format {
  /**
   * Reads all of the text and gives its facts to the sink.
   * @throws EncoreError for a file that is of another kind or too large
   */
  readAll(text: AsyncIterable<string>, context: FactContext, sink: DocumentSink, fileName: string): Promise<void>;
}

/** Where the facts of a document go. Lines are counted from 1. */
export interface DocumentSink {
  /** The facts of one item; wait for it, so that a slow database slows the reading. */
  item(line: number, facts: readonly Fact[]): Promise<void>;
  /** An item that cannot be used; `column` is a key of `columns`. */
  reject(line: number, column: string, value: string, fault: BadValue): void;
}

export type ImportFormat = TableFormat | DocumentFormat;

/** What a user may set for one import. */
export interface FormatOptions {
  map?: Readonly<Record<string, string>>;
  dateOrder?: DateOrder;
  decimal?: DecimalMark;
}
