import type { Day } from './calendar.ts';
import { dayOf, monthsBetween, yearOf } from './calendar.ts';
import type { City, Currency } from './places.ts';
import { cities, dollarsOf } from './places.ts';
import { Random } from './random.ts';
import type { Genre } from './roster.ts';
import { billingOrder } from './roster.ts';
import type { Venue } from './types.ts';
import { roomNames } from './words.ts';

/** What the artists of one seed share: names, rooms and rates of exchange. */
export interface World {
  seed: number;
  order: readonly number[];
  venues: readonly Venue[];
  venuesIn(city: City): readonly Venue[];
}

const tastes: Record<'small' | 'large', Genre[][]> = {
  small: [
    ['folk', 'singer-songwriter', 'indie folk', 'americana'],
    ['indie rock', 'alternative', 'punk', 'indie pop'],
    ['jazz', 'soul', 'blues', 'world'],
    ['electronic', 'hip-hop', 'pop'],
    ['metal', 'punk', 'alternative'],
    ['country', 'americana', 'blues', 'covers'],
  ],
  large: [
    ['pop', 'indie pop', 'indie rock', 'soul'],
    ['alternative', 'metal', 'electronic', 'hip-hop'],
    ['classical', 'jazz', 'world', 'latin'],
    ['country', 'americana', 'folk', 'indie folk'],
  ],
};

/** Sizes of rooms: grassroots venues for 308 heads on average, a few halls, an arena where much goes on. */
export function makeWorld(seed: number): World {
  const byCity = new Map(cities.map((city) => [city.name, roomsOf(city, new Random(seed, 'venues', city.name))]));
  return {
    seed,
    order: billingOrder(new Random(seed, 'names')),
    venues: [...byCity.values()].flat(),
    venuesIn: (city) => byCity.get(city.name) ?? [],
  };
}

const grassroots = [45, 900] as const;
/** What is larger is a hall. */
export const largestGrassroots = 1150;
const halls = [1400, 19_000] as const;
/** From the smallest to the largest, each as many times larger than the one before. */
const steps = ([least, most]: readonly [number, number], part: number) => least * Math.pow(most / least, part);

function roomsOf(city: City, random: Random): Venue[] {
  const small = Math.min(10, 7 + Math.round(1.5 * city.scene));
  const large = city.scene > 1.5 ? 6 : city.scene > 0.9 ? 4 : 3;
  const sizes = [
    ...Array.from({ length: small }, (_, i) => steps(grassroots, i / (small - 1)) * random.factor(0.12)),
    ...Array.from({ length: large }, (_, i) => steps(halls, i / 5) * random.factor(0.12)),
  ];
  return roomNames(random, city.language, small, large).map((name, i) => ({
    key: `${name}|${city.name}|${city.country}`.toLowerCase(),
    name,
    city,
    capacity: roundRoom(sizes[i]!),
    genres: random.pick(tastes[i < small ? 'small' : 'large']),
  }));
}

const roundRoom = (size: number) => (size < 500 ? Math.round(size / 5) * 5 : Math.round(size / 50) * 50);

export interface Rate {
  on: Day;
  base: Currency;
  quote: Currency;
  rate: number;
}

/** Monthly rates that wander around their long-run level; each year wanders by itself, whatever the range. */
export function ratesBetween(seed: number, from: Day, to: Day): Rate[] {
  const rates: Rate[] = [];
  const start = yearOf(from) - 1;
  const dollars = (['EUR', 'GBP'] as const).map((base) => {
    const random = new Random(seed, 'rates', base, start);
    let log = 0;
    return monthsBetween(dayOf(start, 0, 1), to).map((on) => {
      log = 0.93 * log + random.normal(0, 0.012);
      return { on, base, quote: 'USD' as const, rate: round6(dollarsOf[base] * Math.exp(log)) };
    });
  });
  for (const list of dollars) rates.push(...list.filter(({ on }) => on >= from - 31));
  dollars[0]!.forEach(({ on, rate }, i) => {
    if (on >= from - 31) rates.push({ on, base: 'EUR', quote: 'GBP', rate: round6(rate / dollars[1]![i]!.rate) });
  });
  return rates;
}

const round6 = (value: number) => Math.round(value * 1e6) / 1e6;
