import { useTheme2 } from '@grafana/ui';
import { colorManipulator } from '@grafana/data';
import { t } from '../common/t';
import React from 'react';

import { type Layout } from './layout';

/** Ground of the future, gridlines and both axes. */
export const PlotBase = React.memo(function PlotBase({ layout }: { layout: Layout }) {
  const theme = useTheme2();
  const { plot, axisY, lane, nowX, xTicks, yTicks } = layout;
  const { colors } = theme;
  const grid = colors.border.weak;
  return (
    <g fontSize={12} fill={colors.text.secondary}>
      {nowX !== undefined && nowX < plot.right && (
        <rect
          x={nowX}
          y={plot.top - 4}
          width={plot.right - nowX}
          height={axisY - plot.top + 4}
          fill={colorManipulator.alpha(colors.text.primary, 0.045)}
        />
      )}
      {yTicks.map(({ y, value, label }) => (
        <g key={value}>
          <line
            x1={plot.left}
            x2={plot.right}
            y1={Math.round(y) + 0.5}
            y2={Math.round(y) + 0.5}
            stroke={value === 0 ? colors.border.strong : grid}
          />
          <text x={plot.left - 8} y={y + 4} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {xTicks.map(({ x, time, major, label }, i) => (
        <g key={time}>
          {major && <line x1={x} x2={x} y1={plot.top} y2={plot.bottom} stroke={grid} />}
          <line x1={x} x2={x} y1={axisY} y2={axisY + 4} stroke={colors.border.medium} />
          <text x={x} y={axisY + 18} textAnchor={anchorOf(x, i, layout)}>
            {label}
          </text>
        </g>
      ))}
      <line x1={plot.left} x2={plot.right} y1={axisY + 0.5} y2={axisY + 0.5} stroke={colors.border.medium} />
      {lane !== undefined && (
        <>
          <line x1={plot.left} x2={plot.right} y1={lane + 0.5} y2={lane + 0.5} stroke={colors.border.strong} />
          <text x={plot.left - 8} y={lane + 18} textAnchor="end">
            {t('confidence.axis.events', 'Events')}
          </text>
        </>
      )}
    </g>
  );
});

/** Labels at the drawing's edges turn inwards instead of being cut. */
function anchorOf(x: number, index: number, { plot, width }: Layout) {
  if (index === 0 && x - plot.left < 4 && plot.left < 44) {
    return 'start';
  }
  return width - x < 28 ? 'end' : 'middle';
}
