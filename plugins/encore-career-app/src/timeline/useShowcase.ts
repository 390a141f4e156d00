import { type RefObject, useEffect, useMemo, useState } from 'react';
import { reachable } from './hit';
import { type Lanes } from './lanesOf';
import { type LaneScene, type Mark } from './scene';

/** How long each mark is told, ms. */
const EACH = 7000;

interface Place {
  lane: number;
  mark: number;
}

/** Where a mark is told next: the next mark of its lane, else the first of the next lane with marks; after the last lane comes the first. */
export function nextMark(lanes: Lanes, { lane, mark }: Place): Place {
  if (mark + 1 < reachable(lanes.at(lane)).filter(isTold).length) {
    return { lane, mark: mark + 1 };
  }
  for (let i = 1; i <= lanes.count; i++) {
    const next = (lane + i) % lanes.count;
    if (reachable(lanes.at(next)).some(isTold)) {
      return { lane: next, mark: 0 };
    }
  }
  return { lane, mark: 0 };
}

const isTold = (mark: Mark) => mark.type !== 'jump';

/** Scrolls as little as brings a lane into view. */
function scrollTo(el: HTMLElement, { y, height }: LaneScene): void {
  el.scrollTop = Math.min(Math.max(el.scrollTop, y + height - el.clientHeight), y);
}

/**
 * One mark after the other, where nobody can point at them: on a wall nothing may be known to the pointer alone.
 * @returns null while it is off, or where there is nothing to tell
 */
export function useShowcase(
  lanes: Lanes,
  body: RefObject<HTMLElement | null>,
  on: boolean
): { lane: LaneScene; mark: Mark } | null {
  const [place, setPlace] = useState<Place>({ lane: 0, mark: 0 });
  const shown = useMemo(() => {
    if (!on || lanes.count === 0) {
      return null;
    }
    const lane = lanes.at(Math.min(place.lane, lanes.count - 1));
    const mark = reachable(lane).filter(isTold)[place.mark];
    return mark ? { lane, mark } : null;
  }, [on, lanes, place]);

  useEffect(() => {
    if (!on || lanes.count === 0) {
      return undefined;
    }
    const step = () => setPlace((now) => nextMark(lanes, { ...now, lane: Math.min(now.lane, lanes.count - 1) }));
    const timer = setTimeout(step, shown ? EACH : 0);
    return () => clearTimeout(timer);
  }, [on, lanes, place, shown]);

  useEffect(() => {
    if (shown && body.current) {
      scrollTo(body.current, shown.lane);
    }
  }, [shown, body]);
  return shown;
}
