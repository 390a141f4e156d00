import type { BoostedParams } from './params.ts';
import { absolute, huber, squared } from './numberLosses.ts';
import { logistic, softmax } from './classLosses.ts';

/** What is learnt: targets, weights and the scores so far. Score of (row, output) at `output * rows + row`. */
export interface Standing {
  y: Float64Array;
  weights: Float64Array;
  scores: Float64Array;
}

/** A loss, by its derivatives with respect to the scores. */
export interface Loss {
  /** Scores of a row. */
  outputs: number;
  /** What all scores of an output start with, given where they stand without it. */
  base: (standing: Standing) => Float64Array;
  /** Fills in the negative first and the second derivative of each row's loss, weighted; laid out as the scores. */
  derive: (standing: Standing, pull: Float64Array, mass: Float64Array) => void;
  /** A leaf's best value from its residuals and weights, where it isn't sum of pulls / sum of mass. May reorder both. */
  leaf?: (residuals: Float64Array, weights: Float64Array) => number;
  /** A leaf's value in size at most, where a leaf of rows that are all but certain would leap. */
  step?: number;
  /** Weighted mean loss. */
  measure: (standing: Standing) => number;
  /** Predictions from scores: one a row, or for several classes their probabilities, row by row. */
  answer: (scores: Float64Array) => Float64Array;
}

/** The loss of numbers, or the log-likelihood of classes. */
export function lossOf({ loss, huberAt }: Pick<BoostedParams, 'loss' | 'huberAt'>, classes?: number): Loss {
  if (classes !== undefined) return classes === 2 ? logistic : softmax(classes);
  switch (loss) {
    case 'squared':
      return squared;
    case 'absolute':
      return absolute;
    case 'huber':
      return huber(huberAt);
  }
}
