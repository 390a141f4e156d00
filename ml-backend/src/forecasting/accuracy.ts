import { chanceAbove } from './quantiles.ts';
import { chanceBelow } from './risk.ts';

/** What came in one bucket, beside what was said of it. */
export interface Score {
  /** Buckets ahead, from 1. */
  step: number;
  actual: number;
  mean: number;
  /** The same bucket of the last year that was known; NaN without one. */
  naive: number;
  /** `naiveScale` of the history. */
  scale: number;
  /** Where in the forecast distribution it fell, 0 to 1: inside the range of level L where |place - 1/2| <= L / 200. */
  place: number;
}

interface Told {
  mean: Float64Array;
  /** Quantiles at `PROBABILITIES`, one row a step. */
  steps: readonly Float64Array[];
}

/**
 * Scores a forecast against what came.
 * @param history  what was known when it was made, NaN where nothing was
 * @param actual   what came, from the first bucket that was forecast on; NaN where nothing did
 * @param season   buckets in a year
 */
export function scoreForecast(history: Float64Array, told: Told, actual: Float64Array, season: number): Score[] {
  const scale = naiveScale(history, season);
  const scores: Score[] = [];
  for (let step = 0; step < Math.min(told.mean.length, actual.length); step++) {
    const value = actual[step]!;
    if (!Number.isFinite(value)) continue;
    const back = season * Math.ceil((step + 1) / season);
    scores.push({
      step: step + 1,
      actual: value,
      mean: told.mean[step]!,
      naive: history[history.length + step - back] ?? NaN,
      scale,
      place: placeOf(told.steps[step]!, value),
    });
  }
  return scores;
}

/** The place nearest to the middle that a value may be said to take: where many outcomes are equal, it takes all of theirs. */
function placeOf(quantiles: ArrayLike<number>, value: number): number {
  const below = chanceBelow(quantiles, value);
  return Math.min(Math.max(0.5, below), Math.max(below, 1 - chanceAbove(quantiles, value)));
}

/**
 * Mean absolute error of "same bucket last year" in a history, of "same as before" where there is no year.
 * @returns NaN where nothing changes
 * Source: Hyndman, Koehler 2006, "Another look at measures of forecast accuracy".
 */
export function naiveScale(values: Float64Array, season: number): number {
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
  return sum > 0 ? sum / count : NaN;
}

export interface Accuracy {
  n: number;
  /** Mean error over the naive scale; and that of the naive itself. Both over what has a year before it. */
  mase: number;
  naiveMase: number;
  /** Percent, 0 to 200; over the same. */
  smape: number;
  naiveSmape: number;
  /** Share inside the range at each of the levels asked for. */
  coverage: number[];
}

/** Bits that sums of probabilities may be off by. */
const TINY = 1e-9;

/** Sums scores up. @param levels  percent */
export function summariseScores(scores: readonly Score[], levels: readonly number[]): Accuracy {
  const paired = scores.filter(({ naive }) => Number.isFinite(naive));
  const scaled = paired.filter(({ scale }) => Number.isFinite(scale));
  const symmetric = (actual: number, said: number) =>
    actual === said ? 0 : (200 * Math.abs(actual - said)) / (Math.abs(actual) + Math.abs(said));
  return {
    n: scores.length,
    mase: meanOf(scaled, ({ actual, mean, scale }) => Math.abs(actual - mean) / scale),
    naiveMase: meanOf(scaled, ({ actual, naive, scale }) => Math.abs(actual - naive) / scale),
    smape: meanOf(paired, ({ actual, mean }) => symmetric(actual, mean)),
    naiveSmape: meanOf(paired, ({ actual, naive }) => symmetric(actual, naive)),
    coverage: levels.map((level) => meanOf(scores, ({ place }) => Number(Math.abs(place - 0.5) <= level / 200 + TINY))),
  };
}

const meanOf = (scores: readonly Score[], number: (score: Score) => number): number =>
  scores.reduce((sum, score) => sum + number(score), 0) / scores.length;

/** First and last step of the groups in which errors are told: near ones apart, far ones together. */
export const STEP_GROUPS = [
  [1, 1],
  [2, 3],
  [4, 6],
  [7, 12],
  [13, 24],
  [25, 120],
] as const;
