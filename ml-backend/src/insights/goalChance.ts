import { chanceAbove } from '../forecasting/quantiles.ts';

/** What is wanted of a monthly metric, and by when; epoch ms. */
export interface GoalAim {
  target: number;
  setOn: number;
  deadline: number;
  /** Sums count from the month in which the goal was set; levels, such as followers, by their value at the end. */
  adds: boolean;
}

/** A monthly history and what is expected after it. */
export interface MonthlyOutlook {
  /** Start of history[0] and of the first month that is forecast, epoch ms. */
  historyFrom: number;
  asOfBucket: number;
  /** NaN where nothing is known. */
  history: ArrayLike<number>;
  /** Quantiles at `PROBABILITIES` of each month to come, and of the sum of the first ones. */
  steps: ReadonlyArray<ArrayLike<number>>;
  totals: ReadonlyArray<ArrayLike<number>>;
}

/**
 * The chance that a goal is reached at its deadline, read from the forecast that stands. Only whole months count, so that
 * a deadline in the middle of a month is judged by what lies before it. A level counts as reached when it is reached at
 * the end: the chance that it is reached on the way is never smaller.
 * @returns 0 to 1; null where the forecast does not tell: the deadline has passed or lies beyond it, the goal's own
 *   months begin after the forecast does, or one of the months behind it is not known
 */
export function goalChance({ target, setOn, deadline, adds }: GoalAim, outlook: MonthlyOutlook): number | null {
  const begin = monthOf(outlook.asOfBucket);
  const wholeMonths = monthOf(deadline + day);
  const ahead = wholeMonths - begin;
  const quantiles = (adds ? outlook.totals : outlook.steps)[ahead - 1];
  if (!quantiles) return null;
  if (!adds) return chanceAbove(quantiles, target);
  const sinceSet = monthOf(setOn) - begin;
  if (sinceSet > 0) return null;
  const behind = Array.from(outlook.history).slice(Math.max(0, monthOf(setOn) - monthOf(outlook.historyFrom)));
  const done = sinceSet === 0 ? 0 : behind.reduce((sum, value) => sum + value, 0);
  if (Number.isNaN(done)) return null;
  return done >= target ? 1 : chanceAbove(quantiles, target - done);
}

const day = 86_400_000;

/** Months since year 0, UTC. */
function monthOf(time: number): number {
  const date = new Date(time);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
