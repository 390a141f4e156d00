import type { Said } from '../combination/roll.ts';
import { combine, weigh } from '../combination/weigh.ts';
import type { Evidence } from './evidence.ts';
import type { RateModel } from './rate.ts';
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
 * @param fixed    shares that no error changes
 */
export function outlookAt(
  values: Float64Array,
  period: number,
  said: Said,
  earlier: readonly Said[],
  prior: Float64Array,
  fixed?: Float64Array
): Outlook {
  const evidence = evidenceAt(values, period, said, earlier, fixed ?? prior);
  const weights = fixed ?? weigh(earlier, values, values.length, prior);
  return { at: values.length, mean: joinedBy(evidence, said, weights), weights, evidence };
}

/** The median of skewed expectations leans low, so that the mean alone joins those of a series that is mostly zero. */
export function joinedBy({ unit }: Evidence, { forecasts }: Said, weights: Float64Array): Float64Array {
  return combine(forecasts, weights, unit === 'rare' ? 0 : undefined);
}

/** The expectation of a series that is mostly zero, as the pool's rates came out; others are left as they are. */
export function atRate({ mean, ...rest }: Outlook, rate: RateModel | undefined): Outlook {
  const drawn = rest.evidence.unit === 'rare' && rate;
  return { ...rest, mean: drawn ? mean.map((value) => drawn.intercept + drawn.slope * value) : mean };
}
