import { naiveScale } from './accuracy.ts';
import { bucketTime } from './calendar.ts';
import type { Kept } from './estimate.ts';
import { estimate, keep, outlookFrom } from './estimate.ts';
import type { History } from './history.ts';
import { historyAt } from './history.ts';
import { errorModel } from './intervals/errorModel.ts';
import type { Pool } from './intervals/pool.ts';
import { withError } from './intervals/unit.ts';
import { valueAt } from './quantiles.ts';
import { periodOf } from './regime.ts';
import type { Roster } from './roster.ts';
import { rosterFor } from './roster.ts';
import type { Backtest, BacktestPoint, Series } from './types.ts';

/** Percent: the range that a backtest checks. */
const LEVEL = 95;
/** Origins with fewer buckets behind them say nothing about the method. */
const SHORTEST = 6;
/** Buckets between two choices of structures and weights; they are only refitted in between. */
const CHOICE_EVERY = 12;

interface Point extends BacktestPoint {
  at: number;
}

/**
 * One-step-ahead forecasts at earlier origins beside what came. Structures, weights and ranges of an origin are made from
 * values before it alone, so a later value never changes an earlier point.
 * @param count  how many origins
 */
export function backtest(series: Series, count: number, pool: Pool): Backtest {
  const end = series.values.length;
  const choices = new Map<number, { kept: Kept; roster: Roster }>();
  const points: Point[] = [];
  for (let at = Math.max(1, end - count); at < end; at++) {
    const actual = series.values[at]!;
    const history = historyAt(series, at);
    if (!Number.isFinite(actual) || history.values.length < SHORTEST) {
      continue;
    }
    const roster = rosterFor(history, series, pool);
    const { mean, lower, upper } = expectAt(
      series,
      history,
      roster,
      choiceBefore(series, at, roster, choices, pool),
      pool
    );
    const time = bucketTime(series.start, series.frequency, at);
    points.push({ at, time, actual, mean, lower, upper, inside: lower <= actual && actual <= upper });
  }
  return summarise(series, points);
}

/** What was chosen at the last whole year before an origin; at the origin itself where the history was of another kind then. */
function choiceBefore(
  series: Series,
  at: number,
  roster: Roster,
  choices: Map<number, { kept: Kept; roster: Roster }>,
  pool: Pool
): Kept {
  for (const moment of [at - (at % CHOICE_EVERY), at]) {
    const history = historyAt(series, moment);
    if (history.values.length < SHORTEST) {
      continue;
    }
    const known = choices.get(moment);
    const then = known?.roster ?? rosterFor(history, series, pool);
    if (then.regime === roster.regime || moment === at) {
      const kept = known?.kept ?? keep(estimate(history, then, CHOICE_EVERY, pool), then);
      choices.set(moment, { kept, roster: then });
      return kept;
    }
  }
  throw new Error('unreachable: the origin itself has a history');
}

function expectAt(series: Series, history: History, roster: Roster, kept: Kept, pool: Pool) {
  const { outlook } = outlookFrom(history, roster, kept, 1, pool);
  const errors = errorModel(outlook, history.values.length, history.late, 1, pool);
  const clamp = (value: number) => (series.nonNegative ? Math.max(0, value) : value);
  const mean = outlook.mean[history.late]!;
  const bound = (probability: number) =>
    clamp(withError(errors.unit, mean, errors.sizes[0]! * valueAt(errors.quantiles, probability), errors.level));
  return { mean: clamp(mean), lower: bound((1 - LEVEL / 100) / 2), upper: bound((1 + LEVEL / 100) / 2) };
}

function summarise(series: Series, found: readonly Point[]): Backtest {
  const season = periodOf(series);
  const { values } = series;
  const points = found.map(({ at: _, ...point }) => point);
  const sumOf = (number: (point: Point) => number) => found.reduce((sum, point) => sum + number(point), 0);
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
