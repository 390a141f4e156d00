import { spendTarget } from '../../store/incomingSpend.ts';
import { anyMoney } from '../values/amount.ts';
import { BadValue, remember } from '../values/badValue.ts';
import { currencyCode } from '../values/currency.ts';
import { anyDate } from '../values/date.ts';
import type { Fact, FactContext, Row, TableFormat } from '../format.ts';
import { missing, notYet } from '../values/missing.ts';
import { text } from '../values/text.ts';
import { atMidnight, lastDay } from '../values/time.ts';

/**
 * What was spent on marketing.
 *
 *     date,channel,campaign,amount,currency,territory
 *     2024-05-01,Instagram ads,Slow Tide,120.00,EUR,DE
 *
 * Date, channel, campaign, territory and currency are the natural key, or a column `id`; the amount is what a later
 * file may restate, and rows that agree in the key are numbered in the order of their amounts. A month (2024-05) is the
 * spend of the whole month.
 */
export const spend: TableFormat = {
  name: 'spend',
  title: 'Marketing spend',
  help: 'One row a payment: date (a day or a month), channel, amount, currency; optionally campaign, territory, id.',
  target: spendTarget,
  recognise: (head) => (head.complete && (head.has('channel') || head.found.has('campaign')) ? 0.8 * head.known : 0),
  columns: {
    date: {
      title: 'date',
      also: ['day', 'month', 'reporting starts', 'paid on'],
      required: true,
      evidence: 'date',
      read: remember(anyDate),
    },
    channel: {
      title: 'channel',
      also: ['platform', 'medium'],
      required: true,
      fixed: true,
      read: remember(text(200)),
    },
    campaign: { title: 'campaign', also: ['campaign name', 'ad set'], fixed: true, read: remember(text(300)) },
    amount: {
      title: 'amount',
      also: ['spend', 'amount spent', 'cost', 'total', 'price'],
      required: true,
      evidence: 'amount',
      currency: { column: 'currency' },
      read: anyMoney,
    },
    currency: { title: 'currency', also: ['currency code', 'ccy'], fixed: true, read: remember(currencyCode) },
    territory: { title: 'territory', also: ['country', 'region', 'market'], fixed: true, read: remember(text(100)) },
    id: { title: 'id', also: ['invoice', 'invoice number', 'reference'], read: text(200) },
  },
  fact,
};

function fact(row: Row, { knownAfter, today }: FactContext): Fact | BadValue {
  const { date, channel, campaign, territory, amount, currency, id } = row;
  const fault = missing(row, 'date', 'channel', 'amount') ?? notYet(date!, today, 'date');
  if (fault) return fault;
  if (!currency) {
    const reason = 'the row has no currency; add a column for it, or one for the whole file with --map currency=EUR';
    return new BadValue('IMPORT_BAD_CURRENCY', reason, 'amount');
  }
  if (amount!.startsWith('-')) {
    const reason = `"${amount}" is less than nothing; money that came back belongs into the ledger`;
    return new BadValue('IMPORT_BAD_AMOUNT', reason, 'amount');
  }
  const monthly = date!.length === 7;
  const parts = [date, channel!.toLowerCase(), campaign?.toLowerCase(), territory?.toLowerCase(), currency];
  return {
    grain: monthly ? 'month' : 'day',
    occurredAt: atMidnight(monthly ? `${date}-01` : date!),
    knownAt: knownAfter(monthly ? lastDay(date!) : date!, 1),
    key: id ? `id\u001f${id}` : parts.map((part) => part ?? '').join('\u001f'),
    values: { channel, campaign, territory, amount, currency },
  };
}
