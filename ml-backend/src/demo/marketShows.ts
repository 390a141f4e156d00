import type { Day } from './calendar.ts';
import type { City } from './places.ts';
import { cities } from './places.ts';
import { Random } from './random.ts';
import type { Genre } from './roster.ts';
import { genres } from './roster.ts';
import type { World } from './world.ts';

/** A promoted concert of somebody who is not on the roster; money in dollars. */
export interface MarketShow {
  on: Day;
  city: City;
  genre: Genre;
  capacity: number;
  tickets: number;
  /** Mean price of a ticket. */
  price: number;
}

/** Rooms of promoted concerts: share of shows up to each size. Rosters of working acts play nearly all theirs in the first. */
export const sizeMix = [
  { least: 60, most: 500, share: 0.26 },
  { least: 501, most: 1500, share: 0.33 },
  { least: 1501, most: 3000, share: 0.15 },
  { least: 3001, most: 5000, share: 0.08 },
  { least: 5001, most: 10_000, share: 0.09 },
  { least: 10_001, most: 15_000, share: 0.05 },
  { least: 15_001, most: 20_000, share: 0.02 },
  { least: 20_001, most: 45_000, share: 0.03 },
] as const;

/** How much more of the large shows a city gets whose market is one deviation above the usual, a step of the mix. */
const tilt = 0.17;
const middleStep = 2;
const fill = { mean: 0.74, concentration: 6 };
/** Dollars in a room for 8,000 in a usual city; dearer in larger rooms, and in larger markets. */
const usualPrice = { dollars: 71, room: 8000, power: 0.18, city: 0.2, show: 0.22 };
const showsPerWeek = 0.7;

/**
 * What a city's promoters put on, by day.
 * @param from,to first day and the day after the last one
 */
export function marketShowsOf({ seed }: World, city: City, from: Day, to: Day): MarketShow[] {
  const random = new Random(seed, 'market shows', city.name);
  const market = random.normal();
  const weights = sizeMix.map(({ share }, step) => share * Math.exp(tilt * market * (step - middleStep)));
  const dear = usualPrice.city * (0.4 * market + 0.92 * random.normal());
  const shows: MarketShow[] = [];
  const gap = 7 / (showsPerWeek * city.scene);
  for (let at = from; (at += -Math.log(1 - random.next()) * gap) < to; ) {
    const band = random.weighted(sizeMix, (one) => weights[sizeMix.indexOf(one)]!);
    const capacity = Math.round(band.least * Math.pow(band.most / band.least, random.next()));
    const size = Math.pow(capacity / usualPrice.room, usualPrice.power);
    shows.push({
      on: Math.floor(at),
      city,
      genre: random.pick(genres),
      capacity,
      tickets: Math.round(capacity * random.beta(fill.mean, fill.concentration)),
      price: Math.round(usualPrice.dollars * Math.exp(dear + random.normal(0, usualPrice.show)) * size * 100) / 100,
    });
  }
  return shows;
}

export const marketShows = (world: World, from: Day, to: Day): MarketShow[] =>
  cities.flatMap((city) => marketShowsOf(world, city, from, to));
