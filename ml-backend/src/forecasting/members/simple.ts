import type { Member } from './member.ts';

/** The bucket of one season before, or the last value where there is no season. */
export const lastSeason = rule('seasonal-naive', (_, period) => period, seasonalNaive);

/** The mean of the last three values. */
export const meanOfThree = rule(
  'recent-mean',
  () => 1,
  (values, _, horizon) => recentMean(values, 3, horizon)
);

/** The mean of the last season, or of the last twelve values where there is no season. */
export const meanOfSeason = rule(
  'yearly-mean',
  () => 1,
  (values, period, horizon) => recentMean(values, period > 1 ? period : 12, horizon)
);

/** A member without parameters. */
function rule(
  name: string,
  shortest: (values: Float64Array, period: number) => number,
  say: (values: Float64Array, period: number, horizon: number) => Float64Array
): Member<Record<never, never>> {
  const fit: Member<Record<never, never>>['fit'] = (values, period) =>
    values.length < shortest(values, period)
      ? undefined
      : { structure: {}, forecast: (horizon) => say(values, period, horizon) };
  return { name, fit, refit: fit };
}

/** The value of the same bucket one season before, repeated; needs at least `period` values. */
export function seasonalNaive(values: Float64Array, period: number, horizon: number): Float64Array {
  const first = values.length - period;
  return Float64Array.from({ length: horizon }, (_, step) => values[first + (step % period)]!);
}

/** The mean of the last `count` values (of all, where there are fewer), the same for every step. */
export function recentMean(values: Float64Array, count: number, horizon: number): Float64Array {
  const recent = values.subarray(Math.max(0, values.length - count));
  const mean = recent.reduce((sum, value) => sum + value, 0) / recent.length;
  return new Float64Array(horizon).fill(mean);
}
