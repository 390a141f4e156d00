/** A mark that wants a row: its extent in px and the width of its label with the gap before it (0 = none). */
export interface Packable {
  x0: number;
  x1: number;
  label: number;
  /** Its label fits into the bar itself. */
  inside?: boolean;
  /** Higher goes first; equal ones in the given order. */
  priority: number;
}

export type Side = 'right' | 'left' | 'inside' | 'none';

export interface Place {
  row: number;
  side: Side;
}

export interface PackBounds {
  width: number;
  /** The now line, which no label may cross; null when it is out of view. */
  nowX: number | null;
  /** Rows for bars with labels; bars alone may use one more. */
  maxRows: number;
  /** Rects of row 0 that are taken, e.g. by "26 earlier". */
  taken?: Array<[number, number]>;
  gap?: number;
}

/** Intervals of one row, kept sorted, none overlapping another. */
class Row {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  private after(x: number): number {
    let [low, high] = [0, this.starts.length];
    while (low < high) {
      const mid = (low + high) >> 1;
      if (this.starts[mid] < x) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  free(x0: number, x1: number, gap: number): boolean {
    const i = this.after(x1 + gap);
    return i === 0 || this.ends[i - 1] + gap <= x0;
  }

  add(x0: number, x1: number): void {
    const i = this.after(x0);
    this.starts.splice(i, 0, x0);
    this.ends.splice(i, 0, x1);
  }
}

/** A bar without a name may come as close to a bar as 2 px, but not to a name. */
const LABEL_GAP = 3;

const crosses = (x0: number, x1: number, nowX: number | null) => nowX !== null && x0 < nowX + 3 && x1 > nowX - 3;

function sideOf(item: Packable, { width, nowX }: PackBounds): Side {
  if (item.inside) {
    return 'inside';
  }
  if (item.label === 0) {
    return 'none';
  }
  if (item.x1 + item.label <= width && !crosses(item.x1 + 3, item.x1 + item.label, nowX)) {
    return 'right';
  }
  return item.x0 - item.label >= 0 && !crosses(item.x0 - item.label, item.x0 - 3, nowX) ? 'left' : 'none';
}

/**
 * Rows for marks so that neither bars nor labels overlap. Labels go to the right of the mark, to the left only where
 * the right would cross the now line or the edge; those go first, then by priority. Without room the label goes, the
 * bar stays; a bar without any room gets null and is drawn in a cluster.
 */
export function pack(items: readonly Packable[], bounds: PackBounds): { places: Array<Place | null>; rows: number } {
  const gap = bounds.gap ?? 6;
  const rows = Array.from({ length: bounds.maxRows + 1 }, () => new Row());
  bounds.taken?.forEach(([x0, x1]) => rows[0].add(x0, x1));
  const sides = items.map((item) => sideOf(item, bounds));
  const order = items.map((_, i) => i);
  const rank = (i: number) => (sides[i] === 'left' ? 1 : 0);
  order.sort((a, b) => rank(b) - rank(a) || items[b].priority - items[a].priority || a - b);
  const places: Array<Place | null> = items.map(() => null);
  let used = 0;
  const put = (i: number, side: Side, count: number): boolean => {
    const item = items[i];
    const x0 = side === 'left' ? item.x0 - item.label : item.x0;
    const x1 = side === 'right' ? item.x1 + item.label : item.x1;
    const clear = side === 'none' || side === 'inside' ? Math.min(gap, 2) : gap;
    const row = rows.slice(0, count).findIndex((r) => r.free(x0, x1, clear));
    if (row < 0) {
      return false;
    }
    rows[row].add(side === 'left' ? x0 - LABEL_GAP : x0, side === 'right' ? x1 + LABEL_GAP : x1);
    places[i] = { row, side };
    used = Math.max(used, row + 1);
    return true;
  };
  for (const i of order) {
    const labelled = sides[i] !== 'none' && put(i, sides[i], bounds.maxRows);
    if (!labelled) {
      put(i, sides[i] === 'inside' ? 'inside' : 'none', bounds.maxRows + 1);
    }
  }
  return { places, rows: used };
}
