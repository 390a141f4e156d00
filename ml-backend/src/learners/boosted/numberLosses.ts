import type { Loss, Standing } from './loss.ts';
import { weightedMedian } from './median.ts';

const asItIs = (scores: Float64Array) => scores;

/** Half the squared error: leaves are weighted means of residuals. */
export const squared: Loss = {
  outputs: 1,
  base: (standing) => Float64Array.of(mean(standing, (residual) => residual)),
  derive({ y, weights, scores }, pull, mass) {
    for (let row = 0; row < y.length; row++) {
      mass[row] = weights[row]!;
      pull[row] = weights[row]! * (y[row]! - scores[row]!);
    }
  },
  measure: (standing) => mean(standing, (residual) => residual * residual),
  answer: asItIs,
};

/** The absolute error: leaves are weighted medians of residuals (Friedman 2001, "Greedy function approximation", 4.3). */
export const absolute: Loss = {
  outputs: 1,
  base: ({ y, weights, scores }) => {
    const residuals = y.map((value, row) => value - scores[row]!);
    return Float64Array.of(weightedMedian(residuals, weights.slice()));
  },
  derive({ y, weights, scores }, pull, mass) {
    for (let row = 0; row < y.length; row++) {
      mass[row] = weights[row]!;
      pull[row] = weights[row]! * Math.sign(y[row]! - scores[row]!);
    }
  },
  leaf: weightedMedian,
  measure: (standing) => mean(standing, Math.abs),
  answer: asItIs,
};

/** Squared up to residuals of `at`, straight beyond (Huber 1964): an outlier pulls with the force of `at`. */
export const huber = (at: number): Loss => ({
  outputs: 1,
  base: absolute.base,
  derive({ y, weights, scores }, pull, mass) {
    for (let row = 0; row < y.length; row++) {
      mass[row] = weights[row]!;
      pull[row] = weights[row]! * Math.max(-at, Math.min(at, y[row]! - scores[row]!));
    }
  },
  measure: (standing) =>
    mean(standing, (residual) => {
      const size = Math.abs(residual);
      return size <= at ? (size * size) / 2 : at * (size - at / 2);
    }),
  answer: asItIs,
});

function mean({ y, weights, scores }: Standing, cost: (residual: number) => number): number {
  let sum = 0;
  let weight = 0;
  for (let row = 0; row < y.length; row++) {
    sum += weights[row]! * cost(y[row]! - scores[row]!);
    weight += weights[row]!;
  }
  return weight > 0 ? sum / weight : 0;
}
