/** Where distributions are kept: enough for every level from 10 to 99 in steps of ten, and 50, 95, 98. */
export const PROBABILITIES: readonly number[] = [
  0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9,
  0.95, 0.975, 0.99, 0.995,
];

/**
 * Sample quantiles at `PROBABILITIES`, linear between the order statistics (Hyndman, Fan 1996, type 7).
 * @param sorted  ascending, at least one
 */
export function quantilesOf(sorted: Float64Array): Float64Array {
  return Float64Array.from(PROBABILITIES, (probability) => {
    const place = probability * (sorted.length - 1);
    const below = Math.floor(place);
    const above = Math.min(below + 1, sorted.length - 1);
    return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!);
  });
}

/** The value at a probability, linear between the kept ones and constant beyond the outermost. */
export function valueAt(quantiles: ArrayLike<number>, probability: number): number {
  const last = PROBABILITIES.length - 1;
  if (probability <= PROBABILITIES[0]!) {
    return quantiles[0]!;
  }
  if (probability >= PROBABILITIES[last]!) {
    return quantiles[last]!;
  }
  const above = PROBABILITIES.findIndex((kept) => kept >= probability);
  const low = PROBABILITIES[above - 1]!;
  const share = (probability - low) / (PROBABILITIES[above]! - low);
  return quantiles[above - 1]! + share * (quantiles[above]! - quantiles[above - 1]!);
}

/** The values at `count` evenly spaced probabilities, (i + 1/2) / count: a sample without chance, ascending. */
export function evenSample(quantiles: ArrayLike<number>, count: number): Float64Array {
  const last = PROBABILITIES.length - 1;
  let above = 1;
  return Float64Array.from({ length: count }, (_, index) => {
    const probability = Math.max(PROBABILITIES[0]!, Math.min(PROBABILITIES[last]!, (index + 0.5) / count));
    while (PROBABILITIES[above]! < probability) {
      above++;
    }
    const low = PROBABILITIES[above - 1]!;
    const share = (probability - low) / (PROBABILITIES[above]! - low);
    return quantiles[above - 1]! + share * (quantiles[above]! - quantiles[above - 1]!);
  });
}

/**
 * The chance that the quantity is above a value.
 * @returns 0 to 1; never nearer to 0 or 1 than the outermost kept probability while the value is not beyond it
 */
export function chanceAbove(quantiles: ArrayLike<number>, value: number): number {
  const last = PROBABILITIES.length - 1;
  if (value < quantiles[0]!) {
    return 1;
  }
  if (value >= quantiles[last]!) {
    return 0;
  }
  let above = 1;
  while (quantiles[above]! <= value) {
    above++;
  }
  const share = (value - quantiles[above - 1]!) / (quantiles[above]! - quantiles[above - 1]!);
  return 1 - (PROBABILITIES[above - 1]! + share * (PROBABILITIES[above]! - PROBABILITIES[above - 1]!));
}

/** The middle value; the mean of the two middle ones for an even count; NaN for none. */
export function medianOf(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
