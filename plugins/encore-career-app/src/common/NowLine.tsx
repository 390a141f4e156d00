import { useTheme2 } from '@grafana/ui';
import React from 'react';

import { measure } from './measure';

interface Props {
  x: number;
  top: number;
  bottom: number;
  /** ends of the plot; the pill stays between them */
  left: number;
  right: number;
  label: string;
  /** which way the pill reaches from the line */
  reach?: 'both' | 'left' | 'right';
  testId?: string;
}

const HEIGHT = 17;
/** How far a pill that reaches one way goes over its line the other way. */
export const REACH = 8;

/** Width of the pill of a label, in pixels. */
export const pillWidth = (label: string) => Math.ceil(measure(label, 11, 500)) + 12;

/** The dashed line between what is known and what is expected, with its pill at the top. */
export const NowLine = React.memo(function NowLine({
  x,
  top,
  bottom,
  left,
  right,
  label,
  reach = 'both',
  testId,
}: Props) {
  const theme = useTheme2();
  const width = pillWidth(label);
  const wished = { both: x - width / 2, left: x - width + REACH, right: x - REACH }[reach];
  const at = Math.max(left, Math.min(wished, right - width));
  return (
    <g data-testid={testId}>
      <line
        x1={x}
        x2={x}
        y1={top + HEIGHT}
        y2={bottom}
        stroke={theme.colors.text.primary}
        strokeWidth={1.25}
        strokeDasharray="3 3"
      />
      <rect x={at} y={top} width={width} height={HEIGHT} rx={2} fill={theme.colors.text.primary} />
      <text
        x={at + width / 2}
        y={top + 12.5}
        textAnchor="middle"
        fontSize={11}
        fontWeight={500}
        fill={theme.colors.background.primary}
      >
        {label}
      </text>
    </g>
  );
});
