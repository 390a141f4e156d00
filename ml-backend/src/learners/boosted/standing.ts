import type { Labelled } from '../dataset.ts';
import type { Standing } from './loss.ts';

/** Where boosting starts: scores at the offset or 0, weights of mean 1. */
export function standingOf({ x, y, weights, offset }: Labelled, outputs: number): Standing {
  const sum = weights?.reduce((total, weight) => total + weight, 0) ?? 0;
  return {
    y,
    weights: weights ? weights.map((weight) => (weight * x.rows) / sum) : new Float64Array(x.rows).fill(1),
    scores: offset ? offset.slice() : new Float64Array(x.rows * outputs),
  };
}

/** Adds each output's base to the scores of all rows. */
export function addBase(scores: Float64Array, base: Float64Array): void {
  const rows = scores.length / base.length;
  for (let at = 0; at < scores.length; at++) scores[at]! += base[Math.floor(at / rows)]!;
}
