import { useTheme2 } from '@grafana/ui';
import React from 'react';

import { Diamond, Record, SpanBar } from './EventMarks';
import { type LaneMark } from './eventsLane';
import { kindColor } from './eventWords';
import { type Layout } from './layout';
import { testIds } from './testIds';
import { type Ring, type RingText } from './unusual';

interface Props {
  layout: Layout;
  marks: LaneMark[];
  rings: Ring[];
  texts: RingText[];
}

/** The events lane, the releases' lines through the plot, and the rings around unusual points with their reasons. */
export const PlotEvents = React.memo(function PlotEvents({ layout, marks, rings, texts }: Props) {
  const theme = useTheme2();
  const { plot } = layout;
  const { text, background } = theme.colors;
  return (
    <g fontSize={12}>
      {marks
        .filter(({ sign }) => sign === 'record')
        .map(({ event, x }) => (
          <line
            key={`${event.kind} ${event.row}`}
            x1={x}
            x2={x}
            y1={plot.top}
            y2={plot.bottom}
            stroke={kindColor(event.kind, theme)}
            strokeOpacity={0.6}
            strokeDasharray="2 3"
          />
        ))}
      {marks.map((mark) => (
        <Mark key={`${mark.event.kind} ${mark.event.row}`} mark={mark} />
      ))}
      {rings.map(({ x, y, unusual }) => (
        <circle
          key={`${unusual.event.row} ${x}`}
          data-testid={testIds.ring}
          cx={x}
          cy={y}
          r={layout.dense ? 4.5 : 6}
          fill="none"
          stroke={text.maxContrast}
          strokeWidth={1.75}
        />
      ))}
      {texts.map(({ key, above, x, y, lines }) => (
        <g key={key} paintOrder="stroke" stroke={background.primary} strokeWidth={3} strokeLinejoin="round">
          <path
            d={above ? `M${x} ${y + 12}l5 -9l5 9z` : `M${x} ${y + 3.5}l5 9l5 -9z`}
            fill={above ? text.maxContrast : background.primary}
            stroke={text.maxContrast}
            strokeWidth={1.25}
          />
          {lines.map((line, i) => (
            <text key={i} x={x + 16} y={y + 12 + i * 15} fill={i === 0 ? text.primary : text.secondary}>
              {line}
            </text>
          ))}
        </g>
      ))}
    </g>
  );
});

function Mark({ mark: { event, sign, x, y, width, text } }: { mark: LaneMark }) {
  const theme = useTheme2();
  const color = kindColor(event.kind, theme);
  return (
    <g data-testid={testIds.event}>
      {sign === 'bar' && <SpanBar x={x} y={y} width={width} color={color} hollow={event.planned} />}
      {sign === 'record' && (
        <Record x={x} y={y} color={color} ground={theme.colors.background.primary} hollow={event.planned} />
      )}
      {sign === 'diamond' && <Diamond x={x} y={y} color={color} hollow={event.planned} />}
      {text && (
        <text x={text.x} y={y + 4} fill={theme.colors.text.primary}>
          {text.value}
        </text>
      )}
    </g>
  );
}
