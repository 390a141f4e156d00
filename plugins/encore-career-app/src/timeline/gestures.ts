import { type DragAction, type Range, type WheelAction } from './types';
import { type RangeControl } from './useRange';
import { panBy, zoomAt } from './zoom';

interface Point {
  x: number;
  y: number;
}

export interface Handlers {
  /** The pointer rests at a point of the plot, px from its top left; null when it has left or drags. */
  onHover(at: Point | null): void;
  onClick(at: Point): void;
  onDoubleClick(at: Point): void;
  /** A range is being selected between two px of the plot; null when that was given up. */
  onBrush(span: [number, number] | null): void;
  /** A range has been selected. */
  onSelect(span: [number, number]): void;
}

interface State {
  control: RangeControl;
  handlers: Handlers;
  wheel: WheelAction;
  drag: DragAction;
}

const MOVED = 4;

/** What a drag does: the setting, or the other with Shift; a finger always pans, since it scrolls as well. */
export function dragAction(
  drag: DragAction,
  { shiftKey, pointerType }: Pick<PointerEvent, 'shiftKey' | 'pointerType'>
) {
  if (pointerType === 'touch') {
    return 'pan';
  }
  return (drag === 'select') === !shiftKey ? 'select' : 'pan';
}

/**
 * Listens to an element: the wheel and two fingers zoom at the pointer, Shift with the wheel pans, a drag selects a
 * range or pans, Escape gives a selection up.
 * @returns ends it
 */
export function gestures(el: HTMLElement, now: () => State): () => void {
  const fingers = new Map<number, Point>();
  let start: { x: number; range: Range; spread: number; action: DragAction } | null = null;
  let moved = false;
  const size = () => el.getBoundingClientRect();
  // A scaled panel is wider on screen than in its own px.
  const scale = (width: number) => width / Math.max(el.offsetWidth, 1) || 1;
  const point = (e: MouseEvent) => {
    const box = size();
    const by = scale(box.width);
    return { x: (e.clientX - box.left) / by, y: (e.clientY - box.top) / by, width: Math.max(box.width / by, 1) };
  };
  const spread = () => {
    const [a, b] = [...fingers.values()];
    return b ? Math.abs(a.x - b.x) : 0;
  };
  const begin = (x: number, action: DragAction) => {
    start = { x, range: now().control.range, spread: spread(), action };
  };
  const onWheel = (e: WheelEvent) => {
    const { control, wheel, handlers } = now();
    if (wheel === 'off' || (wheel === 'ctrl' && !e.ctrlKey && !e.metaKey && !e.shiftKey)) {
      return;
    }
    e.preventDefault();
    handlers.onHover(null);
    const { x, width } = point(e);
    const sideways = e.shiftKey || Math.abs(e.deltaX) > Math.abs(e.deltaY);
    if (sideways) {
      return control.preview(panBy(control.range, ((e.deltaX || e.deltaY) / width) * 0.8));
    }
    const speed = e.ctrlKey ? 0.01 : 0.0016;
    const perLine = e.deltaMode === 1 ? 30 : 1;
    const factor = Math.exp(Math.max(-0.6, Math.min(0.6, e.deltaY * perLine * speed)));
    control.preview(zoomAt(control.range, x / width, factor));
  };
  const onDown = (e: PointerEvent) => {
    if (e.button !== 0) {
      return;
    }
    const at = point(e);
    fingers.set(e.pointerId, at);
    moved = fingers.size > 1;
    begin(at.x, fingers.size > 1 ? 'pan' : dragAction(now().drag, e));
  };
  const onMove = (e: PointerEvent) => {
    const at = point(e);
    const { control, handlers } = now();
    if (!fingers.has(e.pointerId) || !start) {
      return e.pointerType === 'touch' || fingers.has(e.pointerId) ? undefined : handlers.onHover(at);
    }
    fingers.set(e.pointerId, at);
    if (!moved && Math.abs(at.x - start.x) < MOVED) {
      return;
    }
    if (!moved) {
      el.setPointerCapture?.(e.pointerId);
      moved = true;
      handlers.onHover(null);
    }
    if (fingers.size > 1 && start.spread > 0) {
      const [a, b] = [...fingers.values()];
      return control.preview(zoomAt(start.range, (a.x + b.x) / 2 / at.width, start.spread / Math.max(spread(), 20)));
    }
    return start.action === 'select'
      ? handlers.onBrush(between(start.x, at.x, at.width))
      : control.preview(panBy(start.range, (start.x - at.x) / at.width));
  };
  const onUp = (e: PointerEvent) => {
    const held = fingers.delete(e.pointerId);
    const { handlers } = now();
    const at = point(e);
    if (held && !moved && e.type === 'pointerup') {
      handlers.onClick(at);
    } else if (held && start?.action === 'select' && fingers.size === 0) {
      handlers.onBrush(null);
      const span = between(start.x, at.x, at.width);
      if (e.type === 'pointerup' && span[1] - span[0] >= MOVED) {
        handlers.onSelect(span);
      }
    }
    start = null;
    if (fingers.size > 0) {
      begin([...fingers.values()][0].x, 'pan');
    }
  };
  const onKey = (e: KeyboardEvent) => {
    if (e.key === 'Escape' && start?.action === 'select' && moved) {
      e.stopPropagation();
      start = null;
      now().handlers.onBrush(null);
    }
  };
  const onLeave = () => fingers.size === 0 && now().handlers.onHover(null);
  const onDouble = (e: MouseEvent) => now().handlers.onDoubleClick(point(e));

  const ended = new AbortController();
  const { signal } = ended;
  el.addEventListener('wheel', onWheel, { passive: false, signal });
  el.addEventListener('pointerdown', onDown, { signal });
  el.addEventListener('pointermove', onMove, { signal });
  el.addEventListener('pointerup', onUp, { signal });
  el.addEventListener('pointercancel', onUp, { signal });
  el.addEventListener('pointerleave', onLeave, { signal });
  el.addEventListener('dblclick', onDouble, { signal });
  document.addEventListener('keydown', onKey, { capture: true, signal });
  return () => ended.abort();
}

/** Both ends of a selection in their order, within the plot. */
function between(a: number, b: number, width: number): [number, number] {
  const [x0, x1] = a < b ? [a, b] : [b, a];
  return [Math.max(x0, 0), Math.min(x1, width)];
}
