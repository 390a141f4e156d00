import { type KeyboardEvent, useCallback } from 'react';
import { reachable } from './hit';
import { type LaneScene, type Mark } from './scene';
import { type ActiveControl } from './useActive';
import { type RangeControl } from './useRange';
import { padded, panBy, zoomAt } from './zoom';

/** Whether Enter zooms to a mark rather than opens it: a run, a stop, a tour or anything with a length. */
export const zoomsTo = (mark: Mark): boolean => mark.type === 'run' || mark.type === 'bucket' || mark.to > mark.from;

export interface KeyActions {
  fit(): void;
  open(lane: LaneScene, mark: Mark): void;
}

/**
 * Keys of the chart: left and right the marks of the focused lane (Shift pans), Enter zooms or opens, + and - zoom, 0
 * shows everything, Esc leaves.
 */
export function useKeys(
  lanes: readonly LaneScene[],
  active: ActiveControl,
  control: RangeControl,
  actions: KeyActions
) {
  return useCallback(
    (e: KeyboardEvent<HTMLElement>) => {
      const key = (e.target as HTMLElement).dataset?.lane;
      const lane = lanes.find((l) => l.key === key);
      const marks = lane ? reachable(lane) : [];
      const at = active.current && active.current.lane.key === key ? marks.indexOf(active.current.mark) : -1;
      const go = (to: number) => {
        const mark = marks[Math.min(Math.max(to, 0), marks.length - 1)];
        if (lane && mark) {
          active.reach(lane, mark);
        }
      };
      const zoom = (factor: number) => {
        const mark = active.current?.mark;
        const { range } = control;
        const share = mark ? ((mark.from + mark.to) / 2 - range.from) / (range.to - range.from) : 0.5;
        control.commit(zoomAt(range, Math.min(Math.max(share, 0), 1), factor));
      };
      const moves: Record<string, () => void> = {
        ArrowRight: () => (e.shiftKey ? control.commit(panBy(control.range, 0.25)) : go(at + 1)),
        ArrowLeft: () =>
          e.shiftKey ? control.commit(panBy(control.range, -0.25)) : go(at < 0 ? marks.length - 1 : at - 1),
        Home: () => go(0),
        End: () => go(marks.length - 1),
        '+': () => zoom(0.5),
        '=': () => zoom(0.5),
        '-': () => zoom(2),
        '0': actions.fit,
        Escape: active.clear,
        Enter: () => {
          const mark = marks[at];
          if (!lane || !mark) {
            return;
          }
          if (mark.jump) {
            return control.commit(mark.jump);
          }
          return zoomsTo(mark) ? control.commit(padded(mark)) : actions.open(lane, mark);
        },
      };
      const move = moves[e.key];
      if (!move || e.altKey || e.ctrlKey || e.metaKey || (key === undefined && e.key === 'Enter')) {
        return;
      }
      e.preventDefault();
      e.stopPropagation();
      move();
    },
    [lanes, active, control, actions]
  );
}
