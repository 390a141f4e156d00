import { gigTarget } from '../../store/incomingGigs.ts';
import { money } from '../values/amount.ts';
import { BadValue, remember } from '../values/badValue.ts';
import { currencyCode } from '../values/currency.ts';
import { isoDay } from '../values/date.ts';
import type { Fact, FactContext, TableFormat, Row } from '../format.ts';
import { rows } from '../notices.ts';
import { byColumns } from '../recognise.ts';
import { number, whole } from '../values/number.ts';
import { countryOfRegion, parseLocation, readableCase, regionFault } from '../values/place.ts';
import type { Place } from '../values/place.ts';
import { oneOf, text } from '../values/text.ts';
import { atMidnight } from '../values/time.ts';
import { showWindow } from '../values/window.ts';
import { timeZone } from '../values/timeZone.ts';

const status = oneOf('status', {
  offered: 'offered',
  booked: 'booked',
  confirmed: 'booked',
  planned: 'booked',
  played: 'played',
  done: 'played',
  past: 'played',
  cancelled: 'cancelled',
  canceled: 'cancelled',
  moved: 'moved',
  postponed: 'moved',
  rescheduled: 'moved',
});
const feeModel = oneOf('fee model', {
  guarantee: 'guarantee',
  'door split': 'door_split',
  versus: 'versus',
  'plus split': 'plus_split',
  flat: 'flat',
  'own promotion': 'own_promotion',
  free: 'free',
});

const inColumn = { column: 'currency' };
const moneyColumns = ['guarantee', 'gross', 'net_income', 'merch'] as const;
const plainColumns = [
  'title',
  'tour',
  'time_zone',
  'fee_model',
  'split_percent',
  'heads',
  'capacity',
  'support',
  ...moneyColumns,
] as const;

/** Shows of an artist, one row each. A row without a date is kept: it is known that the show took place. */
export const gigs: TableFormat = {
  name: 'gigs',
  title: 'Gigs',
  help: 'One row a show: gig_id, date, location or venue and city, state, country, tour; optionally status, heads, money.',
  target: gigTarget,
  recognise: (head) =>
    ['location', 'venue_name', 'city', 'tour'].some((key) => head.found.has(key)) ? byColumns(head) : 0,
  columns: {
    gig_id: { title: 'gig_id', also: ['id', 'show_id', 'event_id'], required: true, key: true, read: text(200) },
    date: {
      title: 'date',
      also: ['gig_date', 'show_date', 'day'],
      required: true,
      window: showWindow,
      read: remember(isoDay),
    },
    location: { title: 'location', also: ['place'], read: text(500) },
    region: { title: 'state', also: ['region', 'province'], read: text(100) },
    city: { title: 'city', also: ['town'], read: text(200) },
    country: { title: 'country', read: text(100) },
    tour: { title: 'tour', also: ['tour_name'], read: text(200) },
    venue_name: { title: 'venue', also: ['venue_name'], read: text(300) },
    status: { title: 'status', read: remember(status) },
    title: { title: 'title', also: ['name', 'event'], read: text(300) },
    time_zone: { title: 'time_zone', read: remember(timeZone) },
    fee_model: { title: 'fee_model', read: feeModel },
    guarantee: { title: 'guarantee', also: ['fee'], currency: inColumn, read: money },
    split_percent: { title: 'split_percent', read: number(0, 100) },
    currency: { title: 'currency', read: currencyCode },
    heads: { title: 'heads', also: ['attendance', 'audience'], read: whole(0, 10_000_000) },
    capacity: { title: 'capacity', read: whole(1, 10_000_000) },
    gross: { title: 'gross', currency: inColumn, read: money },
    net_income: { title: 'net_income', also: ['net'], currency: inColumn, read: money },
    merch: { title: 'merch', currency: inColumn, read: money },
    support: { title: 'support', also: ['support_act'], read: text(300) },
  },
  fact,
};

function fact(row: Row, context: FactContext): Fact | BadValue {
  const id = row.gig_id;
  if (!id)
    return new BadValue('IMPORT_MISSING_VALUE', 'a show needs an id, by which a later export finds it again', 'gig_id');
  const paid = moneyColumns.find((column) => row[column] !== undefined && row[column] !== null);
  if (paid && !row.currency)
    return new BadValue(
      'IMPORT_BAD_CURRENCY',
      `${paid} needs a currency; add the column currency with its ISO code`,
      'currency'
    );
  const date = row.date ?? null;
  const upcoming = date !== null && date > context.today;
  if (!date)
    context.notices.note(
      'GIGS_WITHOUT_DATE',
      id,
      (n, ids) =>
        `${n} ${n === 1 ? 'show has' : 'shows have'} no date and ${n === 1 ? 'is' : 'are'} kept without one: ${ids}`
    );
  const place = placeOf(row, context);
  const values: Row = {
    external_id: id,
    status: row.status ?? (upcoming ? 'booked' : 'played'),
    location: row.location,
  };
  values.venue_name = place.venue;
  values.city = place.city;
  values.region = place.region;
  values.country = place.country;
  for (const column of plainColumns) values[column] = row[column];
  if (paid) values.currency = row.currency;
  const knownAt = date && !upcoming ? context.knownAfter(date, 1) : context.now.toISOString();
  return { grain: 'day', occurredAt: date && atMidnight(date), knownAt, values };
}

/** Own columns come first; what they lack is taken from the location, which writes in capitals. */
function placeOf(row: Row, { notices }: FactContext): Place {
  const from = parseLocation(row.location ?? '');
  const region = row.region ?? from.region;
  const stated = row.country ?? from.country;
  const fault = region && stated ? regionFault(region, stated) : undefined;
  if (fault) {
    const say = (n: number, ids: string) => `${rows(n)}: ${fault}; the country is taken from the state (${ids})`;
    notices.note('GIGS_REGION_COUNTRY', `${row.gig_id}`, say);
  }
  const country = fault && region ? (countryOfRegion(region) ?? stated) : stated;
  // Some exports repeat the country where the city should be.
  const city = row.city && row.city !== row.country && row.city !== row.region ? row.city : from.city;
  return {
    venue: row.venue_name ?? (from.venue && readableCase(from.venue)),
    city: city ? readableCase(city) : null,
    region: region ?? null,
    country: country ? readableCase(country) : null,
  };
}
