import type { FormatOptions, ImportFormat } from '../format.ts';
import type { DateOrder, DecimalMark } from '../values/badValue.ts';
import type { ByteLimits } from './bytes.ts';

/** How the dates and amounts of a file are written; undefined where no row tells and none has to. */
export interface Styles {
  decimal: DecimalMark | undefined;
  /** As the user said, for all columns. */
  dateOrder: DateOrder | undefined;
  /** As the file tells, by column key. */
  dateOrders?: ReadonlyMap<string, DateOrder>;
}

export interface SniffRequest extends FormatOptions {
  path: string;
  fileName: string;
  format: ImportFormat;
  limits?: ByteLimits;
  signal: AbortSignal;
}
