import { type Model } from './model';
import { type AxisMode } from './types';

const FEW_ROWS = 20;

export interface TimeWindow {
  /** epoch milliseconds at the left and right end of the plot */
  from: number;
  to: number;
  /** no row of the data lies within the dashboard's range */
  outside: boolean;
}

/**
 * The span of time that is drawn. Mode `range` is the dashboard's range; mode `data` trims it to where there is data
 * and, when the range reaches now, lets it run on to the end of the forecast.
 * @param range epoch milliseconds of the dashboard's range
 */
export function timeWindow(
  model: Pick<Model, 'series' | 'bucket' | 'now'>,
  range: { from: number; to: number },
  mode: AxisMode
): TimeWindow {
  const first = Math.min(...model.series.map(({ times }) => times[0] ?? Infinity));
  const last = Math.max(...model.series.map(({ times }) => times[times.length - 1] ?? -Infinity));
  const { step } = model.bucket;
  const now = model.now?.time;
  const reachesNow = now !== undefined && range.from <= now && range.to >= now;
  const to = mode === 'data' && reachesNow ? Math.max(range.to, last) : range.to;
  const outside = !(first <= to && last >= range.from);
  if (mode === 'range' || outside) {
    return { from: range.from, to: range.to, outside };
  }
  // A short history shows its points as dots; the first one needs room.
  const few = model.series.every(({ times }) => times.length < FEW_ROWS);
  const pad = last === first ? step || 1 : few ? step * 0.25 : 0;
  const trimmed = { from: Math.max(range.from, first - pad), to: Math.min(to, last + (last === first ? pad : 0)) };
  return trimmed.to > trimmed.from ? { ...trimmed, outside } : { from: range.from, to, outside };
}

/** The whole span of the data, for "zoom to data" and for the reset of a zoom. */
export function dataSpan(model: Pick<Model, 'series' | 'bucket'>): { from: number; to: number } {
  const first = Math.min(...model.series.map(({ times }) => times[0] ?? Infinity));
  const last = Math.max(...model.series.map(({ times }) => times[times.length - 1] ?? -Infinity));
  const pad = model.bucket.step || 1;
  return { from: first - pad / 2, to: last + pad / 2 };
}
