import { badRequest } from '../../errors.ts';
import { decimalEvidence } from '../values/amount.ts';
import type { DateOrder, DecimalMark } from '../values/badValue.ts';
import { shorten } from '../values/badValue.ts';
import { orderEvidence } from '../values/date.ts';
import { openBytes } from './bytes.ts';
import type { Header } from './header.ts';
import { RecordReader } from './records.ts';
import type { SniffRequest, Styles } from './styles.ts';
import { decodeText } from './text.ts';

/** How often a column spoke for each style. */
interface Tally<T extends string> {
  counts: Record<T | 'both', number>;
  example: string;
}

const sampleRows = 2_000;

interface Looked<T extends string> {
  key: string;
  /** As the file names it. */
  name: string;
  at: number;
  tally: Tally<T>;
}

/**
 * Decides how the dates and amounts of a file are written, the dates of each column by themselves. Files whose first
 * rows settle it are read no further; dates with slashes are looked at to the end, since one row can contradict all
 * others.
 * @throws EncoreError IMPORT_AMBIGUOUS_DATES, IMPORT_AMBIGUOUS_AMOUNTS
 */
export async function decideStyles(request: SniffRequest, header: Header): Promise<Styles> {
  const { format, dateOrder, decimal } = request;
  const columns = <T extends string>(kind: 'date' | 'amount', empty: () => Tally<T>): Array<Looked<T>> =>
    [...header.positions].flatMap(([key, at]) =>
      format.columns[key]?.evidence === kind ? [{ key, at, name: header.names[at]!, tally: empty() }] : []
    );
  const dates = dateOrder
    ? []
    : columns<DateOrder>('date', () => ({ counts: { dmy: 0, mdy: 0, both: 0 }, example: '' }));
  const amounts: Tally<DecimalMark> = { counts: { dot: 0, comma: 0, both: 0 }, example: '' };
  const money = decimal ? [] : columns<DecimalMark>('amount', () => amounts);
  if (dates.length + money.length === 0) return { dateOrder, decimal };
  let row = 0;
  let settled = false;
  const reader = new RecordReader(header.delimiter, {
    record(fields, line) {
      if (line <= header.line) return;
      row += 1;
      for (const { at, tally } of dates) look(tally, fields[at], orderEvidence);
      for (const { at, tally } of money) look(tally, fields[at], decimalEvidence);
    },
    broken: () => undefined,
  });
  for await (const text of decodeText(
    (await openBytes(request.path, request.fileName, request.limits)).chunks,
    request.fileName
  )) {
    request.signal.throwIfAborted();
    reader.push(text);
    const slashes = dates.some(({ tally: { counts } }) => counts.dmy + counts.mdy + counts.both > 0);
    const marked = money.length === 0 || amounts.counts.dot + amounts.counts.comma > 0;
    settled = row > sampleRows && !slashes && marked;
    if (settled) break;
  }
  // The rest of a file that is left early may be half a row.
  if (!settled) reader.end();
  const orders = dates.flatMap((column) => {
    const order = orderOf(column, request.fileName);
    return order ? [[column.key, order] as const] : [];
  });
  return { dateOrder, dateOrders: new Map(orders), decimal: decimal ?? decimalOf(amounts, request.fileName) };
}

function look<T extends string>(
  tally: Tally<T>,
  field: string | undefined,
  evidence: (text: string) => T | 'both' | undefined
): void {
  const text = field?.trim() ?? '';
  const says = evidence(text);
  if (!says) return;
  tally.counts[says] += 1;
  if (says === 'both') tally.example ||= text;
}

const write = 'write dates as 2024-01-31, or say which with --dates dmy or --dates mdy';

function orderOf({ key, name, tally }: Looked<DateOrder>, fileName: string): DateOrder | undefined {
  const { dmy, mdy, both } = tally.counts;
  if (dmy > 0 && mdy > 0) {
    throw badRequest(
      'IMPORT_AMBIGUOUS_DATES',
      `${fileName}, column "${name}": ${dmy} ${dmy === 1 ? 'date has' : 'dates have'} the day first and ${mdy} the month first; ${write}`,
      key
    );
  }
  if (dmy > 0) return 'dmy';
  if (mdy > 0) return 'mdy';
  if (both === 0) return undefined;
  throw badRequest(
    'IMPORT_AMBIGUOUS_DATES',
    `${fileName}, column "${name}": dates such as "${shorten(tally.example, 40)}" may have the day or the month first, and no row tells which; ${write}`,
    key
  );
}

function decimalOf({ counts, example }: Tally<DecimalMark>, fileName: string): DecimalMark | undefined {
  const { dot, comma, both } = counts;
  // What can be read one way only is read, or rejected, by the mark of most; what fits both must not be guessed.
  if (both === 0 || dot > 0 !== comma > 0) return dot + comma === 0 ? undefined : dot >= comma ? 'dot' : 'comma';
  const why = dot > 0 ? `${dot} rows have a decimal point and ${comma} a decimal comma` : 'no row tells which';
  throw badRequest(
    'IMPORT_AMBIGUOUS_AMOUNTS',
    `${fileName}: amounts such as "${shorten(example, 40)}" may be thousands or fractions, and ${why}; say which with --decimal dot or --decimal comma`,
    'amount'
  );
}
