import React from 'react';
import { type Tick } from '../axis';
import { type LaneScene } from '../scene';
import { type Palette } from '../palette';

interface Props {
  lanes: readonly LaneScene[];
  ticks: readonly Tick[];
  width: number;
  height: number;
  /** Start of the future in px; the width when it is out of view. */
  futureX: number;
  /** Span of the active mark, px. */
  span: { x0: number; x1: number } | null;
  palette: Palette;
}

/** What lies below the marks: the future's light ground, grid lines, hairlines between lanes, the active time span. */
export function Ground({ lanes, ticks, width, height, futureX, span, palette }: Props) {
  const grid = ticks.filter((tick) => tick.text !== '').map((tick) => `M${tick.x.toFixed(1)} 0V${height}`);
  const hairs = lanes.map((lane) => `M0 ${lane.y + lane.height - 0.5}H${width}`);
  return (
    <g>
      {futureX < width && <rect x={futureX} width={width - futureX} height={height} fill={palette.future} />}
      <path d={grid.join('') + hairs.join('')} stroke={palette.grid} fill="none" />
      {span && <rect x={span.x0} width={Math.max(span.x1 - span.x0, 2)} height={height} fill={palette.hover} />}
    </g>
  );
}
