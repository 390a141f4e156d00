import { marketTarget } from '../../store/incomingMarket.ts';
import { countryOf } from '../values/address.ts';
import { BadValue, remember } from '../values/badValue.ts';
import type { Reader } from '../values/badValue.ts';
import { anyDate } from '../values/date.ts';
import type { Fact, FactContext, Row, TableFormat } from '../format.ts';
import { missing } from '../values/missing.ts';
import { number } from '../values/number.ts';
import { byColumnsWith } from '../recognise.ts';
import { text } from '../values/text.ts';
import { atMidnight, lastDay } from '../values/time.ts';

const lower =
  (most: number, blank: string): Reader =>
  (value, context) => {
    const read = text(most)(value, context);
    return typeof read === 'string' ? read.toLowerCase().replace(/[\s_-]+/g, blank) : read;
  };
const country: Reader = (value, context) => countryOf(value) ?? text(100)(value, context);

/**
 * What happens around the artists of a tenant: festivals, shows of others, venues that open or close, trends.
 *
 *     date,kind,title,city,country,genre,value,ends
 *     2024-08-03,festival,Round Hall Weekend,Austin,USA,indie,12000,2024-08-04
 *
 * Kind, title, city and date are the natural key, or a column `id` where dates may move. The value is a number that
 * fits the kind: people at a festival, capacity of a venue, growth of a genre.
 */
export const market: TableFormat = {
  name: 'market',
  title: 'Market events',
  help: 'One row an event: date, kind (festival, show, venue_opening, venue_closing, genre_trend or another word), title; optionally city, country, genre, value, ends, id. Of the tenant: no artist is needed.',
  target: marketTarget,
  recognise: byColumnsWith('kind', 'type'),
  columns: {
    date: {
      title: 'date',
      also: ['day', 'start', 'starts', 'start date', 'month'],
      required: true,
      evidence: 'date',
      read: remember(anyDate),
    },
    kind: { title: 'kind', also: ['type', 'category'], required: true, fixed: true, read: remember(lower(60, '_')) },
    title: { title: 'title', also: ['event', 'name'], required: true, read: text(300) },
    city: { title: 'city', also: ['town'], fixed: true, read: remember(text(200)) },
    country: { title: 'country', fixed: true, read: remember(country) },
    genre: { title: 'genre', also: ['style'], fixed: true, read: remember(lower(100, ' ')) },
    value: { title: 'value', also: ['size', 'attendance', 'capacity', 'growth'], read: number(-1e12, 1e12) },
    ends: { title: 'ends', also: ['end', 'end date', 'until'], evidence: 'date', read: remember(anyDate) },
    id: { title: 'id', also: ['event id'], read: text(200) },
  },
  fact,
};

function fact(row: Row, { now, today, knownAfter }: FactContext): Fact | BadValue {
  const { date, kind, title, city, country: of, genre, value, ends, id } = row;
  const fault = missing(row, 'date', 'kind', 'title');
  if (fault) return fault;
  const monthly = date!.length === 7;
  const start = monthly ? `${date}-01` : date!;
  const end = ends?.length === 7 ? lastDay(ends) : ends;
  if (end && end < start) return new BadValue('IMPORT_BAD_DATE', `an event of ${start} cannot end on ${end}`, 'ends');
  return {
    grain: monthly ? 'month' : 'day',
    occurredAt: atMidnight(start),
    knownAt: start > today ? now.toISOString() : knownAfter(start, 1),
    key: id ? `id\u001f${id}` : [kind, title!.toLowerCase(), city?.toLowerCase() ?? '', start].join('\u001f'),
    values: { kind, title, city, country: of, genre, value, ends_at: end && atMidnight(end) },
  };
}
