import type { Day } from './calendar.ts';
import { dayOf, ms, weekday, yearOf } from './calendar.ts';
import { cities } from './places.ts';
import { Random } from './random.ts';
import type { Genre } from './roster.ts';
import type { Venue, Version } from './types.ts';
import { books, ofDay } from './versions.ts';
import type { World } from './world.ts';

export interface MarketEvent extends Version {
  kind: 'festival' | 'venue_opening' | 'venue_closing' | 'genre_trend';
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
  return events.filter(
    ({ occurredAt, knownAt, source }) => occurredAt >= ms(from) && knownAt <= ms(to) && source === books
  );
}

export interface Slot {
  venue: Venue;
  on: Day;
  knownAt: number;
}

/** Nights that rooms still have free in the half year to come. */
export function makeSlots({ seed, venues }: World, to: Day): Slot[] {
  const random = new Random(seed, 'slots');
  return venues.flatMap((venue) => {
    const nights = new Set<Day>();
    for (let n = random.int(0, 4); n > 0; n--) {
      let on = to + random.int(20, 185);
      while (weekday(on) < 2) on++;
      nights.add(on);
    }
    return [...nights].map((on) => ({ venue, on, knownAt: ms(to - random.int(1, 30)) }));
  });
}
