import { useTheme2 } from '@grafana/ui';
import React from 'react';

import { Diamond, Record, SpanBar } from './EventMarks';
import { kindColor } from './eventWords';
import { type LegendKey } from './legendKeys';

const HEIGHT = 12;

/** The mark of a legend entry as it is drawn, so that shape and pattern tell it, not colour alone. */
export function LegendSwatch({ sign, color, opacity }: Pick<LegendKey, 'sign' | 'color' | 'opacity'>) {
  const theme = useTheme2();
  const width = sign === 'planned' ? 30 : sign === 'line' || sign === 'dashed' || sign === 'band' ? 20 : 14;
  return (
    <svg width={width} height={HEIGHT} aria-hidden style={{ flexShrink: 0 }}>
      {sign === 'line' && <line x1={0} x2={20} y1={6} y2={6} stroke={color} strokeWidth={2} />}
      {sign === 'dashed' && <line x1={1} x2={18} y1={6} y2={6} stroke={color} strokeWidth={2} strokeDasharray="6 4" />}
      {sign === 'band' && (
        <rect
          x={0.5}
          y={0.5}
          width={18}
          height={11}
          rx={2}
          fill={color}
          fillOpacity={opacity}
          stroke={color}
          strokeOpacity={0.8}
        />
      )}
      {sign === 'bar' && <rect x={0} y={1} width={14} height={10} rx={2} fill={color} />}
      {sign === 'record' && <Record x={7} y={6} color={color} ground={theme.colors.background.primary} />}
      {sign === 'diamond' && <Diamond x={7} y={6} color={color} />}
      {sign === 'planned' && (
        <>
          <SpanBar x={0} y={6} width={14} color={kindColor('tour', theme)} hollow />
          <Record x={24} y={6} color={kindColor('release', theme)} ground={theme.colors.background.primary} hollow />
        </>
      )}
      {sign === 'ring' && <circle cx={7} cy={6} r={5} fill="none" stroke={color} strokeWidth={1.75} />}
    </svg>
  );
}
