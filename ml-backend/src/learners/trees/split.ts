import type { Slot } from './histogram.ts';

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
  /** Rows that a leaf holds at least; of a bootstrap a row counts as often as it is drawn. */
  minLeaf: number;
  /** Added to the mass of a leaf: pulls leaves of little mass towards 0. */
  shrink: number;
}

/** Leaves of less mass than this have no stable value. */
export const MIN_MASS = 1e-6;

/**
 * Tries every edge of one column's histogram and keeps the best in `best`. A single output has its sums in variables and
 * divides only where an edge is better: by the loop for several, fits on 2,000 rows of 20 columns take twice as long.
 * @param at     slot of the column's first bin, of `bins`
 * @param total  the node's [count, mass, pulls]
 * @param left   room for the sums left of the edge, as long as `total`
 */
export function scan(
  histogram: Float64Array,
  at: number,
  bins: number,
  column: number,
  slot: Slot,
  total: Float64Array,
  left: Float64Array,
  rules: SplitRules,
  best: Split
): void {
  if (total.length === 3) scanSingle(histogram, at, bins, column, slot, total, rules, best);
  else scanMany(histogram, at, bins, column, slot, total, left, rules, best);
}

function scanMany(
  histogram: Float64Array,
  at: number,
  bins: number,
  column: number,
  slot: Slot,
  total: Float64Array,
  left: Float64Array,
  { minLeaf, shrink }: SplitRules,
  best: Split
): void {
  left.fill(0);
  for (let index = 0, place = at; index < bins - 1; index++, place += slot.size) {
    if (histogram[place]! === 0) continue;
    left[0]! += histogram[place]!;
    left[1]! += histogram[place + slot.mass]!;
    for (let part = 2; part < total.length; part++) left[part]! += histogram[place + slot.pull + part - 2]!;
    if (left[0]! < minLeaf) continue;
    if (total[0]! - left[0]! < minLeaf) return;
    const light = left[1]! + shrink;
    const heavy = total[1]! - left[1]! + shrink;
    if (light < MIN_MASS || heavy < MIN_MASS) continue;
    let below = 0;
    let above = 0;
    for (let part = 2; part < total.length; part++) {
      const rest = total[part]! - left[part]!;
      below += left[part]! * left[part]!;
      above += rest * rest;
    }
    keepBetter(best, below / light + above / heavy, column, index);
  }
}

function scanSingle(
  histogram: Float64Array,
  at: number,
  bins: number,
  column: number,
  slot: Slot,
  total: Float64Array,
  { minLeaf, shrink }: SplitRules,
  best: Split
): void {
  const { size, mass: massAt } = slot;
  const most = total[0]! - minLeaf;
  const mass = total[1]!;
  const pull = total[2]!;
  const last = bins - 1;
  let count = 0;
  let below = 0;
  let drawn = 0;
  let top = best.score;
  let found = -1;
  let index = 0;
  let place = at;
  for (; index < last && count < minLeaf; index++, place += size) {
    count += histogram[place]!;
    below += histogram[place + massAt]!;
    drawn += histogram[place + massAt + 1]!;
  }
  if (count < minLeaf) return;
  while (count <= most) {
    const light = below + shrink;
    const heavy = mass - below + shrink;
    const rest = pull - drawn;
    // Most edges are no better than the best before: they are told by a product, without the division.
    const area = light * heavy;
    const squares = drawn * drawn * heavy + rest * rest * light;
    if (squares > top * area && light >= MIN_MASS && heavy >= MIN_MASS) {
      top = squares / area;
      found = index - 1;
    }
    if (index === last) break;
    count += histogram[place]!;
    below += histogram[place + massAt]!;
    drawn += histogram[place + massAt + 1]!;
    index++;
    place += size;
  }
  if (found >= 0) keepBetter(best, top, column, found);
}

function keepBetter(best: Split, score: number, column: number, code: number): void {
  if (score <= best.score) return;
  best.score = score;
  best.column = column;
  best.code = code;
}
