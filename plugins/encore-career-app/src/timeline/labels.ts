import { type Measure } from '../common/measure';

/** The text itself, or its beginning with an ellipsis so that it is no wider than `max`. */
export function ellipsis(text: string, max: number, size: number, measure: Measure): string {
  if (measure(text, size) <= max) {
    return text;
  }
  let [low, high] = [0, text.length];
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if (measure(`${text.slice(0, mid).trimEnd()}…`, size) <= max) {
      low = mid;
    } else {
      high = mid - 1;
    }
  }
  return low === 0 ? '' : `${text.slice(0, low).trimEnd()}…`;
}

/** A text that wants to stand centred at x. */
export interface Centred {
  x: number;
  width: number;
  weight: number;
}

/**
 * Which of the centred texts can be drawn without coming closer than `gap` to another: the heaviest first.
 * @returns the centre of each, pushed in from the edges, or null where it is left out
 */
export function placeCentred(texts: readonly Centred[], total: number, gap = 3.5): Array<number | null> {
  const order = texts.map((_, i) => i).sort((a, b) => texts[b].weight - texts[a].weight || a - b);
  const boxes: Array<[number, number]> = [];
  const out: Array<number | null> = texts.map(() => null);
  for (const i of order) {
    const { x, width } = texts[i];
    const centre = Math.min(Math.max(x, width / 2), total - width / 2);
    const [x0, x1] = [centre - width / 2, centre + width / 2];
    if (boxes.every(([b0, b1]) => x1 + gap <= b0 || b1 + gap <= x0)) {
      boxes.push([x0, x1]);
      out[i] = centre;
    }
  }
  return out;
}
