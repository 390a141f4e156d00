import { levelRegression } from './localLevel.ts';
import type { OwnEstimate } from './pool.ts';
import type { Grid } from './shapes.ts';
import { seasonOf } from './season.ts';

/** Months that tell what is usual by now. */
const usualMonths = 24;
const fewestShows = 6;

/** How a metric and the number of shows go together. */
export interface ShowShare {
  /** Share of the metric that comes and goes with the shows: 1 where ten percent more shows are ten percent more. */
  own: OwnEstimate | undefined;
  /** Usual value and usual number of shows of a bucket, over the last two years. */
  usual: number;
  usualShows: number;
}

/**
 * The share of a metric that its shows make, from what one more show in a bucket brings.
 * @param values one a bucket, NaN where unknown
 * @param shows  number of shows in the same buckets
 */
export function showShare(grid: Grid, values: Float64Array, shows: Float64Array): ShowShare {
  const mean = (list: Float64Array) => list.reduce((sum, value) => sum + value, 0) / Math.max(1, list.length);
  const usual = mean(values.subarray(-usualMonths).filter(Number.isFinite));
  const usualShows = mean(shows.subarray(-usualMonths));
  const n = shows.reduce((sum, count) => sum + count, 0);
  const level = mean(values.filter(Number.isFinite));
  const rate = mean(shows);
  const none = { own: undefined, usual, usualShows };
  if (n < fewestShows || !(level > 0)) return none;
  const scaled = values.map((value) => value / level);
  const fit = levelRegression(scaled, [shows.map((count) => count / rate), ...seasonOf(grid)]);
  return fit ? { ...none, own: { value: fit.values[0]!, error: fit.errors[0]!, n } } : none;
}

/**
 * Shows ahead beyond what a forecast presumes: booked ones where more are booked than are usual, else none, since a
 * month ahead is never booked out.
 */
export const extraShows = (booked: Float64Array, usual: Float64Array): Float64Array =>
  booked.map((count, t) => Math.max(0, count - usual[t]!));
