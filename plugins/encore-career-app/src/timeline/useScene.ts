import { type GrafanaTheme2 } from '@grafana/data';
import { type TimeZone } from '@grafana/schema';
import { useMemo } from 'react';
import { type Measure, measure as measureText, useFontsLoaded } from '../common/measure';
import { drawnLanes, type Lanes, rowLanes } from './lanesOf';
import { drawLane, type LaneItems, planLane, stackLanes } from './layout';
import { type TimelineModel } from './model';
import { createPalette, type Palette } from './palette';
import { type LaneBody, type LaneContext } from './scene';
import { RUNS } from './lanes/columns';
import { createLooks, type Looks } from './series';
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
  gutter: number;
  look: Look;
}

/** What lanes need to place a time in px; the width is the plot's. */
export function laneContext({ model, options, range, zone, width, gutter, look }: Frame): LaneContext {
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
    gutter,
    phone: gutter === 0,
    labels: options.labels,
    columnHeight: COLUMNS.usual,
    stopRows: STOP_ROWS,
  };
}

export interface Scene {
  ctx: LaneContext;
  lanes: Lanes;
  /** Every lane is a row of one height. */
  rows: boolean;
}

/** The whole chart as geometry; columns take what height is left, or give some back. Rows are drawn as they are asked for. */
export function buildScene(frame: Frame, groups: readonly LaneItems[], room: number): Scene {
  const ctx = laneContext(frame);
  const rows = groups.length > 0 && groups.every((lane) => lane.row);
  return { ctx, rows, lanes: rows ? asRows(groups, ctx) : fitted(groups, ctx, room) };
}

function asRows(groups: readonly LaneItems[], ctx: LaneContext): Lanes {
  const draw = (lane: LaneItems) => stackLanes([lane], [drawLane(planLane(lane, ctx), ctx)], ctx)[0];
  const { height } = draw({ ...groups[0], items: [] });
  const keys = groups.map((lane) => lane.key);
  return rowLanes(keys, height, (index, y) => ({ ...draw(groups[index]), y }));
}

function fitted(groups: readonly LaneItems[], ctx: LaneContext, room: number): Lanes {
  const plans = groups.map((lane) => planLane(lane, ctx));
  const empty: LaneBody = { height: COLUMNS.usual + RUNS, shapes: [], labels: [], marks: [] };
  // Columns come last: they take what the other lanes leave.
  const first = plans.map((plan) =>
    plan.mode === 'columns' ? { ...empty, visible: plan.visible } : drawLane(plan, ctx)
  );
  const spare = room - drawnLanes(stackLanes(groups, first, ctx)).height;
  const columned = plans.filter((plan) => plan.mode === 'columns').length;
  const share = COLUMNS.usual + spare / Math.max(columned, 1);
  const columnHeight = Math.min(Math.max(share, COLUMNS.least), COLUMNS.most);
  const stopRows = Math.max(STOP_ROWS - Math.ceil(Math.max(-spare, 0) / STOP_ROW), LEAST_ROWS);
  const again = (mode: string) => mode === 'columns' || (mode === 'stops' && spare < 0);
  const drawn = plans.map((plan, i) =>
    again(plan.mode) ? drawLane(plan, { ...ctx, columnHeight, stopRows }) : first[i]
  );
  return drawnLanes(stackLanes(groups, drawn, ctx));
}
