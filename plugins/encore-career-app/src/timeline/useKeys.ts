import { type KeyboardEvent, useCallback, useRef } from 'react';
import { type Lanes } from './lanesOf';
import { type Mark } from './scene';
import { type ActiveControl } from './useActive';
import { type RangeControl } from './useRange';
import { type Step, walk } from './walk';
import { padded, panBy, zoomAt } from './zoom';

/** Whether there is something to zoom to: a run, a stop, a tour or anything with a length. */
export const zoomsTo = (mark: Mark): boolean => mark.type === 'run' || mark.type === 'bucket' || mark.to > mark.from;

export interface KeyActions {
  fit(): void;
  /** Moves the focus to a lane that has no mark to go to. */
  focusLane(key: string): void;
}

const STEPS: Record<string, Step> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
};

/**
 * Keys of the chart: arrows go to marks and lanes, Home and End to the ends of a lane, with Ctrl to the first and last
 * lane; Enter opens, z zooms to the mark, + and - zoom, Shift and arrows pan, 0 shows everything, Esc steps back.
 * @param page lanes in view
 */
export function useKeys(lanes: Lanes, active: ActiveControl, control: RangeControl, page: number, actions: KeyActions) {
  const column = useRef(0);
  return useCallback(
    (e: KeyboardEvent<HTMLElement>) => {
      const { current } = active;
      // Keys of the open card come here too, since React lets them bubble out of its portal.
      if (!e.currentTarget.contains(e.target as Node)) {
        return;
      }
      const key = (e.target as HTMLElement).closest<HTMLElement>('[data-lane]')?.dataset.lane;
      const at = key === undefined ? -1 : lanes.indexOf(key);
      const mark = current?.lane.key === key ? current?.mark : undefined;
      const step = (name: Step) => {
        if (at < 0) {
          return;
        }
        const next = walk(lanes, { lane: lanes.at(at), mark }, name, page, column.current);
        if (!next.mark) {
          active.clear();
          return actions.focusLane(next.lane.key);
        }
        if (next.lane.key === key) {
          column.current = (next.mark.x0 + next.mark.x1) / 2;
        }
        active.reach(next.lane, next.mark);
      };
      const zoom = (factor: number) => {
        const { range } = control;
        const share = mark ? ((mark.from + mark.to) / 2 - range.from) / (range.to - range.from) : 0.5;
        control.commit(zoomAt(range, Math.min(Math.max(share, 0), 1), factor));
      };
      const moves: Record<string, () => void> = {
        '+': () => zoom(0.5),
        '=': () => zoom(0.5),
        '-': () => zoom(2),
        '0': actions.fit,
        z: () => mark && control.commit(mark.jump ?? padded(mark)),
        Escape: current?.active.pinned ? active.close : active.clear,
        Enter: () => mark && (mark.jump ? control.commit(mark.jump) : active.open()),
      };
      moves[' '] = moves.Enter;
      const known = STEPS[e.key];
      const end = e.ctrlKey ? ({ Home: 'top', End: 'bottom' } as const)[e.key] : undefined;
      const pan = e.shiftKey ? ({ ArrowLeft: -0.25, ArrowRight: 0.25 } as const)[e.key] : undefined;
      const move = end
        ? () => step(end)
        : pan
          ? () => control.commit(panBy(control.range, pan))
          : known && at >= 0
            ? () => step(known)
            : moves[e.key];
      const here = e.key === 'Escape' ? current : at >= 0 || /^[-+=0]$/.test(e.key);
      if (!move || !here || e.altKey || e.metaKey || (e.ctrlKey && !end)) {
        return;
      }
      e.preventDefault();
      e.stopPropagation();
      move();
    },
    [lanes, active, control, page, actions]
  );
}
