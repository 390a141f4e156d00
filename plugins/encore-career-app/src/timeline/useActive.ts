import { useCallback, useMemo, useState } from 'react';
import { type LaneScene, type Mark } from './scene';

/** The mark that is hovered, reached by keys or pinned. */
export interface Active {
  lane: string;
  mark: string;
  /** A pinned tooltip stays and its links can be clicked. */
  pinned: boolean;
  by: 'pointer' | 'keys';
}

export interface ActiveMark {
  active: Active;
  lane: LaneScene;
  mark: Mark;
}

export interface ActiveControl {
  current: ActiveMark | null;
  hover(found: { lane: LaneScene; mark: Mark } | null): void;
  pin(found: { lane: LaneScene; mark: Mark } | null): void;
  reach(lane: LaneScene, mark: Mark): void;
  clear(): void;
}

/** Keeps the active mark by name, so that it survives a new layout of the same data and goes when its mark goes. */
export function useActive(lanes: readonly LaneScene[]): ActiveControl {
  const [active, setActive] = useState<Active | null>(null);
  const current = useMemo(() => {
    const lane = active && lanes.find((l) => l.key === active.lane);
    const mark = lane?.marks.find((m) => m.id === active?.mark);
    return active && lane && mark ? { active, lane, mark } : null;
  }, [active, lanes]);

  const set = useCallback((found: { lane: LaneScene; mark: Mark } | null, pinned: boolean, by: Active['by']) => {
    setActive((old) => {
      if (found && old && old.lane === found.lane.key && old.mark === found.mark.id && old.pinned === pinned) {
        return old;
      }
      return found ? { lane: found.lane.key, mark: found.mark.id, pinned, by } : null;
    });
  }, []);
  const hover = useCallback((found: { lane: LaneScene; mark: Mark } | null) => {
    setActive((old) => {
      if (old?.pinned || (!found && old?.by === 'keys')) {
        return old;
      }
      const same = found && old && old.lane === found.lane.key && old.mark === found.mark.id;
      return same ? old : found ? { lane: found.lane.key, mark: found.mark.id, pinned: false, by: 'pointer' } : null;
    });
  }, []);
  const pin = useCallback((found: { lane: LaneScene; mark: Mark } | null) => set(found, true, 'pointer'), [set]);
  const reach = useCallback((lane: LaneScene, mark: Mark) => set({ lane, mark }, false, 'keys'), [set]);
  const clear = useCallback(() => setActive(null), []);
  return { current, hover, pin, reach, clear };
}
