/** Bounds at one level, one value a row; NaN where a row has none. */
export interface Bounds {
  /** percent of outcomes inside */
  level: number;
  lower: Float64Array;
  upper: Float64Array;
}

export type Point = [x: number, y: number];

/**
 * Sorts bands widest first and rearranges crossing bounds row by row, so that every band lies within the next wider one
 * and no lower bound is above its upper one. Bounds in order stay as they are; a row that lacks a bound is left out for
 * that level only.
 * Source: Chernozhukov, Fernandez-Val and Galichon 2010, "Quantile and probability curves without crossing".
 */
export function nest<T extends Bounds>(bands: T[]): T[] {
  const sorted = [...bands].sort((a, b) => b.level - a.level);
  const rows = sorted[0]?.lower.length ?? 0;
  for (let row = 0; row < rows; row++) {
    const present = sorted.filter(({ lower, upper }) => isFinite(lower[row]) && isFinite(upper[row]));
    if (!inOrder(present, row)) {
      const values = present.flatMap(({ lower, upper }) => [lower[row], upper[row]]).sort((a, b) => a - b);
      present.forEach(({ lower, upper }, i) => {
        lower[row] = values[i];
        upper[row] = values[values.length - 1 - i];
      });
    }
  }
  return sorted;
}

function inOrder(present: Bounds[], row: number) {
  let low = -Infinity;
  let high = Infinity;
  for (const { lower, upper } of present) {
    if (lower[row] < low || upper[row] > high || lower[row] > upper[row]) {
      return false;
    }
    low = lower[row];
    high = upper[row];
  }
  return true;
}

/**
 * Closed polygons of a band, one a run of rows with both bounds: along the upper bound, back along the lower one.
 * @param xs pixels of the rows, ascending
 * @param lower pixels of the lower bound (NaN = none); y grows downwards
 * @param upper pixels of the upper bound
 */
export function bandPolygons(xs: ArrayLike<number>, lower: ArrayLike<number>, upper: ArrayLike<number>): Point[][] {
  const polygons: Point[][] = [];
  let there: Point[] = [];
  let back: Point[] = [];
  const close = () => {
    if (there.length > 0) {
      polygons.push([...there, ...back.reverse(), there[0]]);
    }
    there = [];
    back = [];
  };
  for (let i = 0; i < xs.length; i++) {
    if (isFinite(lower[i]) && isFinite(upper[i])) {
      there.push([xs[i], Math.min(lower[i], upper[i])]);
      back.push([xs[i], Math.max(lower[i], upper[i])]);
    } else {
      close();
    }
  }
  close();
  return polygons;
}

/** SVG path of closed polygons, to a tenth of a pixel. */
export function polygonPath(polygons: Point[][]): string {
  let path = '';
  for (const polygon of polygons) {
    for (let i = 0; i < polygon.length - 1; i++) {
      path += (i === 0 ? 'M' : 'L') + tenth(polygon[i][0]) + ' ' + tenth(polygon[i][1]);
    }
    path += 'Z';
  }
  return path;
}

/** SVG path of a line that breaks where a value is missing; a value alone between gaps becomes a dot. */
export function linePath(xs: ArrayLike<number>, ys: ArrayLike<number>): string {
  let path = '';
  let open = false;
  for (let i = 0; i < xs.length; i++) {
    if (!isFinite(ys[i])) {
      open = false;
      continue;
    }
    const at = tenth(xs[i]) + ' ' + tenth(ys[i]);
    const alone = !open && !(i + 1 < xs.length && isFinite(ys[i + 1]));
    path += (open ? 'L' : 'M') + at + (alone ? 'h0.01' : '');
    open = true;
  }
  return path;
}

function tenth(pixels: number) {
  return Math.round(pixels * 10) / 10;
}

/**
 * Thins rows that share a pixel column to the first, lowest, highest and last of each column, so that no peak is lost.
 * @param xs pixels, ascending
 * @param ys values or pixels of the same rows; NaN = none
 * @returns indices to draw, ascending; all of them when there are at most two rows a pixel
 */
export function thin(xs: ArrayLike<number>, ys: ArrayLike<number>): number[] | undefined {
  const n = xs.length;
  if (n === 0 || n <= 2 * (xs[n - 1] - xs[0])) {
    return undefined;
  }
  const keep: number[] = [];
  for (let start = 0; start < n; ) {
    const column = Math.floor(xs[start]);
    let end = start;
    let low = start;
    let high = start;
    while (end < n && Math.floor(xs[end]) === column) {
      low = ys[end] < ys[low] || !isFinite(ys[low]) ? end : low;
      high = ys[end] > ys[high] || !isFinite(ys[high]) ? end : high;
      end++;
    }
    keep.push(...new Set([start, Math.min(low, high), Math.max(low, high), end - 1]));
    start = end;
  }
  return keep;
}
