/**
 * Sorts the rows [start, end) so that those whose code is at most `code` come first; the order within each part stays.
 * @param column   start of the column in `codes`
 * @param scratch  room for the other part
 * @returns where the second part starts
 */
export function partition(
  rows: Int32Array,
  start: number,
  end: number,
  codes: Uint8Array,
  column: number,
  code: number,
  scratch: Int32Array
): number {
  let middle = start;
  let above = 0;
  for (let index = start; index < end; index++) {
    const row = rows[index]!;
    if (codes[column + row]! <= code) rows[middle++] = row;
    else scratch[above++] = row;
  }
  for (let index = 0; index < above; index++) rows[middle + index] = scratch[index]!;
  return middle;
}
