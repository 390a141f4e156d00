import { dependenceWithin, redrawPaths } from '../forecasting/redraw.ts';
import type { StoredForecast } from './forecasts.ts';
import { Lru } from './lru.ts';

/** Enough that a chance of one in two is told to 3 points, and one in twenty to 1.4. */
export const PATHS = 1000;

/** Panels of one dashboard ask for the same. About 200 kB each. */
const kept = new Lru<Float64Array[]>(8);

/** The seed of a forecast's paths follows from its facts: the same facts give the same futures. */
export const seedOf = (factsKey: string): number => Number.parseInt(factsKey.slice(0, 8), 16);

/** What names a stored forecast. */
export const subjectKey = ({ artistId, metric, bucket, asOfBucket, factsKey, forecast }: StoredForecast): string =>
  [artistId, metric, bucket, asOfBucket, factsKey, forecast.model.name, forecast.model.version].join('|');

/**
 * Sample paths of a stored forecast, drawn from what is stored of it: every step has its stored quantiles, and the steps
 * hang together as its stored sums tell.
 * @returns rows of one value a bucket ahead; none where there is no forecast
 */
export function pathsOf(stored: StoredForecast): Float64Array[] {
  const { distribution } = stored.forecast;
  if (distribution.steps.length === 0) return [];
  const key = subjectKey(stored);
  const known = kept.get(key);
  if (known) return known;
  const paths = redrawPaths(distribution.steps, dependenceWithin(distribution), PATHS, seedOf(stored.factsKey));
  kept.set(key, paths);
  return paths;
}
