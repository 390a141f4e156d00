/**
 * What rows bring to a histogram. Mass is what a row weighs in a leaf's mean (its weight, or the second derivative of
 * its loss), pull what it draws the leaf towards (weight times target, or the negative gradient).
 * Source: Ke et al. 2017, "LightGBM", section 2.1; Chen, Guestrin 2016, "XGBoost", section 2.2.
 */
export interface Pulls {
  mass: Float64Array;
  /** Output by output: `output * rows + row`. */
  pull: Float64Array;
  outputs: number;
  /** The mass of a row is how often it is there (1, or its draws by a bootstrap): leaves are then counted by mass. */
  counted: boolean;
}

/** Places in a bin's slot: count, mass, then the pull of each output. Where mass is the count it has no place of its own. */
export interface Slot {
  size: number;
  mass: number;
  pull: number;
}

export function slotOf({ outputs, counted }: Pick<Pulls, 'outputs' | 'counted'>): Slot {
  const pull = counted ? 1 : 2;
  return { size: pull + outputs, mass: pull - 1, pull };
}

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
  pulls: Pulls
): void {
  const { mass, pull, outputs, counted } = pulls;
  if (outputs > 1) addMany(into, at, codes, column, rows, start, end, pulls);
  else if (counted) addCounted(into, at, codes, column, rows, start, end, mass, pull);
  else addWeighed(into, at, codes, column, rows, start, end, mass, pull);
}

function addMany(
  into: Float64Array,
  at: number,
  codes: Uint8Array,
  column: number,
  rows: Int32Array,
  start: number,
  end: number,
  { mass, pull, outputs, counted }: Pulls
): void {
  const slots = slotOf({ outputs, counted });
  const count = mass.length;
  for (let index = start; index < end; index++) {
    const row = rows[index]!;
    const slot = at + slots.size * codes[column + row]!;
    if (!counted) into[slot]! += 1;
    into[slot + slots.mass]! += mass[row]!;
    for (let output = 0; output < outputs; output++) into[slot + slots.pull + output]! += pull[output * count + row]!;
  }
}

function addCounted(
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
    const slot = at + 2 * codes[column + row]!;
    into[slot]! += mass[row]!;
    into[slot + 1]! += pull[row]!;
  }
}

function addWeighed(
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
