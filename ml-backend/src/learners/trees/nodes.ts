/** Marks a node that is not split. */
export const LEAF = -1;

/**
 * The nodes of a tree while it grows, node 0 the root; the arrays are used again for the next tree.
 */
export interface Nodes {
  count: number;
  leaves: number;
  /** Column that the node asks about, or LEAF. */
  column: Int32Array;
  /** Rows whose code is at most this go left. */
  code: Uint8Array;
  left: Int32Array;
  right: Int32Array;
  /** The node's rows are [start, end) of the sample's. */
  start: Int32Array;
  end: Int32Array;
  depth: Int32Array;
  /** By how much the split found for the node betters the score; of a split node, what it has gained. */
  gain: Float64Array;
  /** [count, mass, pulls] of each node, `size` numbers. */
  totals: Float64Array;
  size: number;
}

/** Room for trees of at most `leaves` leaves whose nodes have `size` totals. */
export function createNodes(leaves: number, size: number): Nodes {
  const capacity = 2 * leaves;
  const whole = () => new Int32Array(capacity);
  return {
    count: 0,
    leaves: 0,
    column: whole(),
    code: new Uint8Array(capacity),
    left: whole(),
    right: whole(),
    start: whole(),
    end: whole(),
    depth: whole(),
    gain: new Float64Array(capacity),
    totals: new Float64Array(capacity * size),
    size,
  };
}

/** Adds a leaf with the rows [start, end) and tells its number. */
export function addNode(nodes: Nodes, start: number, end: number, depth: number): number {
  const node = nodes.count++;
  nodes.leaves++;
  nodes.column[node] = LEAF;
  nodes.start[node] = start;
  nodes.end[node] = end;
  nodes.depth[node] = depth;
  return node;
}
