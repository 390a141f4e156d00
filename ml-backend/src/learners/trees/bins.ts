import type { Matrix } from '../dataset.ts';

/** A matrix in bins, column by column: the code of (row, column) at `column * rows + row`. */
export interface Binned {
  rows: number;
  columns: number;
  codes: Uint8Array;
  /** The same row by row, at `row * columns + column`. */
  across: Uint8Array;
  /** Ascending edges of each column; a value's code is the number of edges below it, so code <= c means value <= edge c. */
  edges: Float64Array[];
}

/** Beyond this many rows the edges come from an even sample of them. */
const SAMPLE = 200_000;

/**
 * Puts each column into at most `bins` bins of about equal numbers of rows; a column of few distinct values gets a bin
 * for each. Edges lie in the middle between neighbouring values. A missing value (NaN) counts as below everything; a
 * column that lacks values has a bin of its own for them.
 * @param bins  2 to 256
 */
export function bin(x: Matrix, bins = 255): Binned {
  const edges = Array.from({ length: x.columns }, (_, column) => edgesOf(x, column, bins));
  const codes = encode(x, edges);
  return { rows: x.rows, columns: x.columns, edges, codes, across: transpose(codes, x.columns, x.rows) };
}

/** The codes of other rows by edges made before. */
export function encode({ values, rows, columns }: Matrix, edges: readonly Float64Array[]): Uint8Array {
  const codes = new Uint8Array(rows * columns);
  for (let column = 0; column < columns; column++) {
    const limits = edges[column]!;
    for (let row = 0; row < rows; row++) {
      codes[column * rows + row] = edgesBelow(limits, values[row * columns + column]!);
    }
  }
  return codes;
}

function transpose(codes: Uint8Array, columns: number, rows: number): Uint8Array {
  const across = new Uint8Array(codes.length);
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) across[row * columns + column] = codes[column * rows + row]!;
  }
  return across;
}

function edgesBelow(edges: Float64Array, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (value > edges[middle]!) low = middle + 1;
    else high = middle;
  }
  return low;
}

function edgesOf({ values, rows, columns }: Matrix, column: number, bins: number): Float64Array {
  const step = Math.max(1, rows / SAMPLE);
  const sample = new Float64Array(Math.floor(rows / step));
  let known = 0;
  for (let index = 0; index < sample.length; index++) {
    const value = values[Math.floor(index * step) * columns + column]!;
    if (!Number.isNaN(value)) sample[known++] = value;
  }
  const sorted = sample.subarray(0, known).sort();
  const edges = known < sample.length ? [-Infinity] : [];
  return Float64Array.from([...edges, ...cuts(sorted, bins - edges.length)]);
}

/** Edges between runs of equal values, so that bins hold about as many rows each and a frequent value has its own. */
function cuts(sorted: Float64Array, bins: number): number[] {
  const runs = sorted.reduce((count, value, index) => count + Number(index === 0 || value !== sorted[index - 1]), 0);
  const edges: number[] = [];
  let held = 0;
  let target = runs <= bins ? 0 : sorted.length / bins;
  for (let start = 0, end = 0; start < sorted.length && edges.length < bins - 1; start = end) {
    while (end < sorted.length && sorted[end] === sorted[start]) end++;
    const run = end - start;
    if (held > 0 && (held + run / 2 > target || run >= target)) {
      edges.push(between(sorted[start - 1]!, sorted[start]!));
      if (target > 0) target = (sorted.length - start) / (bins - edges.length);
      held = 0;
    }
    held += run;
  }
  return edges;
}

/** The middle of two values low < high as a threshold: low <= middle < high even where they are neighbours or infinite. */
export function between(low: number, high: number): number {
  const middle = low + (high - low) / 2;
  return middle >= low && middle < high ? middle : low;
}
