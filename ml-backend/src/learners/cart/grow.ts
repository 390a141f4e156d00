import type { Matrix } from '../dataset.ts';
import { between } from '../trees/bins.ts';
import type { Branch } from './branch.ts';

/** What a tree is grown from: targets and weights of the rows; target of (row, output) at `output * rows + row`. */
export interface Soil {
  /** Values column by column, a missing one as -Infinity. */
  columns: Float64Array[];
  targets: Float64Array;
  weights: Float64Array;
  outputs: number;
}

export interface CartRules {
  minLeaf: number;
  maxDepth: number;
}

/** Columns of a matrix, sortable: missing values count as below all others. */
export function columnsOf({ values, rows, columns }: Matrix): Float64Array[] {
  return Array.from({ length: columns }, (_, column) =>
    Float64Array.from({ length: rows }, (__, row) => {
      const value = values[row * columns + column]!;
      return Number.isNaN(value) ? -Infinity : value;
    })
  );
}

/**
 * Grows a tree by exact splits: of every column and every place between two of the node's values, the one that lessens
 * squared distance from the mean most (for memberships of classes: Gini's impurity).
 * Source: Breiman, Friedman, Olshen, Stone 1984, "Classification and regression trees", sections 2.4 and 8.4.
 */
export function growExact(soil: Soil, rows: Int32Array, rules: CartRules, depth = 0): Branch {
  const branch = leaf(soil, rows);
  if (depth >= rules.maxDepth || rows.length < 2 * rules.minLeaf || branch.impurity <= 0) return branch;
  const found = bestSplit(soil, rows, rules.minLeaf, branch);
  if (!found) return branch;
  const values = soil.columns[found.column]!;
  const side = (left: boolean) => rows.filter((row) => values[row]! <= found.threshold === left);
  branch.split = {
    ...found,
    left: growExact(soil, side(true), rules, depth + 1),
    right: growExact(soil, side(false), rules, depth + 1),
  };
  return branch;
}

function leaf({ targets, weights, outputs }: Soil, rows: Int32Array): Branch {
  const count = weights.length;
  const values = new Float64Array(outputs);
  const mass = rows.reduce((sum, row) => sum + weights[row]!, 0);
  let impurity = 0;
  for (let output = 0; output < outputs; output++) {
    const target = (row: number) => targets[output * count + row]!;
    const mean = mass > 0 ? rows.reduce((sum, row) => sum + weights[row]! * target(row), 0) / mass : 0;
    values[output] = mean;
    impurity += rows.reduce((sum, row) => sum + weights[row]! * (target(row) - mean) ** 2, 0);
  }
  return { rows: rows.length, values, impurity, split: undefined };
}

/** A gain below this share of the impurity is rounding. */
const ROUNDING = 1e-12;

function bestSplit(soil: Soil, rows: Int32Array, minLeaf: number, { values, impurity }: Branch) {
  let gain = ROUNDING * impurity;
  let best: { column: number; threshold: number } | undefined;
  soil.columns.forEach((column, index) => {
    const order = rows.slice().sort((a, b) => column[a]! - column[b]!);
    walkSplits(soil, order, values, (place, bettered) => {
      const [low, high] = [column[order[place - 1]!]!, column[order[place]!]!];
      if (bettered <= gain || place < minLeaf || order.length - place < minLeaf || !(low < high)) return;
      gain = bettered;
      best = { column: index, threshold: between(low, high) };
    });
  });
  return best;
}

/** Calls `each` with every place between two rows and by how much a split there lessens the impurity. */
function walkSplits(
  { targets, weights, outputs }: Soil,
  order: Int32Array,
  means: Float64Array,
  each: (place: number, gain: number) => void
): void {
  const count = weights.length;
  const left = new Float64Array(outputs);
  const total = order.reduce((sum, row) => sum + weights[row]!, 0);
  let mass = 0;
  for (let place = 1; place < order.length; place++) {
    const row = order[place - 1]!;
    mass += weights[row]!;
    let gain = 0;
    for (let output = 0; output < outputs; output++) {
      left[output]! += weights[row]! * (targets[output * count + row]! - means[output]!);
      gain += left[output]! ** 2;
    }
    // The pulls of both sides add up to 0 about the mean, so one of them tells the gain.
    if (mass > 0 && mass < total) each(place, gain * (1 / mass + 1 / (total - mass)));
  }
}
