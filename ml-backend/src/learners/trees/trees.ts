import type { Matrix } from '../dataset.ts';
import { LEAF } from './nodes.ts';

/**
 * Any number of finished trees in flat arrays. Nodes lie in preorder, tree after tree: the left child of a split is the
 * next node. A value that is missing (NaN) goes left, as one below everything.
 */
export interface Trees {
  columns: number;
  /** Values that each leaf holds. */
  outputs: number;
  /** First node of each tree. */
  roots: Int32Array;
  /** Column that a node asks about, or LEAF. */
  column: Int32Array;
  /** A value above it goes right. */
  threshold: Float64Array;
  /** The right child of a split; of a leaf, where its values start. */
  right: Int32Array;
  /** Rows of the training sample that came through the node; of a bootstrap each as often as it was drawn. */
  cover: Uint32Array;
  /** 32-bit where many trees are averaged or added, 64-bit where one tree is all. */
  values: Float32Array | Float64Array;
  /** By how much the splits on each column bettered the score, over all trees. */
  gain: Float64Array;
}

/** Where the leaf that a row falls into keeps its values. @param at  start of the row in `x` */
export function leafOf({ column, threshold, right }: Trees, root: number, x: Float64Array, at: number): number {
  let node = root;
  let asked = column[node]!;
  while (asked !== LEAF) {
    node = x[at + asked]! > threshold[node]! ? right[node]! : node + 1;
    asked = column[node]!;
  }
  return right[node]!;
}

/**
 * Adds every tree's leaf to each row's scores.
 * @param into    score of (row, output) at `output * rows + row`
 * @param period  trees take turns at this many outputs where each of their leaves holds one value
 */
export function addTrees(trees: Trees, { values, rows, columns }: Matrix, into: Float64Array, period = 1): void {
  for (let tree = 0; tree < trees.roots.length; tree++) {
    const root = trees.roots[tree]!;
    const turn = (tree % period) * rows;
    for (let row = 0; row < rows; row++) {
      const leaf = leafOf(trees, root, values, row * columns);
      for (let output = 0; output < trees.outputs; output++) {
        into[turn + output * rows + row]! += trees.values[leaf + output]!;
      }
    }
  }
}

/** How much each column helped: its share of the gain of all splits (Breiman et al. 1984, section 5.3.4). Sums to 1. */
export function impurityImportance({ gain }: Trees): Float64Array {
  const sum = gain.reduce((total, part) => total + part, 0);
  return sum > 0 ? gain.map((part) => part / sum) : new Float64Array(gain.length);
}
