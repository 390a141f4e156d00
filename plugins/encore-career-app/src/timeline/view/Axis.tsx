import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { type Tick } from '../axis';
import { type Palette } from '../palette';
import { testIds } from '../testIds';
import { say } from '../words';
import { AXIS, NOW } from '../useGeometry';
import { getStyles } from './styles';

interface Props {
  ticks: readonly Tick[];
  left: number;
  width: number;
  nowX: number | null;
  now: string;
  nowWidth: number;
  palette: Palette;
}

/** The time axis and the pill of the now line; it stays while lanes scroll. */
export function Axis({ ticks, left, width, nowX, now, nowWidth, palette }: Props) {
  const styles = useStyles2(getStyles);
  const lines = ticks.map(({ x, text }) => `M${x.toFixed(1)} 0v${text ? 6 : 3}`).join('');
  const pill = nowX === null ? 0 : Math.min(Math.max(nowX - nowWidth / 2, 0), Math.max(width - nowWidth, 0));
  return (
    <div className={styles.below} style={{ height: AXIS + NOW }} data-testid={testIds.axis} aria-hidden="true">
      <svg
        width={width}
        height={AXIS + NOW}
        style={{ position: 'absolute', left, overflow: 'visible', pointerEvents: 'none' }}
      >
        <path d={`M0 0.5H${width}${lines}`} stroke={palette.border} fill="none" />
        {ticks
          .filter(({ text }) => text !== '')
          .map(({ x, text, anchor }) => (
            <text key={x} x={x} y={19} fontSize={12} textAnchor={anchor} fill={palette.secondary}>
              {text}
            </text>
          ))}
        {nowX !== null && (
          <path d={`M${nowX.toFixed(1)} 0V${AXIS}`} stroke={palette.text} strokeDasharray="3 3" strokeWidth={1.5} />
        )}
      </svg>
      {nowX !== null && (
        <div className={styles.nowPill} style={{ left: left + pill, top: AXIS }} data-testid={testIds.now}>
          {say('now', 'Now: {{date}}', { date: now })}
        </div>
      )}
    </div>
  );
}
