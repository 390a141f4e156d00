/** A named place on the axis: its x, the width of its label. */
export interface Stop {
  x: number;
  width: number;
}

export interface StopPlace {
  side: 'above' | 'below';
  /** 0 is next to the axis. */
  row: number;
  /** The label ends at x instead of starting there. */
  flipped: boolean;
}

export interface StopBounds {
  width: number;
  nowX: number | null;
  rowsAbove: number;
  rowsBelow: number;
}

interface Taken {
  x: number;
  from: number;
  to: number;
  row: number;
}

const GAP = 5;
const LEAD = 4;

/** The lowest row where neither the label meets another nor a leader crosses a label; -1 if there is none. */
function lowestRow(x: number, from: number, to: number, start: number, rows: number, taken: readonly Taken[]): number {
  for (let row = start; row < rows; row++) {
    const clear = taken.every((other) => {
      const meets = other.row === row && from < other.to + GAP && other.from < to + GAP;
      const otherLeaderHitsMe = other.row >= row && other.x > from - GAP && other.x < to + GAP;
      const myLeaderHitsOther = row >= other.row && x > other.from - 2 && x < other.to + 2;
      return !meets && !otherLeaderHitsMe && !myLeaderHitsOther;
    });
    if (clear) {
      return row;
    }
  }
  return -1;
}

/**
 * Rows for labels of stops on both sides of an axis. Stops alternate above and below; going from the last to the first,
 * each takes the row just above what its successors need (a cascade), so that no leader crosses a label.
 * @param stops ascending by x
 * @returns a place each, null where there is no room for the label
 */
export function placeStops(stops: readonly Stop[], bounds: StopBounds): Array<StopPlace | null> {
  const taken = { above: [] as Taken[], below: [] as Taken[] };
  const rows = { above: bounds.rowsAbove, below: bounds.rowsBelow };
  const out: Array<StopPlace | null> = stops.map(() => null);
  for (let i = stops.length - 1; i >= 0; i--) {
    const { x, width } = stops[i];
    const end = x + LEAD + width;
    const crossesNow = bounds.nowX !== null && x <= bounds.nowX && end > bounds.nowX - 2;
    const flipped = end > bounds.width || crossesNow;
    const [from, to] = flipped ? [x - LEAD - width, x] : [x, end];
    const first = i % 2 === 0 ? ('above' as const) : ('below' as const);
    const second = first === 'above' ? ('below' as const) : ('above' as const);
    const sides = rows.below > 0 ? 2 : 1;
    // A label that ends at its leader lies over the stops before it; they need the rows below it.
    const under = (at: number, edge: number, shared: number) => {
      let n = 0;
      while (at - n > 0 && stops[at - n - 1].x > edge - GAP) {
        n++;
      }
      return Math.ceil(n / shared);
    };
    for (const side of rows.below > 0 ? [first, second] : ['above' as const]) {
      const start = flipped ? Math.min(under(i, from, sides), rows[side] - 1) : 0;
      const row = from < 0 ? -1 : lowestRow(x, from, to, start, rows[side], taken[side]);
      if (row >= 0) {
        taken[side].push({ x, from, to, row });
        out[i] = { side, row, flipped };
        break;
      }
    }
  }
  return out;
}

/**
 * Neighbouring nights in one place, none more than `within` ms after the one before, as one stop.
 * @param times ascending
 * @param places the place of each night
 * @returns the positions of each stop's nights; together every night once, stops by their first night
 */
export function groupStops(times: readonly number[], places: readonly string[], within: number): number[][] {
  const out: number[][] = [];
  const open = new Map<string, number[]>();
  for (let i = 0; i < times.length; i++) {
    const stop = open.get(places[i]);
    if (stop && times[i] - times[stop[stop.length - 1]] <= within) {
      stop.push(i);
    } else {
      const made = [i];
      open.set(places[i], made);
      out.push(made);
    }
  }
  return out;
}
