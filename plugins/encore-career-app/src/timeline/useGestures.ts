import { usePanelContext } from '@grafana/ui';
import { markAt } from './hit';
import { type LaneScene } from './scene';
import { type Store } from './store';
import { type DragAction, type WheelAction } from './types';
import { type ActiveControl } from './useActive';
import { type Crosshair } from './useCrosshair';
import { zoomsTo } from './useKeys';
import { usePointer } from './usePointer';
import { type RangeControl } from './useRange';
import { padded, timeAt, zoomAt } from './zoom';

interface Parts {
  near: readonly LaneScene[];
  active: ActiveControl;
  control: RangeControl;
  crosshair: Crosshair;
  /** The selection under way, px. */
  brush: Store<[number, number] | null>;
  width: number;
  wheel: WheelAction;
  drag: DragAction;
}

/** What the pointer does on the plot: looks at marks, opens and expands them, selects a range, zooms and pans. */
export function useGestures(plot: HTMLElement | null, parts: Parts): void {
  const { near, active, control, crosshair, brush, width, wheel, drag } = parts;
  const { range } = control;
  const { onSelectRange } = usePanelContext();
  const time = (x: number) => timeAt(x, width, range);
  usePointer(
    plot,
    control,
    { wheel, drag },
    {
      onHover(at) {
        crosshair.point(at && time(at.x));
        active.hover(at && markAt(near, at.x, at.y));
      },
      onClick(at) {
        const hit = markAt(near, at.x, at.y);
        return hit?.mark.jump ? control.commit(hit.mark.jump) : active.pin(hit);
      },
      onDoubleClick(at) {
        const hit = markAt(near, at.x, at.y);
        active.clear();
        control.commit(hit && zoomsTo(hit.mark) ? padded(hit.mark) : zoomAt(range, at.x / width, 0.5));
      },
      onBrush: brush.set,
      onSelect([x0, x1]) {
        const [from, to] = [time(x0), time(x1)];
        active.clear();
        // Where Grafana has another use for a selection, it gets it; else the dashboard zooms.
        return onSelectRange ? onSelectRange([{ x: { from, to } }]) : control.commit({ from, to });
      },
    }
  );
}
