import { backtest } from './backtest.ts';
import { bucketTime } from './calendar.ts';
import { errorModel, join, joinEach } from './calibrate.ts';
import { boundsAt, distributionOf, totalOf } from './distribution.ts';
import type { ErrorTable } from './errorTable.ts';
import { shippedErrorTable } from './errorTable.ts';
import { historyAt } from './history.ts';
import { forecastMembers, regimeOf } from './members/members.ts';
import { noticesFor } from './notices.ts';
import { samplePaths } from './paths.ts';
import { rollOrigins } from './rolling.ts';
import type { Forecast, ForecastOptions, ModelVersion, Series } from './types.ts';

/** Earlier origins that are refitted for weights, ranges and backtest: two years of months. */
const ORIGINS = 24;
/** Steps ahead at each of them. */
export const CALIBRATION_STEPS = 12;
/** Enough that a 99% range rests on ten paths a side. */
const SAMPLE_PATHS = 1000;

/**
 * The model's name and version; another version's stored forecasts are never mixed with this one's.
 * Bump the version when a number changes.
 */
export const MODEL: ModelVersion = { name: 'mstl-ets-blend', version: '1' };

/**
 * Forecasts a series: augurs' MSTL with AutoETS on values and on logarithms and the same bucket of last year, weighted
 * by their errors at earlier origins; ranges from the errors at those origins, in the shape of errors of many other
 * series. Short, intermittent and seasonless histories get simpler members and a notice that says so.
 *
 * Limits: no events, no outside regressors, one season a series. Ranges of weekly series borrow their shape and growth
 * from monthly ones. A level shift widens the ranges only after it has happened.
 * @param series   regular buckets, complete ones only
 * @param options  horizon in buckets, levels in percent, seed of the sample paths
 * @param table    pooled errors of other series; the shipped ones by default
 * @returns `times` is empty and a notice tells why where there is no value at all
 * @throws RangeError for a horizon or level out of range
 * Sources: Bates, Granger 1969 (weights); Lei et al. 2018 (ranges from errors held out); Iman, Conover 1982 (paths).
 */
export function forecast(series: Series, options: ForecastOptions, table: ErrorTable = shippedErrorTable()): Forecast {
  check(options);
  const { horizon, levels, seed } = options;
  const end = series.values.length;
  const history = historyAt(series, end);
  const regime = regimeOf(history, series.frequency);
  const members = forecastMembers(history, series.frequency, horizon);
  const notices = noticesFor(history, regime, members, series.frequency);
  const origins = rollOrigins(series, end, ORIGINS, CALIBRATION_STEPS);
  const past = joinEach(series, origins);
  const tested = backtest(series, past, table);
  const none = { steps: [], totals: [] };
  if (regime === 'none') {
    const empty = new Float64Array(0);
    return {
      times: empty,
      mean: empty,
      bounds: [],
      total: undefined,
      members: [],
      backtest: tested,
      notices,
      model: MODEL,
      distribution: none,
    };
  }
  const { weights, mean } = join(series, members, origins, end);
  const errors = errorModel(series, history, past, end, horizon, table);
  const paths = samplePaths(mean, errors, series.nonNegative, Math.max(SAMPLE_PATHS, options.paths ?? 0), seed);
  const distribution = distributionOf(paths, horizon);
  return {
    times: Float64Array.from(mean, (_, step) => bucketTime(series.start, series.frequency, end + step)),
    mean,
    bounds: boundsAt(distribution, levels, horizon),
    total: totalOf(distribution, mean, levels, horizon),
    members: weights,
    backtest: tested,
    notices,
    model: MODEL,
    distribution,
    ...(options.paths ? { paths: paths.slice(0, options.paths) } : {}),
  };
}

/**
 * The same forecast at another horizon (not beyond the first one) and at other levels, without computing it again.
 * @throws RangeError for a horizon or level out of range
 */
export function readForecast(made: Forecast, horizon: number, levels: readonly number[]): Forecast {
  check({ horizon, levels });
  if (made.times.length === 0) {
    return made;
  }
  if (horizon > made.mean.length) {
    throw new RangeError(`horizon ${horizon} is beyond the ${made.mean.length} buckets of this forecast`);
  }
  return {
    ...made,
    times: made.times.slice(0, horizon),
    mean: made.mean.slice(0, horizon),
    bounds: boundsAt(made.distribution, levels, horizon),
    total: totalOf(made.distribution, made.mean, levels, horizon),
  };
}

function check({ horizon, levels }: Pick<ForecastOptions, 'horizon' | 'levels'>): void {
  if (!Number.isInteger(horizon) || horizon < 1 || horizon > 120) {
    throw new RangeError(`horizon ${horizon} is not a whole number from 1 to 120`);
  }
  const wrong = levels.find((level) => !(level > 0 && level <= 99));
  if (wrong !== undefined) {
    throw new RangeError(`level ${wrong} is not a percentage above 0 and up to 99`);
  }
}
