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

/**
 * Decides how the dates and amounts of a file are written. Files whose first rows settle it are read no further;
 * dates with slashes are looked at to the end, since one row can contradict all others.
 * @throws EncoreError IMPORT_AMBIGUOUS_DATES, IMPORT_AMBIGUOUS_AMOUNTS
 */
export async function decideStyles(request: SniffRequest, header: Header): Promise<Styles> {
  const { format, dateOrder, decimal } = request;
  const at = (kind: 'date' | 'amount') =>
    Object.entries(format.columns).flatMap(([key, { evidence }]) =>
      evidence === kind ? (header.positions.get(key) ?? []) : []
    );
  const dateColumns = dateOrder ? [] : at('date');
  const amountColumns = decimal ? [] : at('amount');
  if (dateColumns.length + amountColumns.length === 0) return { dateOrder, decimal };
  const dates: Tally<DateOrder> = { counts: { dmy: 0, mdy: 0, both: 0 }, example: '' };
  const amounts: Tally<DecimalMark> = { counts: { dot: 0, comma: 0, both: 0 }, example: '' };
  const look = (
    fields: string[],
    columns: number[],
    tally: Tally<string>,
    evidence: (text: string) => string | undefined
  ) => {
    for (const column of columns) {
      const text = fields[column]?.trim() ?? '';
      const says = evidence(text);
      if (!says) continue;
      tally.counts[says] = (tally.counts[says] ?? 0) + 1;
      if (says === 'both') tally.example ||= text;
    }
  };
  let row = 0;
  let settled = false;
  const reader = new RecordReader(header.delimiter, {
    record(fields, line) {
      if (line <= header.line) return;
      row += 1;
      look(fields, dateColumns, dates, orderEvidence);
      look(fields, amountColumns, amounts, decimalEvidence);
    },
    broken: () => undefined,
  });
  for await (const text of decodeText(
    (await openBytes(request.path, request.fileName, request.limits)).chunks,
    request.fileName
  )) {
    request.signal.throwIfAborted();
    reader.push(text);
    const { dmy, mdy, both } = dates.counts;
    const slashes = dmy + mdy + both > 0;
    const marked = amountColumns.length === 0 || amounts.counts.dot + amounts.counts.comma > 0;
    settled = row > sampleRows && !slashes && marked;
    if (settled) break;
  }
  // The rest of a file that is left early may be half a row.
  if (!settled) reader.end();
  return {
    dateOrder: dateOrder ?? orderOf(dates, request.fileName),
    decimal: decimal ?? decimalOf(amounts, request.fileName),
  };
}

function orderOf({ counts, example }: Tally<DateOrder>, fileName: string): DateOrder | undefined {
  if (counts.dmy > 0 && counts.mdy > 0) {
    throw badRequest(
      'IMPORT_AMBIGUOUS_DATES',
      `${fileName}: ${counts.dmy} dates have the day first and ${counts.mdy} the month first; write dates as 2024-01-31, or say which with --dates dmy or --dates mdy`,
      'date'
    );
  }
  if (counts.dmy > 0) return 'dmy';
  if (counts.mdy > 0) return 'mdy';
  if (counts.both === 0) return undefined;
  throw badRequest(
    'IMPORT_AMBIGUOUS_DATES',
    `${fileName}: dates such as "${shorten(example, 40)}" may have the day or the month first, and no row tells which; write dates as 2024-01-31, or say which with --dates dmy or --dates mdy`,
    'date'
  );
}

function decimalOf({ counts, example }: Tally<DecimalMark>, fileName: string): DecimalMark | undefined {
  if (counts.dot > 0 || counts.comma > 0) return counts.dot >= counts.comma ? 'dot' : 'comma';
  if (counts.both === 0) return undefined;
  throw badRequest(
    'IMPORT_AMBIGUOUS_AMOUNTS',
    `${fileName}: amounts such as "${shorten(example, 40)}" may be thousands or fractions, and no row tells which; say which with --decimal dot or --decimal comma`,
    'amount'
  );
}
