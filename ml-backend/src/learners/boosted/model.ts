import type { Matrix } from '../dataset.ts';
import { checkMatrix } from '../dataset.ts';
import { addTrees } from '../trees/trees.ts';
import type { Trees } from '../trees/trees.ts';
import type { Loss } from './loss.ts';
import { lossOf } from './loss.ts';
import type { BoostedParams } from './params.ts';
import { addBase } from './standing.ts';

/** Gradient-boosted trees, fitted or loaded. */
export class Boosted {
  readonly params: BoostedParams;
  /** Classes told apart; undefined for numbers. */
  readonly classes: number | undefined;
  /** What every row's scores start with, added to its offset. */
  readonly base: Float64Array;
  readonly trees: Trees;
  readonly #loss: Loss;

  constructor(params: BoostedParams, classes: number | undefined, base: Float64Array, trees: Trees) {
    this.params = params;
    this.classes = classes;
    this.base = base;
    this.trees = trees;
    this.#loss = lossOf(params, classes);
  }

  /** Rounds that were kept. */
  get rounds(): number {
    return this.trees.roots.length / this.#loss.outputs;
  }

  /**
   * One number a row: the prediction, or with two classes the probability of class 1. With more classes their
   * probabilities, row by row.
   * @param offset  as in the training data; 0 where absent
   * @throws EncoreError LEARNER_BAD_DATA where the columns are others than those learnt from
   */
  predict(x: Matrix, offset?: Float64Array): Float64Array {
    return this.#loss.answer(this.scores(x, offset));
  }

  /** Scores before they become predictions (log-odds for classes), output by output: `output * rows + row`. */
  scores(x: Matrix, offset?: Float64Array): Float64Array {
    checkMatrix(x, this.trees.columns);
    const scores = offset ? offset.slice() : new Float64Array(x.rows * this.#loss.outputs);
    addBase(scores, this.base);
    addTrees(this.trees, x, scores, this.#loss.outputs);
    return scores;
  }
}
