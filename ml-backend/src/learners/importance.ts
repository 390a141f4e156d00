import type { Matrix } from './dataset.ts';
import { indices, random, shuffle } from './random.ts';

/** By how much a score falls when one column's values are shuffled among the rows, by column. */
export interface Importance {
  mean: Float64Array;
  /** Standard deviation over the shuffles. */
  deviation: Float64Array;
}

type Predict = (x: Matrix) => Float64Array;
/** Of predictions for the rows in hand, greater is better. */
type Score = (predicted: Float64Array) => number;

/**
 * How much a fitted model leans on each column, for any model and score. Columns that say the same thing stand in for
 * each other and both look unimportant.
 * @param repeats  shuffles, the same ones for every column
 * Source: Breiman 2001, "Random forests", section 10; Fisher, Rudin, Dominici 2019, "All models are wrong".
 */
export function permutationImportance(predict: Predict, x: Matrix, score: Score, repeats = 10, seed = 1): Importance {
  const permutations = Array.from({ length: repeats }, (_, repeat) => {
    const order = indices(x.rows);
    shuffle(order, random(seed, repeat));
    return order;
  });
  return importanceBy(predict, x, score, permutations);
}

/** The same for given orders of the rows. */
export function importanceBy(
  predict: Predict,
  x: Matrix,
  score: Score,
  permutations: readonly Int32Array[]
): Importance {
  const usual = score(predict(x));
  const mean = new Float64Array(x.columns);
  const deviation = new Float64Array(x.columns);
  for (let column = 0; column < x.columns; column++) {
    const falls = permutations.map((order) => usual - score(predict(permuted(x, column, order))));
    mean[column] = falls.reduce((sum, fall) => sum + fall, 0) / falls.length;
    deviation[column] = Math.sqrt(falls.reduce((sum, fall) => sum + (fall - mean[column]!) ** 2, 0) / falls.length);
  }
  return { mean, deviation };
}

function permuted({ values, rows, columns }: Matrix, column: number, order: Int32Array): Matrix {
  const changed = values.slice();
  for (let row = 0; row < rows; row++) {
    changed[row * columns + column] = values[order[row]! * columns + column]!;
  }
  return { values: changed, rows, columns };
}
