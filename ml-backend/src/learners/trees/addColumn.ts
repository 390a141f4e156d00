import type { Pulls } from './histogram.ts';
import { slotOf } from './histogram.ts';

/**
 * Adds rows to a cleared histogram of one column.
 * @param into    histogram, from slot `at` on
 * @param column  start of the column in `codes`
 * @param rows    row numbers, of which [start, end) are added
 */
export function addColumn(
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
