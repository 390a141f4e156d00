import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { type LaneScene } from '../scene';
import { type Palette } from '../palette';
import { testIds } from '../testIds';
import { type ActiveMark } from '../useActive';
import { say } from '../words';
import { reachable } from '../hit';
import { LaneMarks, Patterns } from './LaneMarks';
import { getStyles } from './styles';

const AHEAD = 150;

interface Props {
  lanes: readonly LaneScene[];
  uid: string;
  palette: Palette;
  link: string;
  width: number;
  height: number;
  /** Scrolled px and px in view: lanes far outside are not drawn. */
  top: number;
  room: number;
  current: ActiveMark | null;
  nowX: number | null;
  onFocusLost(): void;
}

/** The lanes in view, a focus target for each, the outline of the active mark and the now line above all. */
export function Lanes({ lanes, uid, palette, link, width, height, top, room, current, nowX, onFocusLost }: Props) {
  const styles = useStyles2(getStyles);
  const near = lanes.filter((lane) => lane.y + lane.height > top - AHEAD && lane.y < top + room + AHEAD);
  return (
    <>
      <svg className={styles.layer} width={width} height={height} aria-hidden="true">
        <Patterns lanes={near} uid={uid} />
        {near.map((lane) => (
          <LaneMarks key={lane.key} lane={lane} uid={uid} palette={palette} link={link} />
        ))}
        {nowX !== null && (
          <path d={`M${nowX.toFixed(1)} 0V${height}`} stroke={palette.text} strokeDasharray="3 3" strokeWidth={1.5} />
        )}
        {current && (
          <rect
            x={current.mark.x0 - 1.5}
            y={current.lane.y + current.lane.heading + current.mark.y0 - 1.5}
            width={current.mark.x1 - current.mark.x0 + 3}
            height={current.mark.y1 - current.mark.y0 + 3}
            rx={3}
            fill="none"
            stroke={palette.strong}
            strokeWidth={1.2}
          />
        )}
      </svg>
      {near.map((lane) => (
        <div
          key={lane.key}
          className={styles.focus}
          style={{ top: lane.y, height: lane.height }}
          tabIndex={0}
          role="group"
          aria-roledescription={say('lane.role', 'lane')}
          aria-label={[
            lane.title,
            ...lane.note,
            say('lane.marks', '{{n}} marks, use the arrow keys', { n: reachable(lane).length }),
          ].join(', ')}
          data-lane={lane.key}
          data-testid={testIds.lane(lane.key)}
          onBlur={() => current?.active.by === 'keys' && !current.active.pinned && onFocusLost()}
        />
      ))}
    </>
  );
}
