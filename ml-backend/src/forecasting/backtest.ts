import { bucketTime, seasonLength } from './calendar.ts';
import type { Joined } from './calibrate.ts';
import { errorModel } from './calibrate.ts';
import type { ErrorTable } from './errorTable.ts';
import { historyAt } from './history.ts';
import { valueAt } from './quantiles.ts';
import { withError } from './spread.ts';
import type { Backtest, BacktestPoint, Series } from './types.ts';

/** Percent: the range that a backtest checks. */
const LEVEL = 95;
/** Origins with fewer buckets behind them say nothing about the method. */
const SHORTEST = 6;

/**
 * One-step-ahead forecasts at earlier origins beside what came. Members, weights and ranges of an origin are made from
 * values before it alone, so a later value never changes an earlier point.
 * @param joined  combined forecasts of consecutive origins, oldest first
 */
export function backtest(series: Series, joined: Joined[], table: ErrorTable): Backtest {
  const points = joined.flatMap((origin, index) => {
    const actual = series.values[origin.at]!;
    const history = historyAt(series, origin.at);
    if (!Number.isFinite(actual) || history.values.length < SHORTEST) {
      return [];
    }
    const errors = errorModel(series, history, joined.slice(0, index), origin.at, 1, table);
    const mean = origin.mean[0]!;
    const bound = (probability: number) => {
      const value = withError(errors.unit, mean, errors.spread * valueAt(errors.quantiles[0]!, probability));
      return series.nonNegative ? Math.max(0, value) : value;
    };
    const lower = bound((1 - LEVEL / 100) / 2);
    const upper = bound((1 + LEVEL / 100) / 2);
    const time = bucketTime(series.start, series.frequency, origin.at);
    return [{ at: origin.at, time, actual, mean, lower, upper, inside: lower <= actual && actual <= upper }];
  });
  return summarise(series, points);
}

function summarise(series: Series, found: (BacktestPoint & { at: number })[]): Backtest {
  const season = seasonLength(series.frequency);
  const { values } = series;
  const points = found.map(({ at: _, ...point }) => point);
  const sumOf = (number: (point: BacktestPoint & { at: number }) => number) =>
    found.reduce((sum, point) => sum + number(point), 0);
  const absoluteError = sumOf(({ actual, mean }) => Math.abs(actual - mean));
  const paired = found.filter(({ at }) => Number.isFinite(values[at - season]));
  const naive = paired.reduce((sum, { at, actual }) => sum + Math.abs(actual - values[at - season]!), 0);
  return {
    n: points.length,
    mase: absoluteError / points.length / naiveScale(values.subarray(0, found[0]?.at ?? 0), season),
    error: absoluteError / sumOf(({ actual }) => Math.abs(actual)),
    naiveError: naive / paired.reduce((sum, { actual }) => sum + Math.abs(actual), 0),
    coverage: sumOf(({ inside }) => Number(inside)) / points.length,
    level: LEVEL,
    points,
  };
}

/**
 * Mean absolute error of "same bucket last year" in a history, of "same as before" where there is no year.
 * Source: Hyndman, Koehler 2006, "Another look at measures of forecast accuracy".
 */
function naiveScale(values: Float64Array, season: number): number {
  const lag = values.length > season ? season : 1;
  let sum = 0;
  let count = 0;
  for (let at = lag; at < values.length; at++) {
    const change = Math.abs(values[at]! - values[at - lag]!);
    if (Number.isFinite(change)) {
      sum += change;
      count++;
    }
  }
  return sum / count;
}
