import type { Matrix } from '../dataset.ts';
import { checkMatrix, outputsOf } from '../dataset.ts';
import { answersOf } from '../targets.ts';
import { addTrees } from '../trees/trees.ts';
import type { Trees } from '../trees/trees.ts';
import type { CartParams } from './params.ts';

/** One decision tree, fitted or loaded. */
export class Cart {
  readonly params: CartParams;
  /** Classes told apart; undefined for numbers. */
  readonly classes: number | undefined;
  readonly trees: Trees;

  constructor(params: CartParams, classes: number | undefined, trees: Trees) {
    this.params = params;
    this.classes = classes;
    this.trees = trees;
  }

  /**
   * One number a row: the prediction, or with two classes the share of class 1 in the leaf. With more classes their
   * shares, row by row.
   * @throws EncoreError LEARNER_BAD_DATA where the columns are others than those learnt from
   */
  predict(x: Matrix): Float64Array {
    checkMatrix(x, this.trees.columns);
    const outputs = outputsOf(this.classes);
    const sums = new Float64Array(x.rows * outputs);
    addTrees(this.trees, x, sums);
    return answersOf(sums, new Float64Array(outputs), this.classes, () => 1);
  }
}
