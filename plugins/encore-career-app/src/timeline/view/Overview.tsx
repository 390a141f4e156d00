import { type TimeZone } from '@grafana/schema';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React, { type PointerEvent, useMemo, useRef } from 'react';
import { axisTicks } from '../axis';
import { type Measure } from '../../common/measure';
import { type Item } from '../model';
import { type Palette } from '../palette';
import { testIds } from '../testIds';
import { type Range } from '../types';
import { type RangeControl } from '../useRange';
import { say } from '../words';
import { overviewColumns } from '../overview';
import { OVERVIEW } from '../useGeometry';
import { getStyles } from './styles';

const STRIP = 30;
const HANDLE = 8;

interface Props {
  items: readonly Item[];
  extent: Range;
  control: RangeControl;
  left: number;
  width: number;
  zone: TimeZone;
  palette: Palette;
  measure: Measure;
}

/** The whole span with a window on the range in view; drag it to move, its edges to resize. */
export function Overview({ items, extent, control, left, width, zone, palette, measure }: Props) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const drag = useRef<{ x: number; range: Range; part: 'from' | 'to' | 'both' } | null>(null);
  const columns = useMemo(() => overviewColumns(items, extent, width, STRIP - 4), [items, extent, width]);
  const ticks = useMemo(() => axisTicks(extent, width, zone, measure, 150), [extent, width, zone, measure]);
  const { range } = control;
  const span = extent.to - extent.from;
  const x = (time: number) => Math.min(Math.max(((time - extent.from) / span) * width, 0), width);
  const from = Math.min(x(range.from), width - 6);
  const to = Math.max(x(range.to), from + 6);

  const down = (e: PointerEvent<SVGSVGElement>) => {
    const at = e.clientX - e.currentTarget.getBoundingClientRect().left;
    e.currentTarget.setPointerCapture?.(e.pointerId);
    const wide = to - from > 3 * HANDLE;
    const part = wide && Math.abs(at - from) < HANDLE ? 'from' : wide && Math.abs(at - to) < HANDLE ? 'to' : 'both';
    const inside = at >= from - HANDLE && at <= to + HANDLE;
    const length = range.to - range.from;
    const middle = extent.from + (at / width) * span;
    const start = inside ? range : { from: middle - length / 2, to: middle + length / 2 };
    drag.current = { x: at, range: start, part };
    if (!inside) {
      control.preview(start);
    }
  };
  const move = (e: PointerEvent<SVGSVGElement>) => {
    const held = drag.current;
    if (!held) {
      return;
    }
    const by = ((e.clientX - e.currentTarget.getBoundingClientRect().left - held.x) / width) * span;
    const next = {
      from: held.part === 'to' ? held.range.from : held.range.from + by,
      to: held.part === 'from' ? held.range.to : held.range.to + by,
    };
    if (next.to - next.from > span / 2000) {
      control.preview(next);
    }
  };
  const up = () => (drag.current = null);

  return (
    <div className={styles.below} style={{ height: OVERVIEW }} data-testid={testIds.overview}>
      {left > 0 && (
        <div style={{ position: 'absolute', top: 2 }} aria-hidden="true">
          <div className={styles.laneTitle}>{say('overview.title', 'All years')}</div>
          <div className={styles.laneNote}>{say('overview.hint', 'drag to move')}</div>
        </div>
      )}
      <svg
        width={width}
        height={STRIP + 4}
        style={{ position: 'absolute', left, top: 4, touchAction: 'none', cursor: 'grab', overflow: 'visible' }}
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        onPointerCancel={up}
        aria-hidden="true"
      >
        <rect width={width} height={STRIP} fill={palette.future} rx={2} />
        <path d={columns} transform={`translate(0 ${STRIP})`} fill={palette.secondary} opacity={0.6} />
        {ticks
          .filter(({ text }) => text !== '')
          .map((tick) => (
            <text
              key={tick.time}
              x={tick.x}
              y={11}
              fontSize={11}
              textAnchor={tick.anchor}
              fill={palette.secondary}
              stroke={palette.panel}
              strokeWidth={3}
              paintOrder="stroke"
            >
              {tick.text}
            </text>
          ))}
        <rect
          x={from}
          y={-1}
          width={to - from}
          height={STRIP + 2}
          rx={3}
          fill={palette.alpha(theme.colors.primary.main, 0.25)}
          stroke={theme.colors.primary.border}
          strokeWidth={1.5}
        />
      </svg>
    </div>
  );
}
