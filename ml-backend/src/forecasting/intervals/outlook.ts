import type { Said } from '../combination/roll.ts';
import { combine, weigh } from '../combination/weigh.ts';
import type { Evidence } from './evidence.ts';
import { evidenceAt } from './evidence.ts';

/** The joined forecast of one origin, and what is known of its errors before they come. */
export interface Outlook {
  /** Number of buckets known. */
  at: number;
  mean: Float64Array;
  /** Shares of the members, in their order. */
  weights: Float64Array;
  evidence: Evidence;
}

/**
 * Joins what the members say with the shares that they earned at earlier origins.
 * @param values   the history up to the origin
 * @param earlier  what they said at earlier origins
 * @param prior    shares before any error is known, add up to 1
 */
export function outlookAt(
  values: Float64Array,
  period: number,
  said: Said,
  earlier: readonly Said[],
  prior: Float64Array
): Outlook {
  const evidence = evidenceAt(values, period, said, earlier, prior);
  // A handful of sales can't tell members apart, and the median of skewed expectations leans low.
  const rare = evidence.unit === 'rare';
  const weights = rare ? prior : weigh(earlier, values, values.length, prior);
  return { at: values.length, mean: combine(said.forecasts, weights, rare ? 0 : undefined), weights, evidence };
}
