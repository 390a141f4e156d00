import { type TimeZone } from '@grafana/schema';

import { type Measure } from '../common/measure';
import { timeTicks, type TimeTick } from '../common/timeTicks';
import { MOST_WITH_BANDS } from './colors';
import { type DirectLabel, placeDirectLabels, wishDirectLabels } from './directLabels';
import { drawSeries, type Scales, type SeriesDrawing } from './drawing';
import { type Format } from './format';
import { type Model } from './model';
import { type ConfidenceOptions } from './types';
import { type TimeWindow, timeWindow } from './timeWindow';
import { type YAxis, yAxisOf, type YOptions } from './yAxis';

export interface PlotBox {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface LayoutInput {
  model: Model;
  format: Format;
  options: Pick<ConfidenceOptions, 'timeAxis' | 'baseline' | 'showEvents' | 'showLabels'>;
  limits: Pick<YOptions, 'min' | 'max'>;
  /** pixels of the drawing, axes included */
  width: number;
  height: number;
  range: { from: number; to: number };
  timeZone: TimeZone;
  measure: Measure;
}

export interface Layout {
  width: number;
  height: number;
  plot: PlotBox;
  /** top of the events lane; undefined without one */
  lane?: number;
  /** the line that carries the time ticks */
  axisY: number;
  window: TimeWindow;
  scales: Scales;
  timeAt: (x: number) => number;
  y: YAxis;
  yTicks: Array<{ value: number; y: number; label: string }>;
  xTicks: Array<TimeTick & { x: number }>;
  series: SeriesDrawing[];
  /** the end of the known */
  nowX?: number;
  /** the present, where data lags behind it */
  clockX?: number;
  labels: DirectLabel[];
  /** over 120 points: thin line, no dots, event texts in the tooltip */
  dense: boolean;
  narrow: boolean;
}

const PILL = 18;
const LANE = 26;
const AXIS = 24;
const LEFT = 48;
/** Panels narrower than this have no direct labels and no events lane. */
export const NARROW = 500;
const DENSE_POINTS = 120;

/** Pure geometry of the panel's drawing: every pixel that does not depend on the pointer. */
export function layoutOf(input: LayoutInput): Layout {
  const { model, format, options, width, height, range, measure } = input;
  const window = timeWindow(model, range, options.timeAxis);
  const y = yAxisOf(model, window.from, window.to, { baseline: options.baseline, ...input.limits });
  const yLabels = format.ticks(y.ticks);
  const narrow = width < NARROW;
  const wishes = narrow || !options.showLabels ? [] : wishDirectLabels(model, window, format);
  const widest = Math.max(0, ...wishes.map(({ text, strong }) => measure(text, 12, strong ? 500 : 400)));
  const hasLane = options.showEvents && !narrow && laneEvents(model).length > 0;
  const plot = {
    left: Math.max(narrow ? 40 : LEFT, ...yLabels.map((label) => measure(label) + 10)),
    right: width - (widest > 0 ? Math.ceil(widest) + 14 : narrow ? 14 : 24),
    top: PILL,
    bottom: Math.max(PILL + 20, height - AXIS - (hasLane ? LANE : 0)),
  };
  const scales = scalesOf(plot, window, y);
  const lineAt = (time: number | undefined) =>
    time !== undefined && within(time, window) ? scales.x(time) : undefined;
  const bands = model.series.length > MOST_WITH_BANDS ? 'none' : 'all';
  const series = model.series.map((one) => drawSeries(one, scales, window, bands));
  const ticks = timeTicks(window.from, window.to, plot.right - plot.left, model.bucket.timeZone, {
    finest: model.bucket.step,
    gap: narrow ? 56 : 60,
  });
  return {
    width,
    height,
    plot,
    lane: hasLane ? plot.bottom : undefined,
    axisY: plot.bottom + (hasLane ? LANE : 0),
    window,
    scales,
    timeAt: (x) => window.from + ((x - plot.left) / (plot.right - plot.left)) * (window.to - window.from),
    y,
    yTicks: y.ticks.map((value, i) => ({ value, y: scales.y(value), label: yLabels[i] })),
    xTicks: ticks.map((tick) => ({ ...tick, x: scales.x(tick.time) })),
    series,
    nowX: lineAt(model.now?.time),
    clockX: lineAt(model.now?.clock?.time),
    labels: placeDirectLabels(wishes, scales, plot),
    dense: series.some(({ points }) => points > DENSE_POINTS),
    narrow,
  };
}

/** Events that are drawn in the lane; unusual points are rings on the line. */
export function laneEvents({ events }: Pick<Model, 'events'>) {
  return events.filter(({ kind }) => kind !== 'unusual');
}

function scalesOf(plot: PlotBox, { from, to }: TimeWindow, { min, max }: YAxis): Scales {
  const perMs = (plot.right - plot.left) / (to - from || 1);
  const perUnit = (plot.bottom - plot.top - 8) / (max - min || 1);
  return {
    x: (time) => plot.left + (time - from) * perMs,
    y: (value) => plot.bottom - (value - min) * perUnit,
  };
}

function within(time: number, { from, to }: TimeWindow) {
  return time >= from && time <= to;
}
