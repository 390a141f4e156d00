import { valueAt } from './quantiles.ts';
import type { Bounds, Distribution, Range, Total } from './types.ts';

/** The bounds at each level, ascending by level; nested, since all are quantiles of one distribution. */
export function boundsAt(distribution: Distribution, levels: readonly number[], horizon: number): Bounds[] {
  const rows = distribution.steps.slice(0, horizon);
  return [...new Set(levels)]
    .sort((a, b) => a - b)
    .map((level) => ({
      level,
      lower: Float64Array.from(rows, (row) => valueAt(row, (1 - level / 100) / 2)),
      upper: Float64Array.from(rows, (row) => valueAt(row, (1 + level / 100) / 2)),
    }));
}

/** The range of one quantity at each level, ascending by level. */
function rangesAt(quantiles: Float64Array, levels: readonly number[]): Range[] {
  return [...new Set(levels)]
    .sort((a, b) => a - b)
    .map((level) => ({
      level,
      lower: valueAt(quantiles, (1 - level / 100) / 2),
      upper: valueAt(quantiles, (1 + level / 100) / 2),
    }));
}

/** The sum of the first `horizon` steps; its range is that of the paths' sums, never a sum of bounds. */
export function totalOf(distribution: Distribution, levels: readonly number[], horizon: number): Total | undefined {
  const quantiles = distribution.totals[horizon - 1];
  return (
    quantiles && {
      horizon,
      median: valueAt(quantiles, 0.5),
      bounds: rangesAt(quantiles, levels),
      quantiles,
    }
  );
}
