import { ThresholdsMode } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import React from 'react';

import { type Layout } from './layout';
import { testIds } from './testIds';

/** The field's absolute thresholds as lines across the plot, e.g. what a month must bring in. */
export const PlotThresholds = React.memo(function PlotThresholds({ layout }: { layout: Layout }) {
  const theme = useTheme2();
  const { plot, scales, series } = layout;
  const { actual, mean } = series[0].series.group;
  const thresholds = (actual ?? mean)?.field.config.thresholds;
  if (thresholds?.mode !== ThresholdsMode.Absolute) {
    return null;
  }
  const lines = thresholds.steps
    .map(({ value, color }) => ({ y: scales.y(value), color: theme.visualization.getColorByName(color) }))
    .filter(({ y }) => y >= plot.top && y <= plot.bottom);
  return (
    <g data-testid={testIds.thresholds}>
      {lines.map(({ y, color }) => (
        <line
          key={y}
          x1={plot.left}
          x2={plot.right}
          y1={y}
          y2={y}
          stroke={color}
          strokeWidth={1.5}
          strokeDasharray="10 6"
        />
      ))}
    </g>
  );
});
