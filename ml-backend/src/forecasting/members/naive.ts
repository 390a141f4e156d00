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
