import type { Pulls } from './histogram.ts';
import type { SplitRules } from './split.ts';

/** How far a tree grows. */
export interface GrowthRules extends SplitRules {
  /** Splits from root to leaf at most. */
  maxDepth: number;
  /** Leaves at most; the splits that gain most come first. */
  maxLeaves: number;
  /** Columns drawn anew for each split; all of the tree's where there are fewer. */
  columnsPerSplit: number;
}

/** What one tree is grown from. */
export interface Sample extends Pulls {
  /** Row numbers, ascending; growing sorts them by leaf. */
  rows: Int32Array;
  /** Columns that this tree may ask about; growing reorders them where it draws. */
  columns: Int32Array;
}
