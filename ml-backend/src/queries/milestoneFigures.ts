import type { Lengthened } from '../serving/lengthened.ts';
import type { Passing } from '../serving/read.ts';
import { passing, roundNumbers } from '../serving/read.ts';
import type { StoredForecast } from '../serving/forecasts.ts';
import { addBuckets, bucketsBetween, floorTo } from '../store/buckets.ts';
import type { Metric } from '../store/metrics.ts';
import type { OpenGoal } from './goalOutlooks.ts';

/** Round numbers that are offered where nobody names any. */
const OFFERED = 4;
/** What is more than this many times what is expected is not within reach. */
const REACH = 1.5;

export interface Milestone {
  /** The goal that it is, if it is one. */
  goal: OpenGoal | undefined;
  target: number;
  passing: Passing;
  /** Start of the bucket that passed it, epoch ms; null while it lies ahead. */
  passed: number | null;
  /** Epoch ms by which `chance` counts: the goal's deadline, the date asked for, else the end of the forecast. */
  by: number;
  /** P(passed by then), 0 to 1; null where the forecast ends before. */
  chance: number | null;
}

export interface Aim {
  /** Sums since the first known bucket, or each bucket alone. Levels are always looked at alone. */
  cumulative: boolean;
  /** Empty: round numbers ahead. */
  thresholds: readonly number[];
  by: number | undefined;
}

/** Thresholds and goals with the distribution of when each is passed, the nearest first. */
export function milestonesOf(
  { stored, paths }: Lengthened,
  metric: Metric,
  { cumulative, thresholds, by }: Aim,
  goals: readonly OpenGoal[]
): Milestone[] {
  if (paths.length === 0) return [];
  const adds = metric.aggregation === 'sum';
  const before = cumulative && adds ? sumOf(stored.history) : undefined;
  const targets = thresholds.length ? [...new Set(thresholds)] : offered(stored, before, adds);
  const end = addBuckets(stored.bucket, stored.asOfBucket, paths[0]!.length) - 1;
  const plain = targets.map((target): Milestone => {
    const found = passing(paths, target, before);
    const passed = passedAt(stored, target, before !== undefined);
    return {
      goal: undefined,
      target,
      passing: found,
      passed,
      by: by ?? end,
      chance: chanceBy(stored, found, by ?? end),
    };
  });
  const aims = goals.map((goal): Milestone => {
    const { target, deadline, chance } = goal;
    return { goal, target, passing: passingOf(goal, stored, paths, adds), passed: null, by: deadline, chance };
  });
  const when = ({ passing: { median } }: Milestone) => median ?? Infinity;
  return [...plain, ...aims].sort((a, b) => when(a) - when(b) || a.target - b.target);
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + (value || 0), 0);

/** Round numbers around the expected course; the far tail of a wide range is no plan. */
function offered({ history, forecast }: StoredForecast, before: number | undefined, adds: boolean): number[] {
  if (before !== undefined) return roundNumbers(before, before + REACH * sumOf(forecast.mean), OFFERED);
  const known = history.filter(Number.isFinite);
  // A month must beat the best one so far, a level what it is now.
  const from = adds ? known.reduce((most, value) => Math.max(most, value), 0) : (known.at(-1) ?? 0);
  const highest = forecast.mean.reduce((most, value) => Math.max(most, value), 0);
  return roundNumbers(from, REACH * Math.max(highest, from), OFFERED);
}

/** A goal's own months count: sums begin in the month in which it was set, which may lie ahead. */
function passingOf({ target, setOn }: OpenGoal, stored: StoredForecast, paths: Float64Array[], adds: boolean): Passing {
  if (!adds) return passing(paths, target, undefined);
  const { bucket, asOfBucket, historyFrom, history } = stored;
  const begin = floorTo(bucket, setOn);
  const ahead = Math.max(0, bucketsBetween(bucket, asOfBucket, begin));
  const behind = history.subarray(Math.max(0, bucketsBetween(bucket, historyFrom, begin)));
  const waiting = paths.map((path) => path.map((value, step) => (step < ahead ? 0 : value)));
  return passing(ahead ? waiting : paths, target, ahead ? 0 : sumOf(behind));
}

function passedAt({ history, historyFrom, bucket }: StoredForecast, target: number, cumulative: boolean) {
  let sum = 0;
  const found = history.findIndex((value) => {
    sum = cumulative ? sum + (value || 0) : value;
    return sum >= target;
  });
  return found < 0 ? null : addBuckets(bucket, historyFrom, found);
}

/** Only whole buckets count. */
function chanceBy({ bucket, asOfBucket }: StoredForecast, { by }: Passing, date: number): number | null {
  const day = 86_400_000;
  const whole = bucketsBetween(bucket, asOfBucket, floorTo(bucket, date + day));
  if (whole > by.length) return null;
  return whole < 1 ? 0 : by[whole - 1]!;
}
