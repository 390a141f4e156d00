import type { ErrorModel } from './paths.ts';
import type { Outlook } from './outlook.ts';
import type { Pool } from './pool.ts';
import { groupFor, growthFor, NO_POOL, scaleFor } from './pool.ts';

/**
 * The errors to expect of a joined forecast: shape and growth by step from the pool, scale from what is known of the series.
 * @param length   values in the history
 * @param late     buckets between the last value and the first step
 * @param horizon  steps
 */
export function errorModel(
  { evidence }: Outlook,
  length: number,
  late: number,
  horizon: number,
  pool: Pool
): ErrorModel {
  const group = groupFor(pool, evidence.unit, length) ?? groupFor(NO_POOL, evidence.unit, length)!;
  const scale = scaleFor(group, evidence);
  const growth = growthFor(group, evidence);
  return {
    unit: evidence.unit,
    level: evidence.level,
    sizes: Float64Array.from({ length: horizon }, (_, step) => scale * (late + step + 1) ** growth),
    quantiles: group.quantiles,
    dependence: group.dependence,
  };
}
