import type { Nodes } from '../trees/nodes.ts';
import { LEAF } from '../trees/nodes.ts';
import { walk } from '../trees/walk.ts';

/** Adds to each row the value of its leaf, where all rows were grown upon: they lie sorted by leaf. */
export function addLeaves(nodes: Nodes, values: Float64Array, rows: Int32Array, scores: Float64Array): void {
  for (let node = 0; node < nodes.count; node++) {
    if (nodes.column[node] !== LEAF) continue;
    for (let index = nodes.start[node]!; index < nodes.end[node]!; index++) scores[rows[index]!]! += values[node]!;
  }
}

/** The same for rows that a tree was not grown upon, by their codes. */
export function addWalked(nodes: Nodes, values: Float64Array, codes: Uint8Array, scores: Float64Array): void {
  const rows = scores.length;
  for (let row = 0; row < rows; row++) scores[row]! += values[walk(nodes, codes, rows, row)]!;
}
