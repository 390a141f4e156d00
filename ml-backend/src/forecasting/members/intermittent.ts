import type { FittedMember, Member } from './member.ts';
import { minimiseOnLine } from './minimise.ts';

/** Smoothing of sizes and of the chance of a sale: few sales, so slow. */
const TSB_ALPHA = 0.2;
const TSB_BETA = 0.1;
/** Aggregated sums are few; within these bounds the best smoothing parameter is taken. */
const IMAPA_ALPHA = [0.1, 0.3] as const;

/**
 * Mostly zeros: the chance that a bucket is not zero times the size of those that are not, each smoothed; a chance that
 * falls while nothing is sold.
 * Source: Teunter, Syntetos, Babai 2011, "Intermittent demand: linking forecasting to inventory obsolescence".
 */
export const tsb: Member<Record<never, never>> = level('tsb', (values) => {
  const sizes = values.filter((value) => value !== 0);
  const sold = values.map((value) => Number(value !== 0));
  return sizes.length === 0 ? 0 : smoothed(sizes, TSB_ALPHA).level * smoothed(sold, TSB_BETA).level;
});

/**
 * Mostly zeros: the mean of smoothed sums over one bucket, two, and so on up to the usual gap between sales.
 * Source: Petropoulos, Kourentzes 2015, "Forecast combinations for intermittent demand".
 */
export const imapa: Member<Record<never, never>> = level('imapa', (values) => {
  const last = values.findLastIndex((value) => value !== 0) + 1;
  const sales = values.reduce((count, value) => count + Number(value !== 0), 0);
  const widest = Math.max(1, Math.round(last / Math.max(1, sales)));
  let sum = 0;
  for (let width = 1; width <= widest; width++) {
    const sums = sumsOf(values, width);
    const alpha = minimiseOnLine((candidate) => smoothed(sums, candidate).squaredError, ...IMAPA_ALPHA);
    sum += smoothed(sums, alpha).level / width;
  }
  return sum / widest;
});

/** Sums of `width` values each; the oldest values that don't fill one are left out. */
function sumsOf(values: Float64Array, width: number): Float64Array {
  const count = Math.floor(values.length / width);
  const first = values.length - count * width;
  const sums = new Float64Array(count);
  for (let at = 0; at < count * width; at++) {
    sums[Math.floor(at / width)]! += values[first + at]!;
  }
  return sums;
}

/** Simple exponential smoothing from the first value. */
function smoothed(values: Float64Array, alpha: number): { level: number; squaredError: number } {
  let level = values[0]!;
  let squaredError = 0;
  for (let at = 1; at < values.length; at++) {
    const error = values[at]! - level;
    squaredError += error * error;
    level += alpha * error;
  }
  return { level, squaredError };
}

/** A member that expects the same at every step. */
function level(name: string, expected: (values: Float64Array) => number): Member<Record<never, never>> {
  const fit = (values: Float64Array): FittedMember<Record<never, never>> | undefined => {
    if (values.length === 0) {
      return undefined;
    }
    const value = expected(values);
    return { structure: {}, forecast: (horizon) => new Float64Array(horizon).fill(value) };
  };
  return { name, fit, refit: fit };
}
