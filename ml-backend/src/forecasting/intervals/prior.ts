import { bucketTime } from '../calendar.ts';
import { PROBABILITIES } from '../quantiles.ts';
import type { Series } from '../types.ts';
import type { ErrorModel } from './paths.ts';
import type { Pool } from './pool.ts';

/**
 * What is expected of a series without any value: the middle of the levels of the pool's series, in the range of all of
 * them, with the season that they share.
 * @returns undefined where the pool knows no levels
 */
export function priorModel(
  { levels, season }: Pool,
  series: Series,
  horizon: number
): { mean: Float64Array; errors: ErrorModel } | undefined {
  const middle = levels?.[PROBABILITIES.indexOf(0.5)] ?? 0;
  if (!levels || !(middle > 0)) {
    return undefined;
  }
  const factor = (step: number) => {
    const time = bucketTime(series.start, series.frequency, series.values.length + step);
    return series.frequency === 'month' ? Math.exp(season?.[new Date(time).getUTCMonth()] ?? 0) : 1;
  };
  return {
    mean: Float64Array.from({ length: horizon }, (_, step) => middle * factor(step)),
    errors: {
      unit: 'log',
      level: 1,
      sizes: new Float64Array(horizon).fill(1),
      quantiles: levels.map((level) => Math.log(Math.max(level, middle * 1e-3) / middle)),
      // Which artist it is like stays the same over the whole horizon.
      dependence: { common: 0.95, decay: 0.5 },
    },
  };
}
