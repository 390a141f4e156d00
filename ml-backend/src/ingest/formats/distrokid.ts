import { statementTarget } from '../../store/incomingLedger.ts';
import { money } from '../values/amount.ts';
import { BadValue, remember } from '../values/badValue.ts';
import { storeCategory } from '../values/category.ts';
import { isoDay, isoMonth } from '../values/date.ts';
import type { Fact, TableFormat, Row } from '../format.ts';
import { byNames } from '../recognise.ts';
import { number } from '../values/number.ts';
import { oneOf, text } from '../values/text.ts';
import { atMidnight } from '../values/time.ts';

// Before this nobody sold music online.
const window = { from: '1995-01-01', yearsAhead: 0 };

/**
 * DistroKid's bank details. A row is one line of one report, so the reporting date is part of its natural key;
 * team percentage, quantity, withheld royalties and earnings are what a new export may restate. Lines that agree in
 * the whole key (a store lists price tiers apart) are numbered in the order of their values and all kept.
 */
export const distrokid: TableFormat = {
  name: 'distrokid',
  title: 'DistroKid bank details',
  help: 'The tab-separated file "Bank details" of DistroKid: one row a title, store, country and month.',
  target: statementTarget,
  recognise: byNames('Reporting Date', 'Sale Month', 'Store'),
  artistColumn: 'statement_artist',
  columns: {
    reported: { title: 'Reporting Date', required: true, key: true, window, read: remember(isoDay) },
    month: { title: 'Sale Month', required: true, key: true, window, read: remember(isoMonth) },
    store: { title: 'Store', required: true, key: true, read: remember(text(200)) },
    statement_artist: { title: 'Artist', key: true, read: remember(text(300)) },
    work: { title: 'Title', required: true, key: true, read: remember(text(500)) },
    isrc: { title: 'ISRC', key: true, read: remember(text(20)) },
    upc: { title: 'UPC', key: true, read: remember(text(20)) },
    quantity: { title: 'Quantity', read: number(-1e12, 1e12) },
    team: { title: 'Team Percentage', read: remember(number(0, 100)) },
    kind: {
      title: 'Song/Album',
      key: true,
      read: remember(oneOf('kind', { song: 'song', album: 'album', track: 'song', video: 'video' })),
    },
    territory: { title: 'Country of Sale', also: ['Country'], key: true, read: remember(text(100)) },
    withheld: {
      title: 'Songwriter Royalties Withheld',
      also: ['Songwriter Royalties Withheld (USD)'],
      currency: { is: 'USD' },
      read: money,
    },
    earnings: { title: 'Earnings (USD)', also: ['Earnings'], required: true, currency: { is: 'USD' }, read: money },
  },
  fact,
};

const needed = ['reported', 'month', 'store', 'work', 'earnings'];

function fact(row: Row): Fact | BadValue {
  const lacks = needed.find((key) => !row[key]);
  if (lacks) return new BadValue('IMPORT_MISSING_VALUE', 'must not be empty', lacks);
  const values: Row = {
    direction: 'revenue',
    category: storeCategory(row.store!, row.kind === 'album'),
    counterparty: row.store,
    territory: row.territory,
    work: row.work,
    isrc: row.isrc,
    upc: row.upc,
    quantity: row.quantity,
    amount: row.earnings,
    withheld: row.withheld,
    currency: 'USD',
    statement_artist: row.statement_artist,
  };
  return { grain: 'month', occurredAt: atMidnight(row.month!), knownAt: atMidnight(row.reported!), values };
}
