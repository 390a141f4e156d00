import type { Labelled } from '../dataset.ts';
import { encode } from '../trees/bins.ts';
import type { Nodes } from '../trees/nodes.ts';
import type { Loss, Standing } from './loss.ts';
import { addBase, standingOf } from './standing.ts';
import { addWalked } from './update.ts';

/** Follows the loss on rows that are not learnt from, to tell when boosting no longer helps. */
export class Watch {
  /** Rounds after which the loss was least. */
  best = 0;
  readonly #standing: Standing;
  readonly #codes: Uint8Array;
  readonly #loss: Loss;
  readonly #patience: number;
  #round = 0;
  #least: number;

  constructor(apart: Labelled, edges: readonly Float64Array[], loss: Loss, base: Float64Array, patience: number) {
    this.#loss = loss;
    this.#patience = patience;
    this.#codes = encode(apart.x, edges);
    this.#standing = standingOf(apart, loss.outputs);
    addBase(this.#standing.scores, base);
    this.#least = loss.measure(this.#standing);
  }

  add(nodes: Nodes, values: Float64Array, output: number): void {
    const { y, scores } = this.#standing;
    addWalked(nodes, values, this.#codes, scores.subarray(output * y.length, (output + 1) * y.length));
  }

  /** Called once a round. */
  isOver(): boolean {
    this.#round++;
    const loss = this.#loss.measure(this.#standing);
    if (loss < this.#least) {
      this.#least = loss;
      this.best = this.#round;
    }
    return this.#round - this.best >= this.#patience;
  }
}
