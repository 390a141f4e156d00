import { DataHoverClearEvent, DataHoverEvent, DashboardCursorSync } from '@grafana/data';
import { usePanelContext } from '@grafana/ui';
import { useCallback, useEffect, useMemo, useState } from 'react';

import { testIds } from './testIds';

/** A click on the plot toggles the pin itself, one in the tooltip follows a link. */
const KEEPS_PIN = `[data-testid="${testIds.plot}"], [data-testid="${testIds.tooltip}"]`;

export interface Hover {
  /** epoch milliseconds of a row */
  time: number;
  /** height of the pointer in the drawing; undefined for keys, the header and other panels */
  pointerY?: number;
  from: 'pointer' | 'keys' | 'header' | 'other';
  pinned: boolean;
}

interface HoverApi {
  hover: Hover | undefined;
  point: (next: Omit<Hover, 'pinned'> | undefined) => void;
  pin: (pinned: boolean) => void;
}

/**
 * The one month that is pointed at, by pointer, key, header square or another panel of the dashboard, whose shared
 * crosshair it reads and feeds.
 * @param nearest snaps any time to a row; undefined outside the plot
 */
export function useHover(nearest: (time: number) => number | undefined): HoverApi {
  const { eventBus, sync } = usePanelContext();
  const [hover, setHover] = useState<Hover | undefined>();
  const time = hover?.time;
  const mine = hover !== undefined && hover.from !== 'other';

  useEffect(() => {
    if (mine && time !== undefined) {
      eventBus.publish(new DataHoverEvent({ point: { time } }));
      return () => eventBus.publish(new DataHoverClearEvent());
    }
    return undefined;
  }, [eventBus, mine, time]);

  useEffect(() => {
    const listens = () => (sync?.() ?? DashboardCursorSync.Off) !== DashboardCursorSync.Off;
    const hovered = eventBus.getStream(DataHoverEvent).subscribe((event) => {
      const at: unknown = event.payload.point?.time;
      if (event.origin === eventBus || typeof at !== 'number' || !listens()) {
        return;
      }
      const row = nearest(at);
      setHover((now) =>
        now?.pinned ? now : row === undefined ? undefined : { time: row, from: 'other', pinned: false }
      );
    });
    const cleared = eventBus.getStream(DataHoverClearEvent).subscribe((event) => {
      if (event.origin !== eventBus) {
        setHover((now) => (now?.from === 'other' ? undefined : now));
      }
    });
    return () => {
      hovered.unsubscribe();
      cleared.unsubscribe();
    };
  }, [eventBus, sync, nearest]);

  const pinned = hover?.pinned ?? false;
  useEffect(() => {
    if (!pinned) {
      return undefined;
    }
    const onPointerDown = ({ target }: PointerEvent) => {
      if (!(target instanceof Element && target.closest(KEEPS_PIN))) {
        setHover(undefined);
      }
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [pinned]);

  const point = useCallback((next: Omit<Hover, 'pinned'> | undefined) => {
    setHover((now) => (now?.pinned ? now : next && { ...next, pinned: false }));
  }, []);
  const pin = useCallback((pinned: boolean) => {
    setHover((now) => (now && pinned ? { ...now, pinned } : undefined));
  }, []);
  return useMemo(() => ({ hover, point, pin }), [hover, point, pin]);
}
