import { venueTarget } from '../../store/incomingVenues.ts';
import { countryOf } from '../values/address.ts';
import { BadValue, remember } from '../values/badValue.ts';
import type { Reader } from '../values/badValue.ts';
import type { Fact, FactContext, Row, TableFormat } from '../format.ts';
import { missing } from '../values/missing.ts';
import { number, whole } from '../values/number.ts';
import { byColumnsWith } from '../recognise.ts';
import { text } from '../values/text.ts';
import { timeZone } from '../values/timeZone.ts';

const mostGenres = 30;

/** The English name of a country that is known, else what the file says. */
const country: Reader = (value, context) => countryOf(value) ?? text(100)(value, context);

/** Genres apart by commas, semicolons, bars or slashes, as an array of PostgreSQL. */
const genres: Reader = (value) => {
  const names = [
    ...new Set(
      value
        .toLowerCase()
        .split(/[,;|/]/)
        .map((name) => name.replace(/[\u0000-\u001f"\\{}]/g, ' ').trim())
    ),
  ].filter(Boolean);
  if (names.length > mostGenres || names.some((name) => name.length > 60))
    return new BadValue('IMPORT_BAD_VALUE', `at most ${mostGenres} genres of 60 characters are kept`);
  return `{${names.map((name) => `"${name}"`).join(',')}}`;
};

/**
 * Places to play, for all artists of the tenant.
 *
 *     name,city,region,country,capacity,latitude,longitude,time_zone,genres
 *     The Cellar,Leeds,,England,250,53.8,-1.55,Europe/London,indie; folk
 *
 * Name, city and country are the natural key, the same by which shows find their venue. A later file rewrites what it
 * says; what it leaves empty stays.
 */
export const venues: TableFormat = {
  name: 'venues',
  title: 'Venues',
  help: 'One row a venue: name, city; optionally region, country, capacity, latitude, longitude, time_zone, genres. Of the tenant: no artist is needed.',
  target: venueTarget,
  recognise: (head) =>
    head.has('date') ? 0 : byColumnsWith('capacity', 'latitude', 'genres', 'time zone', 'cap', 'lat')(head),
  columns: {
    name: { title: 'name', also: ['venue', 'venue name', 'place'], required: true, read: text(300) },
    city: { title: 'city', also: ['town'], required: true, fixed: true, read: remember(text(200)) },
    region: { title: 'region', also: ['state', 'province'], fixed: true, read: remember(text(100)) },
    country: { title: 'country', fixed: true, read: remember(country) },
    capacity: { title: 'capacity', also: ['cap', 'size'], read: whole(1, 10_000_000) },
    latitude: { title: 'latitude', also: ['lat'], read: number(-90, 90) },
    longitude: { title: 'longitude', also: ['lng', 'lon', 'long'], read: number(-180, 180) },
    time_zone: { title: 'time_zone', also: ['timezone', 'tz'], fixed: true, read: remember(timeZone) },
    genres: { title: 'genres', also: ['genre', 'styles'], read: remember(genres) },
  },
  fact(row: Row, { now }: FactContext): Fact | BadValue {
    const fault = missing(row, 'name', 'city');
    return fault ?? { grain: 'day', occurredAt: null, knownAt: now.toISOString(), values: row };
  },
};
