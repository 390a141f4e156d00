/** A node of a tree that may still be cut back. */
export interface Branch {
  rows: number;
  /** Mean of each output over the node's rows. */
  values: Float64Array;
  /** Sum of squared distances from those means, over all outputs. */
  impurity: number;
  split: Fork | undefined;
}

export interface Fork {
  column: number;
  /** Rows whose value is at most this, or missing, go left. */
  threshold: number;
  left: Branch;
  right: Branch;
}

/** The leaves below a branch, or itself. */
export function leavesOf(branch: Branch): Branch[] {
  return branch.split ? [...leavesOf(branch.split.left), ...leavesOf(branch.split.right)] : [branch];
}
