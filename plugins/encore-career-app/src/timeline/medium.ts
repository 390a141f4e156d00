import { locationService } from '@grafana/runtime';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { type TvMode } from './types';

/** What the panel is read on: a screen with a pointer, a wall from afar, or paper. */
export type Medium = 'screen' | 'tv' | 'paper';

/** Px of a panel that is read from afar without larger type; twice as large a panel has twice as large type. */
const TV = { width: 1000, height: 560, most: 2.5, least: 0.75 };
/** The smallest type on paper, as a share of the screen's. */
const SMALLEST = 0.45;

/**
 * Sizes of type to try, as a multiple of the screen's. On a wall type stays large and lanes that find no room are
 * scrolled to by themselves; on paper nothing scrolls.
 */
export function scales(medium: Medium, width: number, height: number): { largest: number; least: number } {
  const afar = Math.min(Math.max(Math.min(width / TV.width, height / TV.height), 1), TV.most);
  const largest = medium === 'tv' ? Math.round(afar * 20) / 20 : 1;
  const least = { screen: 1, tv: Math.max(largest * TV.least, 1), paper: SMALLEST };
  return { largest, least: least[medium] };
}

/** The next smaller scale to try where lanes that are `height` px high do not fit `room`; null when it is the least. */
export function shrink(scale: number, least: number, height: number, room: number): number | null {
  if (height <= room + 1 || scale <= least) {
    return null;
  }
  // The chart gets wider in its own px as it shrinks, so names need fewer rows: half the way is often enough.
  const wanted = scale * Math.max(Math.sqrt(room / height), 0.8);
  return Math.max(Math.min(wanted, scale - 0.02), least);
}

/** True while the page is being printed; the chart is drawn anew before the browser lays the paper out. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const set = (next: boolean) => flushSync(() => setPrinting(next));
    const before = () => set(true);
    const after = () => set(false);
    const query = window.matchMedia?.('print');
    const changed = (e: MediaQueryListEvent) => set(e.matches);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    query?.addEventListener?.('change', changed);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
      query?.removeEventListener?.('change', changed);
    };
  }, []);
  return printing;
}

const inKiosk = () => locationService.getSearch().has('kiosk');
const onAddress = (changed: () => void) => locationService.getHistory().listen(changed);

export function useMedium(tv: TvMode | undefined): Medium {
  const printing = usePrinting();
  const kiosk = useSyncExternalStore(onAddress, inKiosk);
  return printing ? 'paper' : tv === 'always' || (tv !== 'never' && kiosk) ? 'tv' : 'screen';
}
