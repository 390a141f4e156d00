import type { Day } from './calendar.ts';
import { dayOf, ms, weekday, yearOf } from './calendar.ts';
import { cities } from './places.ts';
import { marketShows } from './marketShows.ts';
import { programmeOf } from './programme.ts';
import { Random } from './random.ts';
import type { Genre } from './roster.ts';
import type { Venue, Version } from './types.ts';
import { ofDay } from './versions.ts';
import type { World } from './world.ts';

export interface MarketEvent extends Version {
  kind: 'festival' | 'venue_opening' | 'venue_closing' | 'genre_trend' | 'show';
  title: string;
  city: string | null;
  country: string | null;
  genre: Genre | null;
  value: number | null;
  endsAt: number | null;
}

/** What happened around the artists, with the festivals that are announced. */
export function makeMarketEvents({ seed, venues }: World, from: Day, to: Day): MarketEvent[] {
  const random = new Random(seed, 'market');
  const events: MarketEvent[] = [];
  const none = { city: null, country: null, genre: null, value: null, endsAt: null };
  const hosts = random.shuffle(cities).slice(0, 6);
  for (let year = yearOf(from); year <= yearOf(to) + 1; year++) {
    for (const city of hosts) {
      const on = dayOf(year, random.int(5, 7), random.int(1, 26));
      const title = `Sound of ${city.name} ${year}`;
      const size = Math.round(random.between(4, 30)) * 1000;
      events.push({
        ...none,
        ...ofDay(`festival|${title}`, on, on - 150),
        kind: 'festival',
        title,
        city: city.name,
        country: city.country,
        value: size,
        endsAt: ms(on + 3),
      });
    }
    const room = random.pick(venues);
    const kind = random.chance(0.6) ? 'venue_opening' : 'venue_closing';
    const on = dayOf(year, random.int(0, 11), random.int(1, 28));
    const verb = kind === 'venue_opening' ? 'reopens after rebuilding' : 'closes for the season';
    events.push({
      ...none,
      ...ofDay(`${kind}|${room.key}|${year}`, on, on - 20),
      kind,
      title: `${room.name} in ${room.city.name} ${verb}`,
      city: room.city.name,
      country: room.city.country,
      value: room.capacity,
    });
    const genre = random.pick(['indie folk', 'electronic', 'metal', 'soul', 'country', 'jazz', 'latin'] as const);
    const start = dayOf(year, random.int(0, 11), 1);
    events.push({
      ...none,
      ...ofDay(`trend|${genre}|${year}`, start, start + 30),
      kind: 'genre_trend',
      title: `More ${genre} shows than a year ago`,
      genre,
      value: Math.round(random.between(0.08, 0.4) * 100) / 100,
      endsAt: ms(start + 90),
    });
  }
  return events.filter(({ occurredAt, knownAt }) => occurredAt >= ms(from) && knownAt <= ms(to));
}

const marketYears = 3;

/** Concerts of others in the last years, each with the tickets it sold. */
export function concertEvents(world: World, from: Day, to: Day): MarketEvent[] {
  const start = Math.max(from, to - Math.round(marketYears * 365.25));
  return marketShows(world, start, to).map(({ on, city, genre, capacity, tickets }, i) => ({
    ...ofDay(`show|${city.name}|${on}|${i}`, on, on + 1),
    kind: 'show',
    title: `${genre} concert, room for ${capacity.toLocaleString('en-US')}`,
    city: city.name,
    country: city.country,
    genre,
    value: tickets,
    endsAt: null,
  }));
}

export interface Slot {
  venue: Venue;
  on: Day;
  status: 'open' | 'taken';
  knownAt: number;
}

const programmeDays = 28;

/** The next four weeks of each room's programme, and the nights that it still has free in the half year to come. */
export function makeSlots(world: World, to: Day): Slot[] {
  const random = new Random(world.seed, 'slots');
  return world.venues.flatMap((venue) => {
    const taken = programmeOf(world, venue, to + 1, to + 190).map(({ on }) => on);
    const busy = new Set(taken);
    const open = new Set<Day>();
    for (let n = random.int(0, 4); n > 0; n--) {
      let on = to + random.int(20, 185);
      while (weekday(on) < 2 || busy.has(on)) on++;
      open.add(on);
    }
    const knownAt = () => ms(to - random.int(1, 30));
    return [
      ...taken
        .filter((on) => on > to && on <= to + programmeDays)
        .map((on) => ({ venue, on, status: 'taken' as const, knownAt: knownAt() })),
      ...[...open].map((on) => ({ venue, on, status: 'open' as const, knownAt: knownAt() })),
    ];
  });
}
