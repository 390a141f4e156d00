import { cx } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { type LaneScene } from '../scene';
import { getStyles } from './styles';

interface Props {
  lanes: readonly LaneScene[];
  /** Every lane is one row. */
  rows: boolean;
  width: number;
}

/** Names of the lanes, what they hold, and the count axis of columns. */
export function Gutter({ lanes, rows, width }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.gutter} style={{ width: width - 8 }} aria-hidden="true">
      {lanes.map((lane) => (
        <div key={lane.key} className={styles.lane} style={{ top: lane.y, height: lane.height }}>
          <div
            className={styles.laneName}
            style={{ paddingTop: rows ? 4 : lane.inView > 0 ? 9 : 6, paddingRight: lane.ticks.length > 0 ? 20 : 0 }}
          >
            <div className={cx(styles.laneTitle, rows && styles.rowTitle)} title={lane.title}>
              {lane.title}
            </div>
            {lane.note.slice(0, 3).map((line) => (
              <div key={line} className={styles.laneNote}>
                {line}
              </div>
            ))}
          </div>
          {lane.ticks.map((tick) => (
            <div
              key={tick.y}
              className={styles.tick}
              style={{ top: lane.heading + tick.y, ...(tick.left ? { left: 0, right: 'auto' } : { right: 2 }) }}
            >
              {tick.text}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

/** Names of the lanes above their marks, for narrow panels without a gutter. */
export function Headings({ lanes }: { lanes: readonly LaneScene[] }) {
  const styles = useStyles2(getStyles);
  return (
    <div aria-hidden="true">
      {lanes.map((lane) => (
        <div key={lane.key} className={styles.heading} style={{ top: lane.y + 4 }}>
          <span className={styles.laneTitle}>{lane.title}</span>
          <span className={cx(styles.laneNote)}>{lane.note.length > 0 ? `  ${lane.note.join(', ')}` : ''}</span>
        </div>
      ))}
    </div>
  );
}
