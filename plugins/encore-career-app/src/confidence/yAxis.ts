import { type Model } from './model';
import { type Series } from './series';
import { type BaselineMode } from './types';

export interface YAxis {
  min: number;
  max: number;
  /** at most four values, ascending */
  ticks: number[];
  /** highest bound above the top, when a band is cut there */
  cut?: number;
}

export interface YOptions {
  baseline: BaselineMode;
  /** from the field's standard options */
  min?: number | null;
  max?: number | null;
}

const MOST_TICKS = 4;
/** A band higher than this many times the highest actual is cut, so that it never squashes the history. */
const EXTREME = 3;

/**
 * The value axis over the rows of a window: from zero for money, at most four gridlines.
 * @param from epoch milliseconds, first row that counts
 * @param to   epoch milliseconds, last row that counts
 */
export function yAxisOf(model: Pick<Model, 'series' | 'money'>, from: number, to: number, options: YOptions): YAxis {
  const lines = extent();
  const bands: Array<[low: number, high: number]> = [];
  let highestActual = -Infinity;
  for (const series of model.series) {
    const rows = rowsWithin(series, from, to);
    const actual = grow(extent(), hiddenActual(series) ? [] : [series.actual], rows);
    highestActual = Math.max(highestActual, actual.high);
    merge(lines, actual);
    grow(lines, hiddenMean(series) ? [] : [series.mean], rows);
    for (const band of series.bands.filter((b) => !b.hidden)) {
      const reach = grow(extent(), [band.lower, band.upper], rows);
      bands.push([reach.low, reach.high]);
    }
  }
  const limit = EXTREME * (isFinite(highestActual) && highestActual > 0 ? highestActual : Math.max(lines.high, 0));
  const extreme = bands.filter(([, high]) => limit > 0 && high > limit);
  const reach = { ...lines };
  for (const [low, high] of bands) {
    merge(reach, { low, high: extreme.some((other) => other[1] === high) ? -Infinity : high });
  }
  if (extreme.length > 0) {
    reach.high = Math.max(reach.high, 1.5 * Math.max(highestActual, 0));
  }
  const axis = round(reach, model.money, options);
  const cut = Math.max(...extreme.map(([, high]) => high), -Infinity);
  return cut > axis.max ? { ...axis, cut } : axis;
}

interface Extent {
  low: number;
  high: number;
}

const extent = (): Extent => ({ low: Infinity, high: -Infinity });

function grow(into: Extent, columns: Float64Array[], [start, end]: [number, number]) {
  for (const column of columns) {
    for (let i = start; i < end; i++) {
      if (column[i] < into.low) {
        into.low = column[i];
      }
      if (column[i] > into.high) {
        into.high = column[i];
      }
    }
  }
  return into;
}

function merge(into: Extent, { low, high }: Extent) {
  into.low = Math.min(into.low, low);
  into.high = Math.max(into.high, high);
}

function rowsWithin({ times }: Series, from: number, to: number): [number, number] {
  let start = 0;
  let end = times.length;
  while (start < end && times[start] < from) {
    start++;
  }
  while (end > start && times[end - 1] > to) {
    end--;
  }
  return [start, end];
}

export const hiddenActual = ({ group }: Series) => Boolean(group.actual?.field.config.custom?.hideFrom?.viz);
export const hiddenMean = ({ group }: Series) => Boolean(group.mean?.field.config.custom?.hideFrom?.viz);

function round(reach: Extent, money: boolean, { baseline, min, max }: YOptions): YAxis {
  const empty = !(reach.high >= reach.low);
  let low = empty ? 0 : reach.low;
  let high = empty ? 1 : reach.high;
  const near = low > 0.6 * high;
  if (baseline === 'zero' || (baseline === 'auto' && (money || !near))) {
    low = Math.min(0, low);
    high = Math.max(0, high);
  }
  const room = (high - low || Math.abs(high) || 1) * 0.06;
  const padded = { low: low === 0 ? 0 : low - room, high: high === 0 && low < 0 ? 0 : high + room };
  const from = min ?? padded.low;
  let to = max ?? padded.high;
  const step = niceStep(to - from);
  const next = Math.ceil(to / step - 1e-9) * step;
  if (max == null && next - to < 0.14 * (to - from) && count(from, next, step) <= MOST_TICKS) {
    to = next + 0.02 * (next - from);
  }
  return { min: from, max: to > from ? to : from + 1, ticks: ticksOf(from, to, step) };
}

/** The smallest of 1, 2, 2.5, 5 times a power of ten that needs at most four ticks. */
function niceStep(span: number) {
  const power = 10 ** Math.floor(Math.log10((span || 1) / MOST_TICKS));
  const step = [1, 2, 2.5, 5, 10, 20].find((n) => span / (n * power) < MOST_TICKS);
  return (step ?? 20) * power;
}

function count(from: number, to: number, step: number) {
  return Math.floor(to / step + 1e-9) - Math.ceil(from / step - 1e-9) + 1;
}

function ticksOf(from: number, to: number, step: number) {
  const first = Math.ceil(from / step - 1e-9);
  return Array.from({ length: Math.max(0, count(from, to, step)) }, (_, i) => (first + i) * step);
}
