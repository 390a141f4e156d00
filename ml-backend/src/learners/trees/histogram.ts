/**
 * Sums of rows by bin, in slots of [rows, mass, pull of each output]. Mass is what a row weighs in a leaf's mean
 * (its weight, or the second derivative of its loss), pull what it draws the leaf towards (weight times target, or the
 * negative gradient).
 * Source: Ke et al. 2017, "LightGBM", section 2.1; Chen, Guestrin 2016, "XGBoost", section 2.2.
 */
export interface Pulls {
  mass: Float64Array;
  /** Output by output: `output * rows + row`. */
  pull: Float64Array;
  outputs: number;
}

/** Numbers a slot takes. */
export const slotSize = (outputs: number) => 2 + outputs;

/**
 * Adds rows to a cleared histogram of one column.
 * @param into    histogram, from slot `at` on
 * @param column  start of the column in `codes`
 * @param rows    row numbers, of which [start, end) are added
 */
export function addRows(
  into: Float64Array,
  at: number,
  codes: Uint8Array,
  column: number,
  rows: Int32Array,
  start: number,
  end: number,
  { mass, pull, outputs }: Pulls
): void {
  if (outputs === 1) return addSingle(into, at, codes, column, rows, start, end, mass, pull);
  const size = slotSize(outputs);
  const count = mass.length;
  for (let index = start; index < end; index++) {
    const row = rows[index]!;
    const slot = at + size * codes[column + row]!;
    into[slot]! += 1;
    into[slot + 1]! += mass[row]!;
    for (let output = 0; output < outputs; output++) into[slot + 2 + output]! += pull[output * count + row]!;
  }
}

function addSingle(
  into: Float64Array,
  at: number,
  codes: Uint8Array,
  column: number,
  rows: Int32Array,
  start: number,
  end: number,
  mass: Float64Array,
  pull: Float64Array
): void {
  for (let index = start; index < end; index++) {
    const row = rows[index]!;
    const slot = at + 3 * codes[column + row]!;
    into[slot]! += 1;
    into[slot + 1]! += mass[row]!;
    into[slot + 2]! += pull[row]!;
  }
}

/** What is left of a parent's histogram when one child's is taken away: the other child's. */
export function subtract(parent: Float64Array, child: Float64Array, length: number): void {
  for (let index = 0; index < length; index++) parent[index]! -= child[index]!;
}
