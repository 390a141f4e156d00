import { useTheme2 } from '@grafana/ui';
import React, { useId, useMemo } from 'react';
import { drawGlyph } from '../glyphs';
import { Ink } from '../ink';
import { type Series } from '../series';
import { patternId } from './LaneMarks';

/** The sign of a series, as the chart draws it, for legend and tooltip. */
export function Sign({ series }: { series: Series }) {
  const theme = useTheme2();
  const uid = useId().replace(/\W/g, '');
  const ground = theme.colors.background.primary;
  const { glyph, color, pattern } = series;
  const shapes = useMemo(() => {
    const ink = new Ink();
    drawGlyph(ink, glyph, glyph.startsWith('flag') ? 3 : 8, 8, { color, ground, pattern });
    return ink.shapes();
  }, [glyph, color, ground, pattern]);
  return (
    <svg width={16} height={16} aria-hidden="true" style={{ flex: 'none' }}>
      {pattern && (
        <pattern
          id={patternId(uid, { fill: color, pattern })}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="5" height="5" fill={color} opacity="0.25" />
          <rect width="3" height="5" fill={color} />
        </pattern>
      )}
      {shapes.map(({ key, d, paint }) => (
        <path
          key={key}
          d={d}
          fill={paint.pattern ? `url(#${patternId(uid, paint)})` : (paint.fill ?? 'none')}
          stroke={paint.stroke}
          strokeWidth={paint.width}
          strokeDasharray={paint.dash}
        />
      ))}
    </svg>
  );
}
