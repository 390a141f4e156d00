import { DashboardCursorSync, DataHoverClearEvent, DataHoverEvent, type EventBus } from '@grafana/data';
import { usePanelContext } from '@grafana/ui';
import { useEffect, useMemo, useState } from 'react';
import { createStore, type Store } from './store';

/** The time that is pointed at, here or in another panel of the dashboard. */
export interface Moment {
  /** Epoch ms. */
  time: number;
  /** Pointed at in this panel. */
  own: boolean;
  /** The dashboard shares the tooltip as well as the line. */
  tooltip: boolean;
}

export interface Crosshair {
  moment: Store<Moment | null>;
  /** The pointer stands at a time, or has left. */
  point(time: number | null): void;
}

const isShared = (mode: DashboardCursorSync) => mode !== DashboardCursorSync.Off;

/**
 * The crosshair that the dashboard's panels share by Grafana's event bus: this panel tells where its pointer is, and
 * follows the others' as the dashboard's setting says (off, crosshair, tooltip). One event a frame at the most.
 */
export function useCrosshair(): Crosshair {
  const { eventBus, sync } = usePanelContext();
  const [moment] = useState(() => createStore<Moment | null>(null));
  const mode = useMemo(() => () => sync?.() ?? DashboardCursorSync.Off, [sync]);

  useEffect(() => {
    const hovered = eventBus.getStream(DataHoverEvent).subscribe(({ origin, payload }) => {
      const time: unknown = payload?.point?.time;
      if (origin !== eventBus && typeof time === 'number' && isShared(mode()) && !moment.get()?.own) {
        moment.set({ time, own: false, tooltip: mode() === DashboardCursorSync.Tooltip });
      }
    });
    const cleared = eventBus.getStream(DataHoverClearEvent).subscribe(({ origin }) => {
      if (origin !== eventBus && moment.get()?.own === false) {
        moment.set(null);
      }
    });
    return () => {
      hovered.unsubscribe();
      cleared.unsubscribe();
    };
  }, [eventBus, mode, moment]);

  const { point, leave } = useMemo(() => createPointer(eventBus, moment), [eventBus, moment]);
  useEffect(() => leave, [leave]);

  return useMemo(() => ({ moment, point }), [moment, point]);
}

/** Tells the bus where this panel's pointer is: one event a frame at the most, and one when it leaves. */
function createPointer(eventBus: EventBus, moment: Store<Moment | null>) {
  let waiting = 0;
  let told = false;
  const tell = () => {
    waiting = 0;
    const now = moment.get();
    if (now?.own) {
      told = true;
      eventBus.publish(new DataHoverEvent({ point: { time: now.time } }));
    } else if (told) {
      told = false;
      eventBus.publish(new DataHoverClearEvent());
    }
  };
  return {
    point(time: number | null) {
      if (time === null && !moment.get()?.own) {
        return;
      }
      moment.set(time === null ? null : { time, own: true, tooltip: false });
      waiting ||= requestAnimationFrame(tell);
    },
    leave() {
      cancelAnimationFrame(waiting);
      moment.set(null);
      tell();
    },
  };
}
