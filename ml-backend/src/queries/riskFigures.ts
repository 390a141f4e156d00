import { chanceBelow, expectedShortfall, outcomesOf, riskOnTheWay, valueAt } from '../serving/read.ts';
import type { StoredForecast } from '../serving/forecasts.ts';
import { pathsOf } from '../serving/storedPaths.ts';
import { addBuckets } from '../store/buckets.ts';
import type { Metric } from '../store/metrics.ts';
import { outlook } from './forecastFrame.ts';

/** The worst outcomes whose mean is told: 1 in 20. */
const WORST = 0.05;

export interface RiskFigures {
  /** Of the sum over the horizon; for levels, such as followers, of the value at its end. */
  lower: number;
  median: number;
  upper: number;
  /** Mean of the worst 5% of outcomes. */
  worst: number;
  lossChance: number;
  /** P(at least one bucket below the limit). */
  anyLossChance: number;
  /** What must be at hand so that the running sum stays above zero in 19 of 20 futures; null for levels. */
  reserve: number | null;
  previous: number | null;
  belowPreviousChance: number | null;
  months: Array<{ time: number; median: number; lower: number; lossChance: number }>;
}

export const riskQuantities = [
  'loss_chance',
  'worst',
  'lower',
  'reserve',
  'below_previous_chance',
  'goal_chance',
] as const;
export type RiskQuantity = (typeof riskQuantities)[number];

const fieldOf = {
  loss_chance: 'lossChance',
  worst: 'worst',
  lower: 'lower',
  reserve: 'reserve',
  below_previous_chance: 'belowPreviousChance',
} as const;

export const quantityOf = (figures: RiskFigures, quantity: Exclude<RiskQuantity, 'goal_chance'>): number | null =>
  figures[fieldOf[quantity]];

/**
 * What may go wrong over the next buckets. The sum is the one that the forecast itself tells, so that all panels agree;
 * what happens on the way comes from sample paths.
 * @param limit  an outcome below it is a loss
 * @returns undefined where the forecast says nothing
 */
export function riskFigures(
  stored: StoredForecast,
  metric: Metric,
  horizon: number,
  limit: number
): RiskFigures | undefined {
  const { distribution } = stored.forecast;
  const adds = metric.aggregation === 'sum';
  const quantiles = (adds ? distribution.totals : distribution.steps)[horizon - 1];
  if (!quantiles) return undefined;
  const onTheWay = riskOnTheWay(pathsOf(stored), horizon, limit);
  const before = adds ? outlook(stored, horizon) : undefined;
  return {
    lower: valueAt(quantiles, 0.1),
    median: valueAt(quantiles, 0.5),
    upper: valueAt(quantiles, 0.9),
    worst: expectedShortfall(outcomesOf(quantiles), WORST),
    lossChance: chanceBelow(quantiles, limit),
    anyLossChance: onTheWay.anyBelow,
    reserve: adds ? reserveFor(onTheWay.lowest) : null,
    previous: before?.previous ?? null,
    belowPreviousChance: complement(before?.chanceAbovePrevious),
    months: distribution.steps.slice(0, horizon).map((step, index) => ({
      time: addBuckets(stored.bucket, stored.asOfBucket, index),
      median: valueAt(step, 0.5),
      lower: valueAt(step, 0.1),
      lossChance: chanceBelow(step, limit),
    })),
  };
}

/** How far the running sum falls below zero where it falls deeper in 1 of 20 futures only. */
const reserveFor = (lowest: Float64Array): number => Math.max(0, -lowest[Math.floor(WORST * lowest.length)]!);

const complement = (chance: number | null | undefined): number | null =>
  chance === null || chance === undefined ? null : 1 - chance;
