import { useMemo } from 'react';
import { type TimeZone } from '@grafana/schema';
import { axisTicks } from './axis';
import { fitRange } from './fit';
import { gutterWidth } from './gutter';
import { type LaneItems, withoutHidden } from './layout';
import { isHidden } from './legend';
import { type Medium } from './medium';
import { type TimelineModel } from './model';
import { split } from './scene';
import { type Series } from './series';
import { type Options, type Range } from './types';
import { buildScene, type Look } from './useScene';

export const HEADER = 32;
export const AXIS = 24;
export const NOW = 22;
export const OVERVIEW = 44;
/** The line that tells the marks one after the other where nobody can point at them. */
export const CAPTION = 24;
export const LIST_WIDTH = 260;

interface Input {
  model: TimelineModel;
  groups: readonly LaneItems[];
  options: Options;
  range: Range;
  legend: readonly Series[];
  hidden: ReadonlySet<string>;
  look: Look;
  zone: TimeZone;
  width: number;
  height: number;
  medium: Medium;
  /** The column with the lanes' names while it is being resized, px. */
  resized: number | null;
  /** The list beside the chart is open. */
  listed: boolean;
}

/** Where everything of the chart goes: the column of names, the plot, the lanes, the axis, and what else has room. */
export function useGeometry(input: Input) {
  const { model, groups, options, range, legend, hidden, look, zone, width, height, medium, resized, listed } = input;
  const left = gutterWidth(resized ?? options.labelWidth, width);
  const phone = left === 0;
  const beside = listed && !phone;
  const plotWidth = Math.max(width - left - 8 - (beside ? LIST_WIDTH : 0), 40);

  const extent = useMemo(() => fitRange(model) ?? range, [model, range]);
  const zoomed = range.to - range.from < (extent.to - extent.from) / 3;
  const strip = options.overview && zoomed && !phone && height > 260;
  const caption = medium === 'tv';
  const below = AXIS + NOW + (caption ? CAPTION : 0) + (strip ? OVERVIEW : 0);
  const room = Math.max(height - HEADER - below, 40);
  const shown = useMemo(
    () => (hidden.size === 0 ? groups : withoutHidden(groups, isHidden(hidden, legend, look.looks))),
    [groups, hidden, legend, look]
  );
  const scene = useMemo(
    () => buildScene({ model, options, range, zone, width: plotWidth, gutter: left, look }, shown, room),
    [model, options, range, zone, plotWidth, left, look, shown, room]
  );
  const visible = useMemo(() => split(model.items, range).visible, [model, range]);
  const ticks = useMemo(() => axisTicks(range, plotWidth, zone, look.measure), [range, plotWidth, zone, look]);
  const bodyHeight = Math.min(scene.lanes.height, room);
  // The legend comes right below; the list beside the chart, and the way back to the data, take the whole height.
  const used = beside || visible.length === 0 ? height : Math.min(HEADER + bodyHeight + below, height);
  const places = { left, phone, beside, plotWidth, strip, caption, room, bodyHeight, used };
  return { ...places, extent, zoomed, scene, visible, ticks };
}
