import type { Labelled, Matrix } from './dataset.ts';
import { matrix } from './dataset.ts';
import { foldsOf, splitOff } from './draw.ts';
import { random } from './random.ts';
import { LEAF } from './trees/nodes.ts';
import { addTrees } from './trees/trees.ts';

/** Rows of four even columns; y is a step on the first plus a product of the next two, the last is noise. */
export function steps(count: number, seed = 1): Labelled {
  const chance = random(seed);
  const x = matrix(Array.from({ length: count }, () => Array.from({ length: 4 }, () => chance.next())));
  const y = Float64Array.from({ length: count }, (_, row) => {
    const [a, b, c] = x.values.subarray(4 * row, 4 * row + 3);
    return (a! > 0.5 ? 10 : 0) + 20 * b! * c!;
  });
  return { x, y };
}

/** The same rows in classes: one limit makes two, two make three. */
export function inClasses({ x, y }: Labelled, ...limits: number[]): Labelled {
  const label = (value: number) => limits.filter((limit) => value > limit).length;
  return { x, y: y.map(label), classes: limits.length + 1 };
}

export const meanSquare = (values: Float64Array, y: Float64Array) =>
  values.reduce((sum, value, row) => sum + (value - y[row]!) ** 2, 0) / y.length;

/** Mean score over five folds, each predicted from the others. */
export function crossValidated(
  data: Labelled,
  seed: number,
  score: (train: Labelled, test: Labelled) => number
): number {
  const folds = foldsOf(data.x.rows, 5, random(seed), data.classes === undefined ? undefined : data.y);
  return folds.reduce((sum, fold) => sum + score(...splitOff(data, fold)) / folds.length, 0);
}

/** A tree as scikit-learn writes it: nodes in preorder. */
export interface FittedTree {
  children_left: number[];
  children_right: number[];
  feature: number[];
  threshold: number[];
  value: number[][];
}

/** The mean of trees that scikit-learn has fitted. */
export function meanOfTrees(fitted: readonly FittedTree[]): (x: Matrix) => Float64Array {
  const forest = fitted.map((tree) => ({
    outputs: 1,
    roots: Int32Array.of(0),
    column: Int32Array.from(tree.feature, (column) => (column < 0 ? LEAF : column)),
    threshold: Float64Array.from(tree.threshold),
    right: Int32Array.from(tree.children_right, (child, node) => (child < 0 ? node : child)),
    cover: new Uint32Array(tree.feature.length),
    values: Float64Array.from(tree.value.flat()),
  }));
  return (x) => {
    const sums = new Float64Array(x.rows);
    for (const tree of forest) addTrees({ ...tree, columns: x.columns, gain: new Float64Array(x.columns) }, x, sums);
    return sums.map((sum) => sum / forest.length);
  };
}
