/** The best way found to divide a node's rows in two; kept and overwritten instead of made anew for each column. */
export interface Split {
  /** Score of the halves together; -Infinity while none is found. */
  score: number;
  column: number;
  /** Rows whose code is at most this go left. */
  code: number;
}

/** What a split must keep, and how leaves are shrunk. */
export interface SplitRules {
  /** Rows that a leaf holds at least. */
  minLeaf: number;
  /** Added to the mass of a leaf: pulls leaves of little mass towards 0. */
  shrink: number;
}

/** Leaves of less mass than this have no stable value. */
export const MIN_MASS = 1e-6;

/**
 * Tries every edge of one column's histogram and keeps the best in `best`.
 * @param total  the node's [rows, mass, pulls]
 * @param left   room for the sums left of the edge, as long as `total`
 */
export function scan(
  histogram: Float64Array,
  at: number,
  bins: number,
  column: number,
  total: Float64Array,
  left: Float64Array,
  { minLeaf, shrink }: SplitRules,
  best: Split
): void {
  if (total.length === 3) return scanSingle(histogram, at, bins, column, total, minLeaf, shrink, best);
  const size = total.length;
  left.fill(0);
  for (let code = 0, slot = at; code < bins - 1; code++, slot += size) {
    if (histogram[slot]! < 0.5) continue;
    for (let part = 0; part < size; part++) left[part]! += histogram[slot + part]!;
    if (left[0]! < minLeaf) continue;
    if (total[0]! - left[0]! < minLeaf) return;
    const below = left[1]! + shrink;
    const above = total[1]! - left[1]! + shrink;
    if (below < MIN_MASS || above < MIN_MASS) continue;
    let squaresBelow = 0;
    let squaresAbove = 0;
    for (let part = 2; part < size; part++) {
      const rest = total[part]! - left[part]!;
      squaresBelow += left[part]! * left[part]!;
      squaresAbove += rest * rest;
    }
    keepBetter(best, squaresBelow / below + squaresAbove / above, column, code);
  }
}

function scanSingle(
  histogram: Float64Array,
  at: number,
  bins: number,
  column: number,
  total: Float64Array,
  minLeaf: number,
  shrink: number,
  best: Split
): void {
  const most = total[0]! - minLeaf;
  const mass = total[1]!;
  const pull = total[2]!;
  let count = 0;
  let below = 0;
  let drawn = 0;
  let top = best.score;
  let found = -1;
  for (let code = 0, slot = at; code < bins - 1; code++, slot += 3) {
    // Counts stay whole when one histogram is subtracted from another, so an empty bin is exactly empty.
    if (histogram[slot]! === 0) continue;
    count += histogram[slot]!;
    below += histogram[slot + 1]!;
    drawn += histogram[slot + 2]!;
    if (count < minLeaf) continue;
    if (count > most) break;
    const light = below + shrink;
    const heavy = mass - below + shrink;
    const rest = pull - drawn;
    const score = (drawn * drawn * heavy + rest * rest * light) / (light * heavy);
    if (score > top && light >= MIN_MASS && heavy >= MIN_MASS) {
      top = score;
      found = code;
    }
  }
  if (found >= 0) keepBetter(best, top, column, found);
}

function keepBetter(best: Split, score: number, column: number, code: number): void {
  if (score <= best.score) return;
  best.score = score;
  best.column = column;
  best.code = code;
}
