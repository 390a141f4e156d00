import { useCallback, useMemo, useState } from 'react';
import { type Lanes } from './lanesOf';
import { type LaneScene, type Mark } from './scene';

/** The mark that is hovered, reached by keys or pinned. */
export interface Active {
  lane: string;
  mark: string;
  /** A pinned card stays, and its links and lists can be used. */
  pinned: boolean;
  by: 'pointer' | 'keys';
}

export interface ActiveMark {
  active: Active;
  lane: LaneScene;
  mark: Mark;
}

type Found = { lane: LaneScene; mark: Mark } | null;

export interface ActiveControl {
  current: ActiveMark | null;
  hover(found: Found): void;
  pin(found: Found): void;
  reach(lane: LaneScene, mark: Mark): void;
  /** Opens the card of the mark that keys have reached. */
  open(): void;
  /** Closes the card; a mark that keys have reached stays reached. */
  close(): void;
  clear(): void;
}

/** Keeps the active mark by name, so that it survives a new layout of the same data and goes when its mark goes. */
export function useActive(lanes: Lanes): ActiveControl {
  const [active, setActive] = useState<Active | null>(null);
  const current = useMemo(() => {
    const at = active ? lanes.indexOf(active.lane) : -1;
    const lane = at < 0 ? undefined : lanes.at(at);
    const mark = lane?.marks.find((m) => m.id === active?.mark);
    return active && lane && mark ? { active, lane, mark } : null;
  }, [active, lanes]);

  const set = useCallback((found: Found, pinned: boolean, by: Active['by']) => {
    setActive((old) => {
      const same = found && old?.lane === found.lane.key && old.mark === found.mark.id && old.pinned === pinned;
      return same ? old : found && { lane: found.lane.key, mark: found.mark.id, pinned, by };
    });
  }, []);
  const hover = useCallback((found: Found) => {
    setActive((old) => {
      if (old?.pinned || (!found && old?.by === 'keys')) {
        return old;
      }
      const same = found && old && old.lane === found.lane.key && old.mark === found.mark.id;
      return same ? old : found && { lane: found.lane.key, mark: found.mark.id, pinned: false, by: 'pointer' };
    });
  }, []);
  const pin = useCallback((found: Found) => set(found, true, 'pointer'), [set]);
  const reach = useCallback((lane: LaneScene, mark: Mark) => set({ lane, mark }, false, 'keys'), [set]);
  const open = useCallback(() => setActive((old) => old && { ...old, pinned: true, by: 'keys' }), []);
  const close = useCallback(() => setActive((old) => (old?.by === 'keys' ? { ...old, pinned: false } : null)), []);
  const clear = useCallback(() => setActive(null), []);
  return useMemo(
    () => ({ current, hover, pin, reach, open, close, clear }),
    [current, hover, pin, reach, open, close, clear]
  );
}
