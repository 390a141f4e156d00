import type { Matrix } from '../dataset.ts';
import { checkMatrix } from '../dataset.ts';
import { addTrees } from '../trees/trees.ts';
import type { Trees } from '../trees/trees.ts';
import type { ForestParams } from './params.ts';
import { answersOf } from '../targets.ts';

/** A random forest, fitted or loaded. */
export class Forest {
  readonly params: ForestParams;
  /** Classes told apart; undefined for numbers. */
  readonly classes: number | undefined;
  /** Mean of y, or the classes' shares: leaves say how far they are from it. */
  readonly base: Float64Array;
  readonly trees: Trees;
  /** R2 (numbers) or accuracy (classes) on rows that a tree did not see; NaN where each tree saw all. */
  readonly outOfBag: number;

  constructor(params: ForestParams, classes: number | undefined, base: Float64Array, trees: Trees, outOfBag: number) {
    this.params = params;
    this.classes = classes;
    this.base = base;
    this.trees = trees;
    this.outOfBag = outOfBag;
  }

  /**
   * One number a row: the prediction, or with two classes the probability of class 1. With more classes their
   * probabilities, row by row.
   * @throws EncoreError LEARNER_BAD_DATA where the columns are others than those learnt from
   */
  predict(x: Matrix): Float64Array {
    checkMatrix(x, this.trees.columns);
    const sums = new Float64Array(x.rows * this.base.length);
    addTrees(this.trees, x, sums);
    return answersOf(sums, this.base, this.classes, () => this.trees.roots.length);
  }
}
