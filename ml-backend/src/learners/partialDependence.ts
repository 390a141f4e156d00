import type { Matrix } from './dataset.ts';

/** What a model says when one column is set to each value of a grid. */
export interface Dependence {
  /** Mean over the rows, one a grid value. */
  average: Float64Array;
  /** Each row's own curve: prediction of (row, grid value) at `row * grid.length + place`. */
  curves: Float64Array;
}

/**
 * Partial dependence and individual conditional expectation of one column, by brute force.
 * @param predict  one number a row
 * Source: Friedman 2001, "Greedy function approximation", section 8.2; Goldstein et al. 2015, "Peeking inside the black
 * box".
 */
export function partialDependence(
  predict: (x: Matrix) => Float64Array,
  { values, rows, columns }: Matrix,
  column: number,
  grid: Float64Array
): Dependence {
  const average = new Float64Array(grid.length);
  const curves = new Float64Array(rows * grid.length);
  const changed = { values: values.slice(), rows, columns };
  grid.forEach((value, place) => {
    for (let row = 0; row < rows; row++) changed.values[row * columns + column] = value;
    predict(changed).forEach((predicted, row) => {
      curves[row * grid.length + place] = predicted;
      average[place]! += predicted / rows;
    });
  });
  return { average, curves };
}
