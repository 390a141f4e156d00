export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Size {
  width: number;
  height: number;
}

/**
 * Finds a place beside an anchor, `gap` pixels away, from the anchor's lower edge down where the window has room, so that
 * what lies at the anchor's height stays in sight. Inside the window; never over the anchor where one side has room.
 * All numbers are window pixels.
 */
export function placeTooltip(
  anchor: Rect,
  tip: Size,
  window: Size,
  prefer: 'left' | 'right',
  gap = 12
): { x: number; y: number } {
  const margin = 4;
  const left = anchor.x - gap - tip.width;
  const right = anchor.x + anchor.width + gap;
  const fitsLeft = left >= margin;
  const fitsRight = right + tip.width <= window.width - margin;
  const y = clamp(anchor.y + anchor.height, margin, window.height - tip.height - margin);
  if (fitsLeft && (prefer === 'left' || !fitsRight)) {
    return { x: left, y };
  }
  if (fitsRight) {
    return { x: right, y };
  }
  const x = clamp(anchor.x + anchor.width / 2 - tip.width / 2, margin, window.width - tip.width - margin);
  const below = anchor.y + anchor.height + gap;
  const above = anchor.y - gap - tip.height;
  return { x, y: above >= margin ? above : clamp(below, margin, window.height - tip.height - margin) };
}

function clamp(value: number, low: number, high: number) {
  return Math.max(low, Math.min(value, high));
}
