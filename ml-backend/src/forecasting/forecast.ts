import { backtest } from './backtest.ts';
import { bucketTime } from './calendar.ts';
import { boundsAt, totalOf } from './distribution.ts';
import type { Estimate, Kept } from './estimate.ts';
import { estimate, keep, outlookFrom } from './estimate.ts';
import type { History } from './history.ts';
import { historyAt } from './history.ts';
import { errorModel } from './intervals/errorModel.ts';
import type { ErrorModel } from './intervals/paths.ts';
import { distributionOf, samplePaths } from './intervals/paths.ts';
import type { Pool } from './intervals/pool.ts';
import { priorModel } from './intervals/prior.ts';
import { noticesFor, priorNotice } from './notices.ts';
import type { Roster } from './roster.ts';
import { namesOf, rosterFor } from './roster.ts';
import { shippedPool } from './shippedPool.ts';
import type { Forecast, ForecastOptions, ModelVersion, Series } from './types.ts';

/** Earlier origins of the backtest: two years of months. */
const ORIGINS = 24;
/** Enough that an 80% range of a sum wavers by 3%. */
const SAMPLE_PATHS = 600;

/**
 * The model's name and version; another version's stored forecasts are never mixed with this one's.
 * Bump the version when a number changes.
 */
export const MODEL: ModelVersion = { name: 'weighed-ensemble', version: '2' };

/**
 * Forecasts a series: exponential smoothing, Theta, ARIMA and others on values and on logarithms, each weighed by its
 * errors at four earlier origins and joined halfway between weighted mean and weighted median; ranges from the errors of
 * many forecasts of the past, sized by what is known of this series. Short, intermittent and seasonless histories get
 * simpler members and a notice that says so.
 *
 * Limits: no events, no outside regressors, one season a series. A level shift widens the ranges only after it has
 * happened.
 * @param series   regular buckets, complete ones only
 * @param options  horizon in buckets, levels in percent, seed of the sample paths
 * @param pool     what other series teach: the tenant's own (`tenantPool`), else the shipped one
 * @returns `times` is empty and a notice tells why where there is no value at all and the pool knows no level either
 * @throws RangeError for a horizon or level out of range
 * Sources: Bates, Granger 1969 (weights); Lei et al. 2018 (ranges from errors held out); Iman, Conover 1982 (paths).
 */
export function forecast(series: Series, options: ForecastOptions, pool: Pool = shippedPool()): Forecast {
  return make(series, options, pool, (history, roster) => estimate(history, roster, options.horizon, pool));
}

/**
 * The forecast of a history that went on, with members' structures, shares and own error as they were chosen before:
 * only parameters are fitted again, and there is no backtest. A history of another kind by now is forecast anew.
 * @param kept  `structure` of the earlier forecast
 */
export function refit(series: Series, kept: Kept, options: ForecastOptions, pool: Pool = shippedPool()): Forecast {
  return make(series, { ...options, backtest: 0 }, pool, (history, roster) =>
    roster.regime === kept.regime
      ? outlookFrom(history, roster, kept, options.horizon, pool)
      : estimate(history, roster, options.horizon, pool)
  );
}

function make(
  series: Series,
  options: ForecastOptions,
  pool: Pool,
  made: (history: History, roster: Roster) => Estimate
): Forecast {
  check(options);
  const { horizon } = options;
  const end = series.values.length;
  const history = historyAt(series, end);
  const roster = rosterFor(history, series, pool);
  const tested = backtest(series, options.backtest ?? ORIGINS, pool);
  if (roster.regime === 'none') {
    const prior = priorModel(pool, series, horizon);
    const notices = [priorNotice(series.frequency, prior !== undefined)];
    const rest = { members: [], backtest: tested, notices };
    return prior ? finish(series, options, prior.mean, prior.errors, rest) : nothing(rest);
  }
  const found = made(history, roster);
  const mean = found.outlook.mean.subarray(history.late);
  const exploded = roster.members.filter((_, index) => found.said.exploded[index]).map(({ name }) => name);
  return finish(series, options, mean, errorModel(found.outlook, history.values.length, history.late, horizon, pool), {
    members: namesOf(roster).map((name, index) => ({ name, weight: found.outlook.weights[index]! })),
    backtest: tested,
    notices: noticesFor(history, roster.regime, exploded, series),
    structure: keep(found, roster),
  });
}

type Rest = Pick<Forecast, 'members' | 'backtest' | 'notices' | 'structure'>;

function finish(
  series: Series,
  options: ForecastOptions,
  expected: Float64Array,
  errors: ErrorModel,
  rest: Rest
): Forecast {
  const { horizon, levels, seed } = options;
  const mean = expected.map((value) => (series.nonNegative ? Math.max(0, value) : value));
  const paths = samplePaths(mean, errors, series.nonNegative, Math.max(SAMPLE_PATHS, options.paths ?? 0), seed);
  const distribution = distributionOf(mean, errors, series.nonNegative, paths);
  const end = series.values.length;
  return {
    times: Float64Array.from(mean, (_, step) => bucketTime(series.start, series.frequency, end + step)),
    mean,
    bounds: boundsAt(distribution, levels, horizon),
    total: totalOf(distribution, levels, horizon),
    ...rest,
    model: MODEL,
    distribution,
    ...(options.paths ? { paths: paths.slice(0, options.paths) } : {}),
  };
}

function nothing(rest: Rest): Forecast {
  const empty = new Float64Array(0);
  return {
    times: empty,
    mean: empty,
    bounds: [],
    total: undefined,
    ...rest,
    model: MODEL,
    distribution: { steps: [], totals: [] },
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
    total: totalOf(made.distribution, levels, horizon),
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
