import type { MemberForecast } from './members/members.ts';
import type { MemberName, MemberWeight } from './types.ts';

/** Weights from few errors are noisy: this share of each comes from equal weights. */
const TOWARDS_EQUAL = 0.3;

/** An earlier origin's forecasts, one list a member, and its number of buckets seen. */
export interface Origin {
  at: number;
  members: MemberForecast[];
}

/**
 * Shares of the members by their errors at earlier origins: inverse mean squared error, drawn towards equal shares.
 * Only origins where all of them were fitted count, so that none is judged by a calmer time.
 * @param origins  earlier origins
 * @param actual   the series; read only up to `end`
 * @param end      number of buckets known now
 * Source: Bates, Granger 1969, "The combination of forecasts".
 */
export function weigh(names: MemberName[], origins: Origin[], actual: Float64Array, end: number): MemberWeight[] {
  const shared = origins.filter(({ members }) => names.every((name) => members.some((member) => member.name === name)));
  const precision = names.map((name) => 1 / meanSquaredError(name, shared, actual, end));
  const usable = precision.every(Number.isFinite);
  const total = precision.reduce((sum, value) => sum + value, 0);
  const equal = 1 / names.length;
  return names.map((name, index) => ({
    name,
    weight: usable ? TOWARDS_EQUAL * equal + (1 - TOWARDS_EQUAL) * (precision[index]! / total) : equal,
  }));
}

function meanSquaredError(name: MemberName, origins: Origin[], actual: Float64Array, end: number): number {
  let sum = 0;
  let count = 0;
  for (const origin of origins) {
    const member = origin.members.find((candidate) => candidate.name === name);
    for (let step = 0; member && step < member.values.length && origin.at + step < end; step++) {
      const error = actual[origin.at + step]! - member.values[step]!;
      if (Number.isFinite(error)) {
        sum += error * error;
        count++;
      }
    }
  }
  return count === 0 ? Number.NaN : sum / count;
}

/**
 * One forecast from several, step by step: halfway between the weighted mean and the weighted median, since the median
 * leaves out a member that runs away and the mean uses all of them.
 * @param members  one list of equal length a member, at least one
 * @param weights  one a member, in the same order
 */
export function combine(members: MemberForecast[], weights: MemberWeight[], nonNegative: boolean): Float64Array {
  const horizon = members[0]?.values.length ?? 0;
  return Float64Array.from({ length: horizon }, (_, step) => {
    const values = members.map((member, index) => ({ value: member.values[step]!, weight: weights[index]!.weight }));
    const mean = values.reduce((sum, { value, weight }) => sum + weight * value, 0);
    const middle = (mean + weightedMedian(values)) / 2;
    return nonNegative ? Math.max(0, middle) : middle;
  });
}

function weightedMedian(values: { value: number; weight: number }[]): number {
  const sorted = values.toSorted((a, b) => a.value - b.value);
  let below = 0;
  for (const { value, weight } of sorted) {
    below += weight;
    if (below >= 0.5) {
      return value;
    }
  }
  return sorted.at(-1)!.value;
}
