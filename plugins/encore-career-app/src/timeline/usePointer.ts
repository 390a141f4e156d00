import { useEffect, useRef } from 'react';
import { type RangeControl } from './useRange';
import { type Range, type WheelAction } from './types';
import { panBy, zoomAt } from './zoom';

export interface PointerHandlers {
  /** The pointer rests at a point of the plot, px from its top left; null when it has left. */
  onHover(at: { x: number; y: number } | null): void;
  onClick(at: { x: number; y: number }): void;
  onDoubleClick(at: { x: number; y: number }): void;
}

const MOVED = 4;

/**
 * Wheel, pinch and drag on the plot: the wheel and two fingers zoom at the pointer, one finger or the mouse pans, Shift
 * with the wheel pans. Native listeners, since React's wheel listener cannot keep the page from scrolling.
 */
export function usePointer(
  el: HTMLElement | null,
  control: RangeControl,
  wheel: WheelAction,
  handlers: PointerHandlers
): void {
  const now = useRef({ control, wheel, handlers });
  useEffect(() => {
    now.current = { control, wheel, handlers };
  });

  useEffect(() => {
    if (!el) {
      return;
    }
    const fingers = new Map<number, { x: number; y: number }>();
    let start: { x: number; range: Range; spread: number } | null = null;
    let moved = false;
    const point = (e: MouseEvent) => {
      const box = el.getBoundingClientRect();
      return { x: e.clientX - box.left, y: e.clientY - box.top, width: Math.max(box.width, 1) };
    };
    const spread = () => {
      const [a, b] = [...fingers.values()];
      return b ? Math.abs(a.x - b.x) : 0;
    };
    const begin = (x: number) => {
      start = { x, range: now.current.control.range, spread: spread() };
    };
    const onWheel = (e: WheelEvent) => {
      const { control, wheel } = now.current;
      if (wheel === 'off' || (wheel === 'ctrl' && !e.ctrlKey && !e.metaKey)) {
        return;
      }
      e.preventDefault();
      now.current.handlers.onHover(null);
      const { x, width } = point(e);
      const sideways = e.shiftKey || Math.abs(e.deltaX) > Math.abs(e.deltaY);
      if (sideways) {
        return control.preview(panBy(control.range, ((e.deltaX || e.deltaY) / width) * 0.8));
      }
      const speed = e.ctrlKey ? 0.01 : 0.0016;
      const scale = e.deltaMode === 1 ? 30 : 1;
      const factor = Math.exp(Math.max(-0.6, Math.min(0.6, e.deltaY * scale * speed)));
      control.preview(zoomAt(control.range, x / width, factor));
    };
    const onDown = (e: PointerEvent) => {
      if (e.button !== 0) {
        return;
      }
      const at = point(e);
      fingers.set(e.pointerId, at);
      moved = fingers.size > 1;
      begin(at.x);
    };
    const onMove = (e: PointerEvent) => {
      const at = point(e);
      if (!fingers.has(e.pointerId) || !start) {
        return e.pointerType === 'touch' ? undefined : now.current.handlers.onHover(at);
      }
      fingers.set(e.pointerId, at);
      if (!moved && Math.abs(at.x - start.x) < MOVED) {
        return;
      }
      if (!moved) {
        el.setPointerCapture?.(e.pointerId);
        moved = true;
        now.current.handlers.onHover(null);
      }
      if (fingers.size > 1 && start.spread > 0) {
        const [a, b] = [...fingers.values()];
        return now.current.control.preview(
          zoomAt(start.range, (a.x + b.x) / 2 / at.width, start.spread / Math.max(spread(), 20))
        );
      }
      now.current.control.preview(panBy(start.range, (start.x - at.x) / at.width));
    };
    const onUp = (e: PointerEvent) => {
      const held = fingers.delete(e.pointerId);
      if (held && !moved && e.type === 'pointerup') {
        now.current.handlers.onClick(point(e));
      }
      start = null;
      if (fingers.size > 0) {
        begin([...fingers.values()][0].x);
      }
    };
    const onLeave = () => fingers.size === 0 && now.current.handlers.onHover(null);
    const onDouble = (e: MouseEvent) => now.current.handlers.onDoubleClick(point(e));
    el.addEventListener('wheel', onWheel, { passive: false });
    el.addEventListener('pointerdown', onDown);
    el.addEventListener('pointermove', onMove);
    el.addEventListener('pointerup', onUp);
    el.addEventListener('pointercancel', onUp);
    el.addEventListener('pointerleave', onLeave);
    el.addEventListener('dblclick', onDouble);
    return () => {
      el.removeEventListener('wheel', onWheel);
      el.removeEventListener('pointerdown', onDown);
      el.removeEventListener('pointermove', onMove);
      el.removeEventListener('pointerup', onUp);
      el.removeEventListener('pointercancel', onUp);
      el.removeEventListener('pointerleave', onLeave);
      el.removeEventListener('dblclick', onDouble);
    };
  }, [el]);
}
