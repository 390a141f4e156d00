import type { Labelled } from './dataset.ts';
import { outputsOf } from './dataset.ts';

/**
 * What trees average: y for numbers, membership of class 1 for two classes, of each class for more. The drop of squared
 * error on memberships is the drop of Gini's impurity.
 * @returns target of (row, output) at `output * rows + row`
 */
export function targetsOf({ y, classes }: Labelled): Float64Array {
  const rows = y.length;
  if (classes === undefined) return y;
  return Float64Array.from({ length: outputsOf(classes) * rows }, (_, at) =>
    Number(y[at % rows] === (classes === 2 ? 1 : Math.floor(at / rows)))
  );
}

/** Mean of each output over all rows. */
export function meansOf(targets: Float64Array, outputs: number, weights?: Float64Array): Float64Array {
  const rows = targets.length / outputs;
  const sum = weights?.reduce((total, weight) => total + weight, 0) ?? rows;
  const means = new Float64Array(outputs);
  targets.forEach((value, at) => (means[Math.floor(at / rows)]! += (value * (weights?.[at % rows] ?? 1)) / sum));
  return means;
}

/** Base plus mean of the trees' sums as one prediction a row, or class probabilities row by row. Overwrites `sums`. */
export function answersOf(
  sums: Float64Array,
  base: Float64Array,
  classes: number | undefined,
  treesOf: (row: number) => number
): Float64Array {
  const outputs = base.length;
  const rows = sums.length / outputs;
  const answers = new Float64Array(sums.length);
  for (let row = 0; row < rows; row++) {
    for (let output = 0; output < outputs; output++) {
      const mean = base[output]! + sums[output * rows + row]! / treesOf(row);
      answers[row * outputs + output] = classes ? Math.max(0, Math.min(1, mean)) : mean;
    }
  }
  return answers;
}
