import type { Day } from './calendar.ts';
import { isoDate } from './calendar.ts';
import { concertEvents, makeMarketEvents, makeSlots } from './market.ts';
import type { Rows } from './rows.ts';
import { versionColumns } from './rows.ts';
import type { World } from './world.ts';
import { ratesBetween } from './world.ts';

/** What belongs to all artists: rooms, free nights, rates of exchange, the market. */
export function sharedTables(world: World, venues: ReadonlyMap<string, string>, from: Day, to: Day): Rows[] {
  const idOf = (key: string) => venues.get(key) ?? null;
  return [
    {
      table: 'venue',
      rows: world.venues.map((venue) => ({
        venue_id: idOf(venue.key),
        venue_key: venue.key,
        name: venue.name,
        city: venue.city.name,
        country: venue.city.country,
        latitude: venue.city.latitude,
        longitude: venue.city.longitude,
        capacity: venue.capacity,
        time_zone: venue.city.timeZone,
        genres: `{${venue.genres.map((genre) => `"${genre}"`).join(',')}}`,
      })),
    },
    {
      table: 'venue_slot',
      rows: makeSlots(world, to).map(({ venue, on, status, knownAt }) => ({
        venue_id: idOf(venue.key),
        slot_on: isoDate(on),
        status,
        known_at: new Date(knownAt),
      })),
    },
    {
      table: 'fx_rate',
      rows: ratesBetween(world.seed, from, to).map(({ on, base, quote, rate }) => ({
        rate_on: isoDate(on),
        base,
        quote,
        rate,
        source: 'demo',
      })),
    },
    {
      table: 'market_event',
      rows: [...makeMarketEvents(world, from, to), ...concertEvents(world, from, to)].map((event) => ({
        ...versionColumns(event),
        kind: event.kind,
        title: event.title,
        city: event.city,
        country: event.country,
        genre: event.genre,
        value: event.value,
        ends_at: event.endsAt === null ? null : new Date(event.endsAt),
      })),
    },
  ];
}
