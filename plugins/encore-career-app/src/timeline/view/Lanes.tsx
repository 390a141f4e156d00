import { useStyles2 } from '@grafana/ui';
import React, { type FocusEvent, useCallback, useState } from 'react';
import { reachable } from '../hit';
import { type LaneScene, type Mark } from '../scene';
import { type Palette } from '../palette';
import { testIds } from '../testIds';
import { type ActiveMark } from '../useActive';
import { say } from '../words';
import { FocusedMark } from './FocusedMark';
import { LaneMarks, Patterns } from './LaneMarks';
import { getStyles } from './styles';
import { type Window } from '../useNear';

interface Props {
  /** The lanes in view, and the one that the keys are in. */
  lanes: readonly LaneScene[];
  view: Window;
  uid: string;
  palette: Palette;
  link: string;
  width: number;
  /** The mark that is outlined. */
  pointed: { lane: LaneScene; mark: Mark } | null;
  /** The mark that the keys have reached, and what it is called. */
  reached: ActiveMark | null;
  name: string;
  nowX: number | null;
  onFocusLost(): void;
}

/** The lanes in view, one stop of the Tab key for all of them, the outline of the active mark and the now line. */
export function Lanes({ lanes, view, uid, palette, link, width, pointed, reached, name, nowX, onFocusLost }: Props) {
  const styles = useStyles2(getStyles);
  const [visited, setVisited] = useState('');
  const stop = lanes.some((lane) => lane.key === visited) ? visited : lanes[0]?.key;
  const onBlur = (e: FocusEvent<HTMLElement>) => {
    const inside = e.relatedTarget instanceof Element && e.relatedTarget.closest('[data-lane]');
    if (reached && !reached.active.pinned && !inside) {
      onFocusLost();
    }
  };
  const onFocus = useCallback((e: FocusEvent<HTMLElement>) => {
    setVisited(e.target.closest<HTMLElement>('[data-lane]')?.dataset.lane ?? '');
  }, []);
  const { top, height } = view;
  return (
    <>
      <svg
        className={styles.layer}
        style={{ top }}
        width={width}
        height={height}
        viewBox={`0 ${top} ${width} ${height}`}
        aria-hidden="true"
      >
        <Patterns lanes={lanes} uid={uid} />
        {lanes.map((lane) => (
          <LaneMarks key={lane.key} lane={lane} uid={uid} palette={palette} link={link} />
        ))}
        {nowX !== null && (
          <path
            d={`M${nowX.toFixed(1)} ${top}v${height}`}
            stroke={palette.text}
            strokeDasharray="3 3"
            strokeWidth={1.5}
          />
        )}
        {pointed && (
          <rect
            x={pointed.mark.x0 - 1.5}
            y={pointed.lane.y + pointed.lane.heading + pointed.mark.y0 - 1.5}
            width={pointed.mark.x1 - pointed.mark.x0 + 3}
            height={pointed.mark.y1 - pointed.mark.y0 + 3}
            rx={3}
            fill="none"
            stroke={palette.strong}
            strokeWidth={1.2}
          />
        )}
      </svg>
      {lanes.map((lane) => {
        const mark = reached?.lane.key === lane.key ? reached.mark : null;
        return (
          <div
            key={lane.key}
            className={styles.focus}
            style={{ top: lane.y, height: lane.height }}
            tabIndex={lane.key === stop && !mark ? 0 : -1}
            role="group"
            aria-roledescription={say('lane.role', 'lane')}
            aria-label={[
              lane.title,
              ...lane.note,
              say('lane.marks', '{{n}} marks, use the arrow keys', { n: reachable(lane).length }),
            ].join(', ')}
            data-lane={lane.key}
            data-testid={testIds.lane(lane.key)}
            onBlur={onBlur}
            onFocus={onFocus}
          >
            {mark && (
              <FocusedMark key={mark.id} lane={lane} mark={mark} name={name} opened={reached?.active.pinned === true} />
            )}
          </div>
        );
      })}
    </>
  );
}
