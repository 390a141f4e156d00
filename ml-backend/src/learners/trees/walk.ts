import type { Nodes } from './nodes.ts';
import { LEAF } from './nodes.ts';

/** The leaf of a grown tree that a row falls into by its codes. */
export function walk({ column, code, left, right }: Nodes, codes: Uint8Array, rows: number, row: number): number {
  let node = 0;
  while (column[node] !== LEAF) {
    node = codes[column[node]! * rows + row]! <= code[node]! ? left[node]! : right[node]!;
  }
  return node;
}
