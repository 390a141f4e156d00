import { medianOf } from '../quantiles.ts';

/** How the rates of series that are mostly zero come out: intercept + slope times what was expected. */
export interface RateModel {
  slope: number;
  intercept: number;
}

/** Fewer series are no guide. */
const FEWEST = 30;

/**
 * Learns how far expectations of series that are mostly zero must be drawn together: a lucky year does not last, and a
 * shelf that was empty for a year is not empty for ever. Least squares, weighted so that small series count.
 * @param points  mean of what was expected and of what came, one a series
 * @returns undefined where there are too few; never steeper than what was expected, never below zero
 * Source: Efron, Morris 1975, "Data analysis using Stein's estimator and its generalizations".
 */
export function fitRate(points: readonly { expected: number; actual: number }[]): RateModel | undefined {
  const usable = points.filter(({ expected, actual }) => Number.isFinite(expected) && Number.isFinite(actual));
  const usual = medianOf(usable.map(({ expected }) => expected));
  if (usable.length < FEWEST || !(usual > 0)) {
    return undefined;
  }
  let [weights, x, y] = [0, 0, 0];
  const weigh = (expected: number) => 1 / (Math.max(0, expected) + usual);
  for (const { expected, actual } of usable) {
    weights += weigh(expected);
    x += weigh(expected) * expected;
    y += weigh(expected) * actual;
  }
  let [xx, xy] = [0, 0];
  for (const { expected, actual } of usable) {
    xx += weigh(expected) * (expected - x / weights) ** 2;
    xy += weigh(expected) * (expected - x / weights) * (actual - y / weights);
  }
  const slope = xx > 0 ? Math.max(0, Math.min(1, xy / xx)) : 1;
  return { slope, intercept: Math.max(0, (y - slope * x) / weights) };
}
