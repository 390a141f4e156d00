import { useTheme2 } from '@grafana/ui';
import React from 'react';

import { expectedColor, MOST_WITH_BANDS } from './colors';
import { drawSeries, type SeriesDrawing } from './drawing';
import { type Layout } from './layout';
import { Bands } from './PlotSeries';
import { rowAt } from './tooltip';

interface Props {
  layout: Layout;
  time: number;
  /** index of the series that the pointer is nearest to */
  nearest: number;
  clip: string;
}

/** The pointed month: a line through the plot and a dot on each series; among many series the nearest shows its band. */
export function PlotHover({ layout, time, nearest, clip }: Props) {
  const theme = useTheme2();
  const { plot, axisY, scales, series, window } = layout;
  const x = scales.x(time);
  const many = series.length > MOST_WITH_BANDS;
  const chosen = series[nearest]?.series;
  const drawing = many && chosen ? drawSeries(chosen, scales, window, 'widest') : undefined;
  return (
    <g pointerEvents="none">
      {drawing && (
        <g clipPath={`url(#${clip})`} fill="none" strokeWidth={2.5}>
          <Bands drawing={drawing} />
          <path d={drawing.actualPath} stroke={drawing.series.color} />
          <path d={drawing.meanPath} stroke={expectedColor(drawing.series.color, theme)} strokeDasharray="6 4" />
        </g>
      )}
      <line x1={x} x2={x} y1={plot.top} y2={axisY} stroke={theme.colors.text.secondary} />
      {(many ? series.slice(nearest, nearest + 1) : series).map((one, i) => (
        <Dot key={i} drawing={one} time={time} x={x} />
      ))}
    </g>
  );
}

function Dot({ drawing, time, x }: { drawing: SeriesDrawing; time: number; x: number }) {
  const theme = useTheme2();
  const y = valueY(drawing, time);
  return isFinite(y) ? (
    <circle
      cx={x}
      cy={y}
      r={4.5}
      fill={drawing.series.color}
      stroke={theme.colors.background.primary}
      strokeWidth={2}
    />
  ) : null;
}

/** Pixel height of a series at a time: what happened, else what is expected; NaN without either. */
export function valueY({ series, start, actualYs, meanYs }: SeriesDrawing, time: number): number {
  const row = rowAt(series, time) - start;
  return isFinite(actualYs[row]) ? actualYs[row] : (meanYs[row] ?? NaN);
}
