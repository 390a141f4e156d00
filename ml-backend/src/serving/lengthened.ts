import { bucketTime, seasonLength } from '../forecasting/calendar.ts';
import { lengthen } from '../forecasting/lengthen.ts';
import { quantilesOf } from '../forecasting/quantiles.ts';
import { dependenceWithin, redrawPaths } from '../forecasting/redraw.ts';
import type { Forecast } from '../forecasting/types.ts';
import type { Forecaster } from './forecaster.ts';
import type { StoredForecast } from './forecasts.ts';
import { Lru } from './lru.ts';
import { PATHS, seedOf, subjectKey } from './storedPaths.ts';

/** Three years of months. */
export const LONG_HORIZON = 36;

export interface Lengthened {
  /** The stored forecast, carried on; what is stored of it stays as it is. */
  stored: StoredForecast;
  /** Rows of one value a bucket ahead. */
  paths: Float64Array[];
}

/** About 300 kB each. */
const kept = new Lru<Promise<Lengthened>>(6);

/**
 * A stored monthly forecast carried on to three years by a longer one of the same history, computed off the event loop.
 * Weekly ones are long enough as they are stored.
 * @throws EncoreError 503 when too many computations wait already
 */
export function lengthened(forecaster: Forecaster, stored: StoredForecast, nonNegative: boolean): Promise<Lengthened> {
  const key = subjectKey(stored);
  const known = kept.get(key);
  if (known) return known;
  const made = make(forecaster, stored, nonNegative);
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}

async function make(forecaster: Forecaster, stored: StoredForecast, nonNegative: boolean): Promise<Lengthened> {
  const { bucket, forecast, history, historyFrom, factsKey } = stored;
  const { steps } = forecast.distribution;
  const seed = seedOf(factsKey);
  const isLong = bucket === 'week' || steps.length === 0;
  const far = isLong
    ? forecast
    : await forecaster.compute({
        series: { values: history, frequency: bucket, start: historyFrom, nonNegative },
        options: { horizon: LONG_HORIZON, levels: [], seed, backtest: 0 },
      });
  const season = seasonLength(bucket);
  const all = lengthen(steps, far.distribution.steps, season, nonNegative);
  const paths = all.length ? redrawPaths(all, dependenceWithin(forecast.distribution), PATHS, seed) : [];
  if (isLong) return { stored, paths };
  const mean = lengthen(rowsOf(forecast), rowsOf(far), season, nonNegative);
  const made: Forecast = {
    ...forecast,
    times: Float64Array.from(mean, (_, step) => bucketTime(stored.asOfBucket, bucket, step)),
    mean: Float64Array.from(mean, (row) => row[0]!),
    distribution: { steps: all, totals: totalsOf(forecast.distribution.totals, paths) },
  };
  return { stored: { ...stored, forecast: made }, paths };
}

const rowsOf = ({ mean }: Forecast): Float64Array[] => Array.from(mean, (value) => Float64Array.of(value));

/** The stored sums, then those of the paths. */
function totalsOf(totals: readonly Float64Array[], paths: readonly Float64Array[]): Float64Array[] {
  const horizon = paths[0]?.length ?? 0;
  const later = Array.from({ length: Math.max(0, horizon - totals.length) }, (_, index) =>
    quantilesOf(sumsOf(paths, 0, totals.length + index + 1))
  );
  return [...totals, ...later];
}

/** Sums of the steps from `from` to before `to` of each path, ascending. */
export const sumsOf = (paths: readonly Float64Array[], from: number, to: number): Float64Array =>
  Float64Array.from(paths, (path) => path.subarray(from, to).reduce((sum, value) => sum + value, 0)).sort();
