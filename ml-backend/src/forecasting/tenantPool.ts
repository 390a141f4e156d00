import { estimate } from './estimate.ts';
import type { ErrorRecord } from './intervals/fitPool.ts';
import { fitPool } from './intervals/fitPool.ts';
import { fitRate } from './intervals/rate.ts';
import type { Pool } from './intervals/pool.ts';
import { recordOf } from './intervals/records.ts';
import { shippedPool } from './shippedPool.ts';
import { bucketTime, seasonLength } from './calendar.ts';
import { sharedSeason } from './intervals/poolSeason.ts';
import { periodOf } from './regime.ts';
import { levelOf } from './intervals/unit.ts';
import { quantilesOf } from './quantiles.ts';
import { historyAt } from './history.ts';
import { namesOf, rosterFor } from './roster.ts';
import type { Series } from './types.ts';

/** Earlier moments from which every series is forecast again, in horizons before its end. */
const HORIZONS_BACK = [1.5, 1, 0.5] as const;
/**
 * The series of one tenant go up and down together: however many they are, they are one sample of the times, and what
 * stands behind keeps this much less than all of its word.
 */
const ONE_SAMPLE = 0.6;
/** Shorter histories tell nothing of the method. */
const SHORTEST = 6;

/**
 * What the series of one tenant teach about errors: each is forecast from earlier moments as it would have been then,
 * and what came is compared.
 * @param series   any number; with few of them the shipped pool keeps most of its word
 * @param horizon  buckets ahead that will be asked for
 * @param behind   the pool that stands behind
 */
export function tenantPool(series: readonly Series[], horizon: number, behind: Pool = shippedPool()): Pool {
  const months = series.filter((one) => one.frequency === 'month' && periodOf(one) === seasonLength('month'));
  const season = sharedSeason(
    months.map((one) => {
      const { values, first } = historyAt(one, one.values.length);
      return { values, month: new Date(bucketTime(one.start, one.frequency, first)).getUTCMonth() };
    })
  );
  const levels = levelsOf(series);
  const ground = {
    ...behind,
    season,
    levels,
    rate: fitRate(series.flatMap((one) => latestRate(one, horizon, behind))),
  };
  return fitPool(
    series.flatMap((one, index) => recordsOf(one, index, horizon, ground)),
    ground,
    ONE_SAMPLE
  );
}

/** What was expected of a series that is mostly zero half a horizon ago, and what came since. */
function latestRate(series: Series, horizon: number, behind: Pool): { expected: number; actual: number }[] {
  const end = series.values.length - Math.max(1, Math.round(horizon / 2));
  const history = historyAt(series, Math.max(0, end));
  const roster = rosterFor(history, series, behind);
  if (roster.regime !== 'intermittent') {
    return [];
  }
  const { mean } = estimate(history, roster, series.values.length - end, behind).outlook;
  return [{ expected: meanOf(mean), actual: meanOf(series.values.subarray(end).filter(Number.isFinite)) }];
}

const meanOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

function recordsOf(series: Series, index: number, horizon: number, behind: Pool): ErrorRecord[] {
  return HORIZONS_BACK.flatMap((back) => {
    const end = series.values.length - Math.max(1, Math.round(back * horizon));
    const history = historyAt(series, Math.max(0, end));
    if (history.values.length < SHORTEST || history.late > 0) {
      return [];
    }
    const roster = rosterFor(history, series, behind);
    const { outlook, said } = estimate(history, roster, horizon, behind);
    return [recordOf(index, outlook, said, series.values.subarray(history.first), namesOf(roster))];
  });
}

/** Fewer series are no sample of what a further one may be. */
const FEWEST_FOR_LEVELS = 5;

function levelsOf(series: readonly Series[]): number[] | undefined {
  const known = series.flatMap((one) => {
    const { values } = historyAt(one, one.values.length);
    return values.length > 0 ? [levelOf(values, periodOf(one))] : [];
  });
  return known.length < FEWEST_FOR_LEVELS ? undefined : Array.from(quantilesOf(Float64Array.from(known).sort()));
}
