import { signedLedgerTarget } from '../../store/ledgerSigns.ts';
import { anyMoney } from '../values/amount.ts';
import { BadValue, remember } from '../values/badValue.ts';
import { categoryOf, isExpenseCategory, payerCategory } from '../values/category.ts';
import { currencyCode } from '../values/currency.ts';
import { anyDate } from '../values/date.ts';
import type { Fact, FactContext, TableFormat, Row } from '../format.ts';
import { rows } from '../notices.ts';
import { lastResort } from '../recognise.ts';
import { number } from '../values/number.ts';
import { oneOf, text } from '../values/text.ts';
import { atMidnight, lastDay } from '../values/time.ts';

const directions: Record<string, 'revenue' | 'expense'> = {
  revenue: 'revenue',
  income: 'revenue',
  in: 'revenue',
  credit: 'revenue',
  einnahme: 'revenue',
  cr: 'revenue',
  expense: 'expense',
  expenses: 'expense',
  cost: 'expense',
  costs: 'expense',
  out: 'expense',
  debit: 'expense',
  ausgabe: 'expense',
  dr: 'expense',
};
const direction = oneOf('direction', directions);
const grain = oneOf('grain', { day: 'day', daily: 'day', date: 'day', month: 'month', monthly: 'month' });

/**
 * Any list of money in and out. With a column `id` that is the natural key, so that every other value may be
 * restated; without it date, payer, category, territory, work and currency are, and rows that agree in all of them
 * are numbered in the order of their values, so that none is lost.
 *
 * Which way money went is told by the direction, or by a kind such as "expense", else by the category, else by the
 * sign. A minus on an expense is a refund, unless the file writes all expenses so: `ledgerSigns.ts`.
 */
export const ledger: TableFormat = {
  name: 'ledger',
  title: 'Ledger',
  help: 'Any CSV of money in and out; say with --map which column is the date, amount, currency and source.',
  target: signedLedgerTarget,
  recognise: lastResort,
  columns: {
    date: {
      title: 'date',
      also: [
        'day',
        'month',
        'paid on',
        'payment date',
        'transaction date',
        'booking date',
        'value date',
        'posted',
        'datum',
        'buchungstag',
        'fecha',
      ],
      required: true,
      evidence: 'date',
      window: { from: '1900-01-01', yearsAhead: 5 },
      read: remember(anyDate),
    },
    amount: {
      title: 'amount',
      also: ['net', 'net amount', 'total', 'value', 'sum', 'earnings', 'payout', 'betrag', 'montant', 'importe'],
      required: true,
      evidence: 'amount',
      currency: { column: 'currency' },
      read: anyMoney,
    },
    currency: {
      title: 'currency',
      also: ['currency code', 'ccy', 'iso currency', 'waehrung', 'währung', 'devise', 'moneda'],
      fixed: true,
      read: remember(currencyCode),
    },
    source: {
      title: 'source',
      also: [
        'payer',
        'payee',
        'counterparty',
        'from',
        'store',
        'platform',
        'client',
        'customer',
        'name',
        'description',
      ],
      fixed: true,
      read: remember(text(300)),
    },
    category: { title: 'category', also: ['type', 'kind', 'kategorie'], fixed: true, read: remember(text(100)) },
    territory: {
      title: 'territory',
      also: ['country', 'region', 'country of sale', 'land'],
      fixed: true,
      read: remember(text(100)),
    },
    kind: { title: 'kind', also: ['type', 'entry type'], read: remember(text(100)) },
    direction: { title: 'direction', also: ['in or out', 'debit or credit'], fixed: true, read: remember(direction) },
    work: { title: 'work', also: ['title', 'track', 'song', 'release'], read: remember(text(500)) },
    isrc: { title: 'isrc', read: remember(text(20)) },
    upc: { title: 'upc', also: ['ean', 'barcode'], read: remember(text(20)) },
    quantity: { title: 'quantity', also: ['units', 'qty', 'count', 'streams'], read: number(-1e12, 1e12) },
    grain: { title: 'grain', also: ['period'], fixed: true, read: remember(grain) },
    reported: {
      title: 'reported',
      also: ['reporting date', 'statement date', 'known at'],
      evidence: 'date',
      window: { from: '1900-01-01', yearsAhead: 0 },
      read: remember(anyDate),
    },
    id: {
      title: 'id',
      also: ['reference', 'transaction id', 'invoice', 'invoice number', 'booking id'],
      read: text(200),
    },
  },
  fact,
};

function fact(row: Row, context: FactContext): Fact | BadValue {
  const { date, source, territory, work, isrc, upc, quantity, amount: value, currency } = row;
  if (!date) return new BadValue('IMPORT_MISSING_VALUE', 'must not be empty', 'date');
  if (!value) return new BadValue('IMPORT_MISSING_VALUE', 'must not be empty', 'amount');
  if (!currency) {
    return new BadValue(
      'IMPORT_BAD_CURRENCY',
      'the row has no currency; add a column for it, or one for the whole file with --map currency=EUR',
      'amount'
    );
  }
  const stated = row.direction ?? wordOf(row.category) ?? wordOf(row.kind);
  const category = categorise(row, stated, context);
  const negative = value.startsWith('-');
  const bySign = stated === undefined && category === 'other' && negative;
  const way = stated ?? (isExpenseCategory(category) || bySign ? 'expense' : 'revenue');
  const monthly = date.length === 7 || row.grain === 'month';
  const day = date.length === 7 ? `${date}-01` : monthly ? `${date.slice(0, 7)}-01` : date;
  const id = row.id
    ? `id\u001f${row.id}`
    : `${day}\u001f${source ?? ''}\u001f${row.category ?? ''}\u001f${territory ?? ''}\u001f${work ?? isrc ?? upc ?? ''}\u001f${way}\u001f${currency}`;
  return {
    grain: monthly ? 'month' : 'day',
    occurredAt: atMidnight(day),
    knownAt: known(row.reported, monthly ? lastDay(day.slice(0, 7)) : day, context),
    key: id,
    values: {
      direction: way,
      category,
      counterparty: source,
      territory,
      work,
      isrc,
      upc,
      quantity,
      amount: bySign ? value.slice(1) : value,
      currency,
      way_by: way === 'revenue' ? null : stated ? 'word' : bySign ? 'sign' : 'category',
    },
  };
}

/** The reporting date, else the day after what the row is about. */
function known(reported: Row[string], day: string, { knownAfter }: FactContext): string {
  if (reported) return atMidnight(reported.length === 7 ? lastDay(reported) : reported);
  return knownAfter(day, 1);
}

/** The direction that a word such as "expense" means. */
const wordOf = (word: Row[string]): string | undefined => {
  const key = word?.toLowerCase() ?? '';
  return Object.hasOwn(directions, key) ? directions[key] : undefined;
};

function categorise({ category, source }: Row, stated: string | undefined, { notices }: FactContext): string {
  if (!category || wordOf(category)) return (stated !== 'expense' && source && payerCategory(source)) || 'other';
  const known = categoryOf(category);
  if (known) return known;
  notices.note(
    'LEDGER_UNKNOWN_CATEGORY',
    category,
    (n, names) => `${rows(n)} of categories that are not known, taken for "other": ${names}`
  );
  return 'other';
}
