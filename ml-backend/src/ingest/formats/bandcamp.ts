import { salesTarget } from '../../store/incomingSales.ts';
import { money } from '../values/amount.ts';
import { BadValue, remember } from '../values/badValue.ts';
import type { Reader } from '../values/badValue.ts';
import { currencyCode } from '../values/currency.ts';
import { negated, sumOf } from '../values/decimal.ts';
import type { Fact, FactContext, TableFormat, Row } from '../format.ts';
import { missing } from '../values/missing.ts';
import { utcMoment } from '../values/moment.ts';
import { rows } from '../notices.ts';
import { byNames } from '../recognise.ts';
import { number } from '../values/number.ts';
import { text } from '../values/text.ts';
import { atMidnight } from '../values/time.ts';

/** Bandcamp writes `n/a` for no amount, and a star for a payment that is still on its way. */
const unless =
  (read: Reader): Reader =>
  (value, context) =>
    /^(n\/?a|\*|-)$/i.test(value) ? null : read(value, context);
const amount = unless(money);
const code: Reader = (value, context) => text(20)(value.replace(/[\s-]/g, ''), context);
const inColumn = { column: 'currency' };
// Bandcamp began in 2008.
const window = { from: '2007-01-01', yearsAhead: 0 };
const word: Reader = (value, context) => text(60)(value.toLowerCase(), context);

/**
 * Bandcamp's sales report and raw data report (Tools, Export; UTF-8 or UTF-16, times in UTC, month first).
 *
 *     date,paid to,item type,item name,artist,currency,item price,quantity,discount code,sub total,
 *     additional fan contribution,seller tax,marketplace tax,shipping,transaction fee,fee type,item total,
 *     amount you received,bandcamp transaction id,paypal transaction id,net amount,package,option,sku,upc,isrc,
 *     buyer name,…,country,country code
 *
 * A row is an item of an order: what is left of it (net amount) is revenue, albums and tracks as downloads, packages as
 * merchandise. Refunds and reversals are negative. Payouts move money that was earned before and are left out. The
 * order, the item, its package and option are the natural key; amounts are what a later report may restate. Names and
 * addresses of buyers are never read, and of a broken row nothing is repeated.
 */
export const bandcamp: TableFormat = {
  name: 'bandcamp',
  title: 'Bandcamp sales report',
  help: 'The CSV of Bandcamp, Tools, sales report or raw data: one row an item sold, refunded or paid out; what is left after fees counts. Nothing about buyers but their country is kept.',
  target: salesTarget,
  recognise: byNames('item type', 'item name', 'bandcamp transaction id'),
  artistColumn: 'statement_artist',
  personal: true,
  columns: {
    date: { title: 'date', required: true, window, read: remember(utcMoment) },
    type: { title: 'item type', required: true, key: true, read: remember(word) },
    work: { title: 'item name', required: true, key: true, read: text(500) },
    statement_artist: { title: 'artist', read: remember(text(300)) },
    currency: { title: 'currency', required: true, read: remember(unless(currencyCode)) },
    quantity: { title: 'quantity', read: unless(number(-1e9, 1e9)) },
    sub_total: { title: 'sub total', also: ['subtotal'], currency: inColumn, read: amount },
    extra: { title: 'additional fan contribution', currency: inColumn, read: amount },
    society: { title: 'collection society share', currency: inColumn, read: amount },
    fee: { title: 'transaction fee', currency: inColumn, read: amount },
    received: { title: 'amount you received', currency: inColumn, read: amount },
    order: { title: 'bandcamp transaction id', read: text(60) },
    payment: { title: 'paypal transaction id', read: text(60) },
    net: { title: 'net amount', currency: inColumn, read: amount },
    package: { title: 'package', key: true, read: remember(text(300)) },
    option: { title: 'option', key: true, read: remember(text(300)) },
    upc: { title: 'upc', read: code },
    isrc: { title: 'isrc', read: code },
    country_code: { title: 'country code', also: ['buyer country code'], read: remember(text(10)) },
    country: { title: 'country', also: ['buyer country name', 'buyer country'], read: remember(text(100)) },
  },
  fact,
};

function fact(row: Row, context: FactContext): Fact | readonly Fact[] | BadValue {
  const { date, currency, order, payment } = row;
  const type = row.type ?? '';
  if (/^payouts?$/.test(type)) {
    const say = (n: number) => `${rows(n)} of payouts left out; what they pay was earned by other rows`;
    context.notices.note('BANDCAMP_PAYOUTS', type, say);
    return [];
  }
  const fault = missing(row, 'date', 'type', 'work', 'currency');
  if (fault) return fault;
  const left = leftOf(row, context);
  if (!left) return new BadValue('IMPORT_MISSING_VALUE', 'the row has neither a net amount nor a sub total', 'net');
  const moment = date!.length > 10;
  return {
    grain: moment ? 'instant' : 'day',
    occurredAt: moment ? `${date}+00` : atMidnight(date!),
    knownAt: context.knownAfter(date!.slice(0, 10), 1),
    key: order ?? payment ?? date!,
    values: {
      direction: 'revenue',
      category: categoryOf(type, row.package ?? ''),
      counterparty: 'Bandcamp',
      territory: row.country_code ?? row.country,
      work: row.work,
      isrc: row.isrc,
      upc: row.upc,
      quantity: row.quantity,
      amount: signed(type, left),
      withheld: row.society,
      currency,
      statement_artist: row.statement_artist,
    },
  };
}

/** The net amount; older rows have none, and there it is what was paid for the item less the fees that are known. */
function leftOf({ net, sub_total, extra, fee, society, received, work }: Row, context: FactContext) {
  if (net) return net;
  if (!sub_total) return received;
  const say = (n: number, names: string) =>
    `${rows(n)} without a net amount; the price less the transaction fee is taken for it: ${names}`;
  context.notices.note('BANDCAMP_NO_NET_AMOUNT', work ?? '', say);
  return sumOf(sub_total, extra ?? '0', negated(fee ?? '0'), negated(society ?? '0'));
}

const takesBack = /^(refund|(pending )?reversal)$/;

const signed = (type: string, amount: string): string =>
  takesBack.test(type) && !amount.startsWith('-') ? negated(amount) : amount;

function categoryOf(type: string, box: string): string {
  if (type === 'package') return 'merch';
  if (type.includes('subscription')) return 'crowdfunding';
  if (type.includes('live') || type.includes('ticket')) return 'gig';
  return box === '' || /digital|download/i.test(box) ? 'download' : 'merch';
}
