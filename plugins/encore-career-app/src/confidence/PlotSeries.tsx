import { useTheme2 } from '@grafana/ui';
import React from 'react';

import { bandOpacity, expectedColor } from './colors';
import { type SeriesDrawing } from './drawing';
import { customOf } from './fields';
import { type Layout } from './layout';
import { testIds } from './testIds';

interface Props {
  layout: Layout;
  clip: string;
}

const FEW_POINTS = 13;
const DASH = '6 4';

/** Bands widest first, then the history, then the dashed expected line that stands on them. */
export const PlotSeries = React.memo(function PlotSeries({ layout, clip }: Props) {
  return (
    <g clipPath={`url(#${clip})`}>
      {layout.series.map((drawing, i) => (
        <Bands key={i} drawing={drawing} />
      ))}
      {layout.series.map((drawing, i) => (
        <Lines key={i} drawing={drawing} layout={layout} />
      ))}
    </g>
  );
});

export function Bands({ drawing: { series, bands } }: { drawing: SeriesDrawing }) {
  return (
    <>
      {bands.map(({ band, rank, path, edges }) => {
        const strength = (customOf(band.upperRef.field).bandStrength ?? 100) / 100;
        return (
          <g key={band.level} data-testid={testIds.band(band.level)} strokeLinejoin="round">
            <path
              d={path}
              fill={series.color}
              fillOpacity={bandOpacity(rank, bands.length, strength).added}
              stroke="none"
            />
            {edges && <path d={edges} fill="none" stroke={series.color} strokeOpacity={0.75} strokeWidth={1} />}
          </g>
        );
      })}
    </>
  );
}

function Lines({ drawing, layout }: { drawing: SeriesDrawing; layout: Layout }) {
  const theme = useTheme2();
  const { series, actualPath, meanPath } = drawing;
  const { lineWidth = 2 } = customOf((series.group.actual ?? series.group.mean)!.field);
  const width = layout.dense ? Math.min(lineWidth, 1.5) : lineWidth;
  return (
    <g fill="none" strokeLinejoin="round">
      <path
        data-testid={testIds.history}
        d={actualPath}
        stroke={series.color}
        strokeWidth={width}
        strokeLinecap="round"
      />
      <path
        data-testid={testIds.expected}
        d={meanPath}
        stroke={expectedColor(series.color, theme, layout.series.length)}
        strokeWidth={width}
        strokeDasharray={DASH}
      />
      <Dots drawing={drawing} />
    </g>
  );
}

/** Each point of a short history, so that a reader sees how few there are. */
function Dots({ drawing: { series, points, xs, actualYs } }: { drawing: SeriesDrawing }) {
  const { showPoints = 'auto' } = customOf((series.group.actual ?? series.group.mean)!.field);
  if (showPoints === 'never' || (showPoints === 'auto' && points >= FEW_POINTS)) {
    return null;
  }
  return (
    <g fill={series.color} stroke="none">
      {Array.from(xs, (x, i) => (isFinite(actualYs[i]) ? <circle key={i} cx={x} cy={actualYs[i]} r={3.25} /> : null))}
    </g>
  );
}
