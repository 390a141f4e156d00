import { type BusEvent, DashboardCursorSync, DataHoverClearEvent, DataHoverEvent, EventBusSrv } from '@grafana/data';
import { PanelContextProvider } from '@grafana/ui';
import { act, renderHook } from '@testing-library/react';
import React, { type ReactNode } from 'react';
import { useCrosshair } from './useCrosshair';

/** Gives an event the sender's bus as its origin, as the dashboard does. */
class PanelBus extends EventBusSrv {
  constructor(private readonly shared: EventBusSrv) {
    super();
  }
  override publish<T extends BusEvent>(event: T): void {
    Object.assign(event, { origin: this });
    this.shared.publish(event);
  }
  override getStream: EventBusSrv['getStream'] = (type) => this.shared.getStream(type);
}

function panel(mode: DashboardCursorSync) {
  const shared = new EventBusSrv();
  const other = new PanelBus(shared);
  const heard: Array<number | null | undefined> = [];
  shared.getStream(DataHoverEvent).subscribe(({ payload }) => heard.push(payload.point.time));
  shared.getStream(DataHoverClearEvent).subscribe(() => heard.push(null));
  const context = { eventsScope: 'test', eventBus: new PanelBus(shared), sync: () => mode };
  const wrapper = ({ children }: { children: ReactNode }) => (
    <PanelContextProvider value={context}>{children}</PanelContextProvider>
  );
  const { result, unmount } = renderHook(useCrosshair, { wrapper });
  return { crosshair: () => result.current, other, heard, unmount };
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

describe('useCrosshair', () => {
  it.each([
    [DashboardCursorSync.Crosshair, false],
    [DashboardCursorSync.Tooltip, true],
  ])('follows the other panels in mode %s', (mode, tooltip) => {
    const { crosshair, other } = panel(mode);
    act(() => other.publish(new DataHoverEvent({ point: { time: 1000 } })));
    expect(crosshair().moment.get()).toEqual({ time: 1000, own: false, tooltip });
    act(() => other.publish(new DataHoverClearEvent()));
    expect(crosshair().moment.get()).toBeNull();
  });

  it('does not where the dashboard shares no cursor', () => {
    const { crosshair, other } = panel(DashboardCursorSync.Off);
    act(() => other.publish(new DataHoverEvent({ point: { time: 1000 } })));
    expect(crosshair().moment.get()).toBeNull();
  });

  it('tells the others where its pointer is, once a frame, and that it has left', async () => {
    const { crosshair, heard } = panel(DashboardCursorSync.Crosshair);
    crosshair().point(1);
    crosshair().point(2);
    expect(crosshair().moment.get()).toEqual({ time: 2, own: true, tooltip: false });
    await frame();
    crosshair().point(null);
    await frame();
    expect(heard).toEqual([2, null]);
  });

  it('leaves nothing behind when it goes', async () => {
    const { crosshair, heard, unmount } = panel(DashboardCursorSync.Crosshair);
    crosshair().point(5);
    await frame();
    unmount();
    expect(heard).toEqual([5, null]);
  });
});
