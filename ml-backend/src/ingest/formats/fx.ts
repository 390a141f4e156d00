import { rateTarget } from '../../store/incomingRates.ts';
import { readAmount } from '../values/amount.ts';
import { BadValue, remember, shorten } from '../values/badValue.ts';
import type { Reader } from '../values/badValue.ts';
import { currencyCode } from '../values/currency.ts';
import { anyDate } from '../values/date.ts';
import type { Fact, FactContext, Row, TableFormat } from '../format.ts';
import { missing } from '../values/missing.ts';
import { text } from '../values/text.ts';
import { atMidnight } from '../values/time.ts';

/**
 * Exchange rates of the tenant, for all of its artists: one `base` costs `rate` of `quote`.
 *
 *     date,base,quote,rate,source
 *     2024-05-31,EUR,USD,1.0852,ECB
 *
 * Date, base, quote and source (`fx` where there is none) are the natural key; a later file rewrites a rate. An amount
 * is converted at the last rate at or before the end of its period; a rate of the opposite direction is inverted. Where
 * several sources give a rate of one day, the first by name counts.
 */
export const fx: TableFormat = {
  name: 'fx',
  title: 'Exchange rates',
  help: 'One row a day and pair: date, base, quote, rate (1 base = rate quote), source. Of the tenant: no artist is needed.',
  target: rateTarget,
  recognise: ({ complete }) => (complete ? 1 : 0),
  columns: {
    date: {
      title: 'date',
      also: ['day', 'rate date', 'rate on', 'as of'],
      required: true,
      key: true,
      evidence: 'date',
      window: { from: '1900-01-01', yearsAhead: 0 },
      read: remember(anyDate),
    },
    base: {
      title: 'base',
      also: ['base currency', 'from', 'from currency'],
      required: true,
      fixed: true,
      key: true,
      read: remember(currencyCode),
    },
    quote: {
      title: 'quote',
      also: ['quote currency', 'to', 'to currency', 'counter currency'],
      required: true,
      fixed: true,
      key: true,
      read: remember(currencyCode),
    },
    rate: { title: 'rate', also: ['exchange rate', 'fx rate'], required: true, read: rate },
    source: { title: 'source', also: ['provider'], fixed: true, read: remember(text(100)) },
  },
  fact,
};

// Twelve digits before the point and twelve behind it are kept.
const most = 1e12;

/** A rate has a dot or a comma before its decimals; unlike an amount it is hardly ever written with thousands. */
function rate(value: string, { decimal }: Parameters<Reader>[1]): ReturnType<Reader> {
  const read = readAmount(value, decimal ?? (/^\d+\.\d+$/.test(value) ? 'dot' : undefined));
  if (read instanceof BadValue || read.currency !== undefined)
    return new BadValue('IMPORT_BAD_RATE', `"${shorten(value)}" is not an exchange rate; write it as 1.0852`);
  const n = Number(read.value);
  if (n > 0 && n < most && n >= 1 / most) return read.value;
  return new BadValue('IMPORT_BAD_RATE', `"${shorten(value)}" is no rate: it must be above 0 and below ${most}`);
}

function fact(row: Row, { now, today }: FactContext): Fact | BadValue {
  const { date, base, quote, rate } = row;
  const lacks = missing(row, 'date', 'base', 'quote', 'rate');
  if (lacks) return lacks;
  if (date!.length === 7)
    return new BadValue('IMPORT_BAD_DATE', `"${date}" is a month; a rate needs its day, e.g. the last one`, 'date');
  if (date! > today) return new BadValue('IMPORT_BAD_DATE', `"${date}" is not over yet, so it has no rate`, 'date');
  if (base === quote)
    return new BadValue(
      'IMPORT_BAD_RATE',
      `base and quote are both ${base}; a rate is between two currencies`,
      'quote'
    );
  const source = row.source ?? 'fx';
  return {
    grain: 'day',
    occurredAt: atMidnight(date!),
    knownAt: now.toISOString(),
    // Not the column: a row without a source and one that says `fx` are of the same source.
    key: source,
    values: { rate_on: date, base, quote, rate, source },
  };
}
