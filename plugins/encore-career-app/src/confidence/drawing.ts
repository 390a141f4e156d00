import { bandPolygons, linePath, polygonPath, thin } from './bands';
import { type Band, type Series } from './series';
import { hiddenActual, hiddenMean } from './yAxis';

export interface Scales {
  /** epoch milliseconds to pixels */
  x: (time: number) => number;
  /** value to pixels; y grows downwards */
  y: (value: number) => number;
}

export interface BandDrawing {
  band: Band;
  /** 0 = innermost of the visible ones */
  rank: number;
  path: string;
  /** upper and lower edge, without the closing sides */
  edges: string;
}

/** One series in pixels. Rows outside the window are left out but for a neighbour on each side. */
export interface SeriesDrawing {
  series: Series;
  /** first row that is drawn */
  start: number;
  xs: Float64Array;
  actualYs: Float64Array;
  meanYs: Float64Array;
  actualPath: string;
  meanPath: string;
  /** widest first, hidden ones left out */
  bands: BandDrawing[];
  /** rows with an actual within the window */
  points: number;
}

/**
 * Turns a series into paths. Expected line and bands start at the last actual point when the forecast follows it at
 * once, and a bound that is missing in a row opens its band there only.
 * @param window epoch milliseconds
 * @param bands `all`, only the `widest`, or `none`
 */
export function drawSeries(
  series: Series,
  { x, y }: Scales,
  window: { from: number; to: number },
  bands: 'all' | 'widest' | 'none' = 'all'
): SeriesDrawing {
  const { start, end } = rowsNear(series.times, window);
  const rows = end - start;
  const xs = pixels(series.times.subarray(start, end), x);
  const none = () => new Float64Array(rows).fill(NaN);
  const actualYs = hiddenActual(series) ? none() : pixels(series.actual.subarray(start, end), y);
  const meanYs = hiddenMean(series) ? none() : pixels(joined(series, series.mean, start, end), y);
  const visible = series.bands.filter((band) => !band.hidden);
  const drawn = bands === 'all' ? visible : bands === 'widest' ? visible.slice(0, 1) : [];
  return {
    series,
    start,
    xs,
    actualYs,
    meanYs,
    actualPath: thinLine(xs, actualYs),
    meanPath: thinLine(xs, meanYs),
    bands: drawn.map((band, i) => {
      const lower = pixels(joined(series, band.lower, start, end), y);
      const upper = pixels(joined(series, band.upper, start, end), y);
      const rank = drawn.length - 1 - i;
      return {
        band,
        rank,
        path: bandPath(xs, lower, upper),
        edges: i === 0 ? thinLine(xs, upper) + thinLine(xs, lower) : '',
      };
    }),
    points: count(actualYs),
  };
}

function rowsNear(times: Float64Array, { from, to }: { from: number; to: number }) {
  let start = 0;
  while (start < times.length && times[start] < from) {
    start++;
  }
  let end = start;
  while (end < times.length && times[end] <= to) {
    end++;
  }
  return { start: Math.max(0, start - 1), end: Math.min(times.length, end + 1) };
}

/** The forecast begins where the history ends: its row of the last actual takes that value. */
function joined({ actual, last }: Series, values: Float64Array, start: number, end: number) {
  const rows = values.slice(start, end);
  if (last >= start && last + 1 < end && !isFinite(values[last]) && isFinite(values[last + 1])) {
    rows[last - start] = actual[last];
  }
  return rows;
}

function pixels(values: Float64Array, scale: (value: number) => number) {
  const out = new Float64Array(values.length);
  for (let i = 0; i < out.length; i++) {
    out[i] = scale(values[i]);
  }
  return out;
}

function count(values: Float64Array) {
  let n = 0;
  for (let i = 0; i < values.length; i++) {
    n += isFinite(values[i]) ? 1 : 0;
  }
  return n;
}

function thinLine(xs: Float64Array, ys: Float64Array) {
  const keep = thin(xs, ys);
  return keep ? linePath(pick(xs, keep), pick(ys, keep)) : linePath(xs, ys);
}

function bandPath(xs: Float64Array, lower: Float64Array, upper: Float64Array) {
  const keep = thin(xs, upper);
  return polygonPath(
    keep ? bandPolygons(pick(xs, keep), pick(lower, keep), pick(upper, keep)) : bandPolygons(xs, lower, upper)
  );
}

function pick(values: Float64Array, rows: number[]) {
  return rows.map((row) => values[row]);
}
