import { type Box } from './scene';

const GAP = 8;
const EDGE = 4;

/**
 * Where a tooltip goes: below, above, right or left of what it explains, the first that fits the window and covers
 * neither the mark nor its label.
 */
export function placeTooltip(
  mark: Box,
  label: Box | undefined,
  size: { width: number; height: number },
  view: { width: number; height: number }
): { left: number; top: number } {
  const all: Box = label
    ? {
        x0: Math.min(mark.x0, label.x0),
        x1: Math.max(mark.x1, label.x1),
        y0: Math.min(mark.y0, label.y0),
        y1: Math.max(mark.y1, label.y1),
      }
    : mark;
  const clampX = (x: number) => Math.max(EDGE, Math.min(x, view.width - size.width - EDGE));
  const clampY = (y: number) => Math.max(EDGE, Math.min(y, view.height - size.height - EDGE));
  const middle = (mark.x0 + mark.x1) / 2;
  const below = { left: clampX(middle + GAP), top: all.y1 + GAP };
  const above = { left: clampX(middle + GAP), top: all.y0 - GAP - size.height };
  const right = { left: all.x1 + GAP, top: clampY(mark.y0) };
  const left = { left: all.x0 - GAP - size.width, top: clampY(mark.y0) };
  if (below.top + size.height <= view.height - EDGE) {
    return below;
  }
  if (above.top >= EDGE) {
    return above;
  }
  if (right.left + size.width <= view.width - EDGE) {
    return right;
  }
  return left.left >= EDGE ? left : { left: below.left, top: clampY(below.top) };
}
