import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatMoment, formatTime } from '../format';
import { type TimelineModel } from '../model';
import { type Store, useStore } from '../store';
import { testIds } from '../testIds';
import { type Range } from '../types';
import { type Moment } from '../useCrosshair';
import { MomentTooltip } from './MomentTooltip';
import { getOverlayStyles, PILL } from './overlayStyles';

interface Props {
  moment: Store<Moment | null>;
  model: TimelineModel;
  width: number;
  height: number;
  range: Range;
  zone: string;
}

const DAY = 864e5;

/** The line at the time that is pointed at here or in another panel, with its date on the axis. */
export function Crosshair({ moment, model, width, height, range, zone }: Props) {
  const styles = useStyles2(getOverlayStyles);
  const now = useStore(moment);
  if (!now || now.time < range.from || now.time > range.to) {
    return null;
  }
  const span = range.to - range.from;
  const x = ((now.time - range.from) / span) * width;
  const words = span < 40 * DAY ? formatMoment(now.time, zone) : formatTime(now.time, 'day', zone);
  return (
    <>
      <div className={styles.line} style={{ left: x, height: height + 3 }} data-testid={testIds.crosshair} />
      <div
        className={styles.pill}
        style={{ left: Math.min(Math.max(x, PILL / 4), Math.max(width - PILL / 4, PILL / 4)), top: height + 3 }}
      >
        {words}
      </div>
      {!now.own && now.tooltip && (
        <MomentTooltip time={now.time} title={words} x={x} slack={(span / width) * 3} model={model} zone={zone} />
      )}
    </>
  );
}
