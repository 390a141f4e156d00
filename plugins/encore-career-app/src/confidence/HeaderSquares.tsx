import { useTheme2 } from '@grafana/ui';
import { t } from '../common/t';
import React from 'react';

import { bucketName } from '../common/bucket';
import { hue } from '../common/hues';
import { squareStep } from './headerCells';
import { type TestedPoint } from './meta';
import { type Model } from './model';

interface Props {
  points: TestedPoint[];
  model: Model;
  onPoint: (time: number | undefined) => void;
}

const HEIGHT = 15;

/** One square a tested month: filled = inside the band, hollow = outside. Pointing at one points at its month below. */
export function HeaderSquares({ points, model, onPoint }: Props) {
  const theme = useTheme2();
  const step = squareStep(points.length);
  const missed = points.filter(({ inside }) => !inside).map(({ time }) => bucketName(time, model.bucket));
  const label = missed.length
    ? t('confidence.squares.missed', 'Outside the band: {{names}}', { names: missed.join(', ') })
    : t('confidence.squares.all', 'All inside the band');
  return (
    <svg
      role="img"
      aria-label={label}
      width={points.length * step}
      height={HEIGHT + 2}
      onMouseLeave={() => onPoint(undefined)}
    >
      {points.map(({ time, inside }, i) => (
        <g key={time} onMouseEnter={() => onPoint(time)}>
          <rect x={i * step} y={0} width={step} height={HEIGHT + 2} fill="transparent" />
          <rect
            x={i * step + 0.75}
            y={1}
            width={step - 2}
            height={HEIGHT}
            rx={1.5}
            fill={inside ? model.series[0].color : 'none'}
            fillOpacity={0.85}
            stroke={inside ? 'none' : hue(theme, 'orange')}
            strokeWidth={1.5}
          />
          <title>{bucketName(time, model.bucket)}</title>
        </g>
      ))}
    </svg>
  );
}
