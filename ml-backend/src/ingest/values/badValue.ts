/** A value that cannot be used, and what to write instead. Returned, not thrown: files may hold millions of them. */
export class BadValue {
  readonly code: string;
  readonly reason: string;
  /** Key of the column in the format, where it is not the column that is being read. */
  readonly column: string | undefined;

  constructor(code: string, reason: string, column?: string) {
    this.code = code;
    this.reason = reason;
    this.column = column;
  }
}

/** The exact text that lands in the database, or null for "not known". */
export type Cell = string | null;

/** Turns what a file says into a cell. Empty text never reaches a reader. */
export type Reader = (text: string, context: ReadContext) => Cell | BadValue;

/** What readers may know about the import. Styles are decided once a file. */
export interface ReadContext {
  /** Moment of the import. */
  now: Date;
  /** Today's local date of the artist, `YYYY-MM-DD`. */
  today: string;
  /** Reporting currency of the artist. */
  currency: string;
  decimal: DecimalMark | undefined;
  dateOrder: DateOrder | undefined;
}

export type DecimalMark = 'dot' | 'comma';
export type DateOrder = 'dmy' | 'mdy';

const control = /[\u0000-\u001f\u007f]/g;

/** Text of a file as a message repeats it: short, and without what a terminal or a JSON column cannot take. */
export const shorten = (text: string, most = 120): string =>
  (text.length > most ? `${text.slice(0, most)}…` : text).replace(control, '\ufffd').toWellFormed();

/**
 * Remembers answers of a reader, since exports repeat few dates, stores and countries.
 * The memory is bounded and belongs to one import, whose context decides how a date or a currency is read.
 */
export function remember(reader: Reader, most = 5_000): Reader {
  const memories = new WeakMap<ReadContext, Map<string, Cell | BadValue>>();
  let current: ReadContext | undefined;
  let known = new Map<string, Cell | BadValue>();
  return (text, context) => {
    if (context !== current) {
      known = memories.get(context) ?? new Map<string, Cell | BadValue>();
      memories.set(context, known);
      current = context;
    }
    const seen = known.get(text);
    if (seen !== undefined) return seen;
    const answer = reader(text, context);
    if (known.size < most && text.length <= 200) known.set(text, answer);
    return answer;
  };
}
