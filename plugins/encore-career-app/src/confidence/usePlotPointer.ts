import { useCallback, useRef, useState } from 'react';

import { type Layout } from './layout';
import { type Hover } from './useHover';

interface Args {
  layout: Layout;
  nearest: (time: number) => number | undefined;
  point: (next: Omit<Hover, 'pinned'> | undefined) => void;
  /** toggles the pinned tooltip */
  onClick: () => void;
  onZoom: (from: number, to: number) => void;
  onReset: () => void;
}

/** A span that is being dragged, in pixels of the drawing. */
export interface Drag {
  from: number;
  to: number;
}

const LEAST_DRAG = 6;

/** Pointing shows a month, a drag zooms the dashboard to a span, a click pins the tooltip, a double click resets. */
export function usePlotPointer({ layout, nearest, point, onClick, onZoom, onReset }: Args) {
  const [drag, setDrag] = useState<Drag | undefined>();
  const start = useRef<number | undefined>(undefined);
  const { plot, timeAt } = layout;

  const xOf = useCallback(
    (event: React.PointerEvent<SVGSVGElement>) => {
      const box = event.currentTarget.getBoundingClientRect();
      const x = event.clientX - box.left;
      return {
        y: event.clientY - box.top,
        inside: x >= plot.left - 8 && x <= plot.right + 8,
        clamped: Math.max(plot.left, Math.min(x, plot.right)),
      };
    },
    [plot]
  );

  const onPointerMove = (event: React.PointerEvent<SVGSVGElement>) => {
    const { inside, clamped, y } = xOf(event);
    if (start.current !== undefined && Math.abs(clamped - start.current) >= LEAST_DRAG) {
      setDrag({ from: start.current, to: clamped });
      point(undefined);
      return;
    }
    const time = inside ? nearest(timeAt(clamped)) : undefined;
    point(time === undefined ? undefined : { time, from: 'pointer', pointerY: y });
  };

  const onPointerDown = (event: React.PointerEvent<SVGSVGElement>) => {
    const { inside, clamped } = xOf(event);
    if (event.button === 0 && inside) {
      start.current = clamped;
      event.currentTarget.setPointerCapture?.(event.pointerId);
    }
  };

  const onPointerUp = () => {
    const began = start.current;
    start.current = undefined;
    if (drag) {
      const [from, to] = [drag.from, drag.to].sort((a, b) => a - b);
      setDrag(undefined);
      onZoom(timeAt(from), timeAt(to));
    } else if (began !== undefined) {
      onClick();
    }
  };

  const onPointerLeave = () => {
    if (start.current === undefined) {
      point(undefined);
    }
  };

  const onPointerCancel = () => {
    start.current = undefined;
    setDrag(undefined);
  };

  return {
    drag,
    handlers: { onPointerMove, onPointerDown, onPointerUp, onPointerLeave, onPointerCancel, onDoubleClick: onReset },
  };
}
