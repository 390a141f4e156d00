import type { Labelled } from './dataset.ts';
import { takeLabelled } from './dataset.ts';
import type { Random } from './random.ts';
import { indices, shuffle } from './random.ts';

/** `count` of the rows without return, ascending (Knuth, TAOCP 2, algorithm 3.4.2S). */
export function drawRows(rows: number, count: number, chance: Random): Int32Array {
  if (count >= rows) return indices(rows);
  const drawn = new Int32Array(count);
  let got = 0;
  for (let row = 0; got < count; row++) {
    if (chance.next() * (rows - row) < count - got) drawn[got++] = row;
  }
  return drawn;
}

/** `count` of the columns without return, ascending. */
export function drawColumns(columns: number, count: number, chance: Random): Int32Array {
  const all = indices(columns);
  if (count >= columns) return all;
  shuffle(all, chance, count);
  return all.subarray(0, count).sort();
}

/** The data without a drawn share of its rows, and those; nothing apart where the share comes to no row. */
export function holdOut(data: Labelled, share: number, chance: Random): [Labelled, Labelled | undefined] {
  const { rows } = data.x;
  const count = Math.round(share * rows);
  if (count < 1 || count >= rows) return [data, undefined];
  const apart = drawRows(rows, count, chance);
  return splitOff(data, apart);
}

/**
 * Rows in folds of about equal size, at random; with labels each fold has about its share of every class.
 * @returns the rows of each fold, ascending
 */
export function foldsOf(rows: number, folds: number, chance: Random, labels?: Float64Array): Int32Array[] {
  const order = indices(rows);
  shuffle(order, chance);
  if (labels) order.sort((a, b) => labels[a]! - labels[b]!);
  return Array.from({ length: folds }, (_, fold) => order.filter((__, place) => place % folds === fold).sort());
}

/** The data in two: all rows but those of a fold, and those. */
export function splitOff(data: Labelled, fold: Int32Array): [Labelled, Labelled] {
  const held = new Set(fold);
  const rest = indices(data.x.rows).filter((row) => !held.has(row));
  return [takeLabelled(data, rest), takeLabelled(data, fold)];
}
