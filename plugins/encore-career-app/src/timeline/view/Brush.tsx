import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatSpan } from '../format';
import { type Store, useStore } from '../store';
import { testIds } from '../testIds';
import { type Range } from '../types';
import { timeAt } from '../zoom';
import { getOverlayStyles, PILL } from './overlayStyles';

interface Props {
  /** Both ends of the selection, px of the plot. */
  span: Store<[number, number] | null>;
  width: number;
  height: number;
  range: Range;
  zone: string;
}

/** The band that a drag selects, with its dates; the chart zooms to it when the pointer lets go. */
export function Brush({ span, width, height, range, zone }: Props) {
  const styles = useStyles2(getOverlayStyles);
  const selected = useStore(span);
  if (!selected) {
    return null;
  }
  const [x0, x1] = selected;
  const dates = { from: timeAt(x0, width, range), to: timeAt(x1, width, range) };
  const shape = dates.to - dates.from > 3 * 365 * 864e5 ? 'month' : 'day';
  const middle = Math.min(Math.max((x0 + x1) / 2, PILL / 2), Math.max(width - PILL / 2, PILL / 2));
  return (
    <>
      <div
        className={styles.band}
        style={{ left: x0, width: Math.max(x1 - x0, 1), height }}
        data-testid={testIds.brush}
      />
      <div className={styles.pill} style={{ left: middle, top: 4 }}>
        {formatSpan(dates, zone, shape)}
      </div>
    </>
  );
}
