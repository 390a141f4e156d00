import type { Branch } from './branch.ts';
import { leavesOf } from './branch.ts';

/** A step of cutting back: from `alpha` on, the tree whose leaves have this impurity is the best. */
export interface PruningStep {
  alpha: number;
  /** Squared distance within the leaves, a row. */
  impurity: number;
}

interface Link {
  branch: Branch;
  alpha: number;
}

/**
 * Cuts the weakest links until each that is left betters the fit by more than `alpha` a leaf. Changes the tree.
 * @returns each cut that was made, in order
 * Source: Breiman et al. 1984, section 3.3, minimal cost-complexity pruning.
 */
export function prune(root: Branch, rows: number, alpha: number): PruningStep[] {
  const steps: PruningStep[] = [];
  for (;;) {
    const weakest = weakestLink(root, rows);
    if (!weakest || weakest.alpha > alpha) return steps;
    weakest.branch.split = undefined;
    steps.push({ alpha: weakest.alpha, impurity: within(root) / rows });
  }
}

const within = (branch: Branch) => leavesOf(branch).reduce((sum, leaf) => sum + leaf.impurity, 0);

function weakestLink(branch: Branch, rows: number): Link | undefined {
  if (!branch.split) return undefined;
  const own = { branch, alpha: (branch.impurity - within(branch)) / rows / (leavesOf(branch).length - 1) };
  const below = [weakestLink(branch.split.left, rows), weakestLink(branch.split.right, rows)];
  return below.reduce<Link>((weakest, link) => (link && link.alpha < weakest.alpha ? link : weakest), own);
}
