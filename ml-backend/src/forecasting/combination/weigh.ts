import type { Said } from './roll.ts';

/** Weights from few errors are noisy: this share of each comes from the prior ones. */
const TOWARDS_PRIOR = 0.4;
/** Half, and half the mean. */
const MEDIAN_SHARE = 0.5;

/**
 * Shares of the members by their errors at earlier origins: inverse mean squared error, drawn towards a prior.
 * @param earlier  earlier origins
 * @param actual   the history; read only before `end`
 * @param end      number of buckets known now
 * @param prior    shares that add up to 1, one a member
 * @returns shares that add up to 1
 * Source: Bates, Granger 1969, "The combination of forecasts"; Stock, Watson 2004 (shrinkage).
 */
export function weigh(earlier: readonly Said[], actual: Float64Array, end: number, prior: Float64Array): Float64Array {
  const errors = meanSquaredErrors(earlier, actual, end, prior.length);
  const precision = errors.map((error, member) => prior[member]! / error);
  const total = precision.reduce((sum, value) => sum + value, 0);
  if (!Number.isFinite(total) || total <= 0) {
    return prior;
  }
  return prior.map((share, member) => TOWARDS_PRIOR * share + (1 - TOWARDS_PRIOR) * (precision[member]! / total));
}

/** Mean squared error of every member over all steps of all origins that are known at `end`; NaN where there is none. */
export function meanSquaredErrors(
  earlier: readonly Said[],
  actual: Float64Array,
  end: number,
  members: number
): Float64Array {
  const sums = new Float64Array(members);
  let count = 0;
  for (const { at, forecasts } of earlier) {
    const steps = Math.min(end - at, forecasts[0]?.length ?? 0);
    for (let step = 0; step < steps; step++) {
      const value = actual[at + step]!;
      if (Number.isNaN(value)) {
        continue;
      }
      count++;
      for (let member = 0; member < members; member++) {
        sums[member]! += (value - forecasts[member]![step]!) ** 2;
      }
    }
  }
  return sums.map((sum) => sum / count);
}

/**
 * One forecast from several, step by step: halfway between the weighted mean and the weighted median, since the median
 * leaves out a member that runs away and the mean uses all of them.
 * @param forecasts  one list of equal length a member, at least one
 * @param weights    shares that add up to 1, in the same order
 * @param medianShare  how much of the result the median is
 */
export function combine(
  forecasts: readonly Float64Array[],
  weights: Float64Array,
  medianShare = MEDIAN_SHARE
): Float64Array {
  const members = forecasts.length;
  const order = Array.from(forecasts.keys());
  const combined = new Float64Array(forecasts[0]?.length ?? 0);
  for (let step = 0; step < combined.length; step++) {
    let mean = 0;
    for (let member = 0; member < members; member++) {
      mean += weights[member]! * forecasts[member]![step]!;
    }
    order.sort((a, b) => forecasts[a]![step]! - forecasts[b]![step]!);
    const median = medianShare > 0 ? weightedMedian(forecasts, weights, order, step) : 0;
    combined[step] = (1 - medianShare) * mean + medianShare * median;
  }
  return combined;
}

/** Linear between the members' values at the middles of their shares: no jump when a share passes one half. */
function weightedMedian(
  forecasts: readonly Float64Array[],
  weights: Float64Array,
  order: number[],
  step: number
): number {
  let passed = 0;
  let place = -Infinity;
  let value = forecasts[order[0]!]![step]!;
  for (const member of order) {
    const middle = passed + weights[member]! / 2;
    const next = forecasts[member]![step]!;
    if (middle >= 0.5) {
      return place === -Infinity ? next : value + ((0.5 - place) / (middle - place)) * (next - value);
    }
    passed += weights[member]!;
    place = middle;
    value = next;
  }
  return value;
}
