import { useCallback, useEffect, useState } from 'react';
import { type Lanes } from './lanesOf';
import { type LaneScene } from './scene';

/**
 * Moves the focus to a lane without a mark to go to. It may be out of sight, so it is drawn first.
 * @returns the lane to draw wherever it is, and what moves the focus
 */
export function useLaneFocus(lanes: Lanes, plot: HTMLElement | null) {
  const [wanted, setWanted] = useState<{ key: string } | null>(null);
  const at = wanted ? lanes.indexOf(wanted.key) : -1;
  const lane: LaneScene | undefined = at < 0 ? undefined : lanes.at(at);
  useEffect(() => {
    const targets = plot?.querySelectorAll<HTMLElement>('[data-lane]') ?? [];
    [...targets].find((el) => el.dataset.lane === wanted?.key)?.focus();
  }, [wanted, plot]);
  const focusLane = useCallback((key: string) => setWanted({ key }), []);
  return { lane, focusLane };
}
