import React from 'react';
import { type Tick } from '../axis';
import { type Palette } from '../palette';
import { type LaneScene } from '../scene';
import { type Band } from '../stages';
import { type Window } from '../useNear';
import { useStyles2 } from '@grafana/ui';
import { getStyles } from './styles';

interface Props {
  lanes: readonly LaneScene[];
  ticks: readonly Tick[];
  /** Stages of the career; over the lanes from `y` on, `height` px high. */
  bands: readonly Band[];
  width: number;
  view: Window;
  /** Start of the future in px; the width when it is out of view. */
  futureX: number;
  /** Span of the active mark, px. */
  span: { x0: number; x1: number } | null;
  palette: Palette;
}

/** What lies below the marks: stages, the future's light ground, grid lines, hairlines between lanes, the active span. */
export function Ground({ lanes, ticks, bands, width, view, futureX, span, palette }: Props) {
  const styles = useStyles2(getStyles);
  const { top, height } = view;
  const grid = ticks.filter((tick) => tick.text !== '').map((tick) => `M${tick.x.toFixed(1)} ${top}v${height}`);
  const hairs = lanes.map((lane) => `M0 ${lane.y + lane.height - 0.5}H${width}`);
  return (
    <svg
      className={styles.layer}
      style={{ top }}
      width={width}
      height={height}
      viewBox={`0 ${top} ${width} ${height}`}
      aria-hidden="true"
    >
      {bands.map(({ key, x0, x1, y, height: high, fill }) => (
        <rect key={key} x={x0} y={y} width={x1 - x0} height={high} fill={fill} />
      ))}
      {futureX < width && <rect x={futureX} y={top} width={width - futureX} height={height} fill={palette.future} />}
      <path d={grid.join('') + hairs.join('')} stroke={palette.grid} fill="none" />
      {span && <rect x={span.x0} y={top} width={Math.max(span.x1 - span.x0, 2)} height={height} fill={palette.hover} />}
    </svg>
  );
}
