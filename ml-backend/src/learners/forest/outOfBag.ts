import type { Labelled } from '../dataset.ts';
import { accuracy, rSquared } from '../score.ts';
import type { Binned } from '../trees/bins.ts';
import type { Nodes } from '../trees/nodes.ts';
import { walk } from '../trees/walk.ts';
import { answersOf } from '../targets.ts';

/**
 * What the trees say of rows that they were not grown upon: an honest score without a test part.
 * Source: Breiman 2001, "Random forests", section 3.1.
 */
export class OutOfBag {
  readonly #binned: Binned;
  readonly #sums: Float64Array;
  readonly #trees: Float64Array;

  constructor(binned: Binned, outputs: number) {
    this.#binned = binned;
    this.#sums = new Float64Array(binned.rows * outputs);
    this.#trees = new Float64Array(binned.rows);
  }

  /** Asks a tree about the rows without mass in its sample. */
  add(nodes: Nodes, values: Float64Array, mass: Float64Array): void {
    const { codes, rows } = this.#binned;
    const outputs = this.#sums.length / rows;
    for (let row = 0; row < rows; row++) {
      if (mass[row]! > 0) continue;
      const leaf = walk(nodes, codes, rows, row) * outputs;
      for (let output = 0; output < outputs; output++) this.#sums[output * rows + row]! += values[leaf + output]!;
      this.#trees[row]! += 1;
    }
  }

  /** R2 for numbers, accuracy for classes, over the rows that at least one tree did not see; NaN where there is none. */
  score({ y, classes }: Labelled, base: Float64Array): number {
    const answers = answersOf(this.#sums, base, classes, (row) => this.#trees[row]!);
    const seen = y.map((_, row) => Math.min(1, this.#trees[row]!));
    return classes ? accuracy(y, answers, seen) : rSquared(y, answers, seen);
  }
}
