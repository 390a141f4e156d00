import { type GrafanaTheme2 } from '@grafana/data';
import { type TimeZone } from '@grafana/schema';
import { useMemo } from 'react';
import { type Measure, measure as measureText, useFontsLoaded } from '../common/measure';
import { drawLane, groupLanes, planLane, stackLanes } from './layout';
import { isHidden } from './legend';
import { type TimelineModel } from './model';
import { createPalette, type Palette } from './palette';
import { type LaneBody, type LaneContext, type LaneScene } from './scene';
import { RUNS } from './lanes/columns';
import { createLooks, type Looks, type Series } from './series';
import { type Options, type Range } from './types';

const COLUMNS = { least: 60, usual: 84, most: 150 };

/** Rows of names above and below single dates, together: as many as useful, and what stays in a low panel. */
const STOP_ROWS = 14;
const STOP_ROW = 15;
const LEAST_ROWS = 6;

export interface Look {
  palette: Palette;
  looks: Looks;
  measure: LaneContext['measure'];
}

/** A new function when a font has come, so that everything that was placed by width is placed again. */
const measuring =
  (_fonts: number): Measure =>
  (...text) =>
    measureText(...text);

/** Colours, signs and text widths of a model under a theme. */
export function useLook(model: TimelineModel, theme: GrafanaTheme2): Look {
  const palette = useMemo(() => createPalette(theme), [theme]);
  const looks = useMemo(() => createLooks(model, palette), [model, palette]);
  const fonts = useFontsLoaded();
  const measure = useMemo(() => measuring(fonts), [fonts]);
  return useMemo(() => ({ palette, looks, measure }), [palette, looks, measure]);
}

interface Frame {
  model: TimelineModel;
  options: Options;
  range: Range;
  zone: TimeZone;
  width: number;
  phone: boolean;
  look: Look;
}

/** What lanes need to place a time in px; the width is the plot's. */
export function laneContext({ model, options, range, zone, width, phone, look }: Frame): LaneContext {
  const scale = width / Math.max(range.to - range.from, 1);
  const x = (time: number) => (time - range.from) * scale;
  const inView = model.asOf >= range.from && model.asOf <= range.to;
  const nowX = options.now && inView ? x(model.asOf) : null;
  return {
    model,
    range,
    width,
    x,
    nowX,
    zone,
    ...look,
    phone,
    labels: options.labels,
    columnHeight: COLUMNS.usual,
    stopRows: STOP_ROWS,
  };
}

export interface Scene {
  ctx: LaneContext;
  lanes: LaneScene[];
  height: number;
}

/** The whole chart as geometry; columns take what height is left, or give some back. */
export function buildScene(frame: Frame, legend: readonly Series[], hidden: ReadonlySet<string>, room: number): Scene {
  const ctx = laneContext(frame);
  const groups = groupLanes(frame.model, frame.options.laneBy, isHidden(hidden, legend, ctx.looks));
  const plans = groups.map((lane) => planLane(lane, ctx));
  const empty: LaneBody = { height: COLUMNS.usual + RUNS, shapes: [], labels: [], marks: [] };
  const bottom = (drawn: LaneScene[]) => drawn.reduce((max, lane) => Math.max(max, lane.y + lane.height), 0);
  // Columns come last: they take what the other lanes leave.
  const first = plans.map((plan) =>
    plan.mode === 'columns' ? { ...empty, visible: plan.visible } : drawLane(plan, ctx)
  );
  const spare = room - bottom(stackLanes(groups, first, ctx));
  const columned = plans.filter((plan) => plan.mode === 'columns').length;
  const share = COLUMNS.usual + spare / Math.max(columned, 1);
  const columnHeight = Math.min(Math.max(share, COLUMNS.least), COLUMNS.most);
  const stopRows = Math.max(STOP_ROWS - Math.ceil(Math.max(-spare, 0) / STOP_ROW), LEAST_ROWS);
  const fitted = { ...ctx, columnHeight, stopRows };
  const again = (mode: string) => mode === 'columns' || (mode === 'stops' && spare < 0);
  const drawn = plans.map((plan, i) => (again(plan.mode) ? drawLane(plan, fitted) : first[i]));
  const lanes = stackLanes(groups, drawn, ctx);
  return { ctx, lanes, height: bottom(lanes) };
}
