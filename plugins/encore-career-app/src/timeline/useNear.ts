import { useMemo, useState } from 'react';
import { lanesBetween } from './lanesOf';
import { type LaneScene } from './scene';
import { type Scene } from './useScene';

/** Lanes this far outside the view are drawn as well, px; scrolling is followed in such steps. */
const AHEAD = 300;
const STEP = 150;

/** The part of the scrolled content that is drawn, px. */
export interface Window {
  top: number;
  height: number;
}

/**
 * The lanes in view and a little around them, while the others are scrolled away, and what they cover together.
 * @param always a lane that is drawn wherever it is
 */
export function useNear({ lanes }: Scene, room: number, always: LaneScene | undefined) {
  const [scroll, setScroll] = useState(0);
  const near = useMemo(() => {
    const found = lanesBetween(lanes, scroll - AHEAD, scroll + room + AHEAD);
    return always && !found.some(({ key }) => key === always.key) ? [...found, always] : found;
  }, [lanes, scroll, room, always]);
  const view = useMemo((): Window => {
    const top = near.reduce((min, lane) => Math.min(min, lane.y), Infinity);
    const bottom = near.reduce((max, lane) => Math.max(max, lane.y + lane.height), 0);
    return { top: Math.min(top, bottom), height: Math.max(bottom - Math.min(top, bottom), 0) };
  }, [near]);
  const onScroll = (top: number) => setScroll(Math.floor(top / STEP) * STEP);
  return { near, view, onScroll };
}
