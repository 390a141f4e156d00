/** A wish for a place on a vertical rail. */
export interface RailWish {
  /** wished centre in pixels */
  y: number;
  /** kept longer when there is no room for all; higher = more important */
  weight: number;
}

/**
 * Pushes labels on a rail apart with the least movement: none nearer than `gap`, all within `min` and `max`, in the
 * order of their wishes. Where they can't all fit the least important ones get no place.
 * Source: isotonic regression by pooling adjacent violators (Barlow et al. 1972) on y minus i times gap.
 * @returns the centre of each wish, or undefined for one that was left out
 */
export function pushApart(wishes: RailWish[], gap: number, min: number, max: number): Array<number | undefined> {
  const room = max >= min ? Math.floor((max - min) / gap + 1e-9) + 1 : 0;
  const kept = wishes
    .map((wish, index) => ({ ...wish, index }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, room)
    .sort((a, b) => a.y - b.y || a.index - b.index);
  const pools: Array<{ sum: number; count: number }> = [];
  kept.forEach(({ y }, i) => {
    pools.push({ sum: y - i * gap, count: 1 });
    while (pools.length > 1 && mean(pools[pools.length - 2]) > mean(pools[pools.length - 1])) {
      const last = pools.pop()!;
      const before = pools[pools.length - 1];
      before.sum += last.sum;
      before.count += last.count;
    }
  });
  const levels = pools.flatMap((pool) => Array<number>(pool.count).fill(mean(pool)));
  const highest = max - (kept.length - 1) * gap;
  const placed = new Array<number | undefined>(wishes.length).fill(undefined);
  kept.forEach(({ index }, i) => {
    placed[index] = Math.max(min, Math.min(levels[i], highest)) + i * gap;
  });
  return placed;
}

const mean = ({ sum, count }: { sum: number; count: number }) => sum / count;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function overlaps(a: Box, b: Box, clear = 0): boolean {
  return (
    a.x < b.x + b.width + clear &&
    b.x < a.x + a.width + clear &&
    a.y < b.y + b.height + clear &&
    b.y < a.y + a.height + clear
  );
}

/** A text beside a mark: tries the places in order and takes the first that is free. */
export interface TextWish<B extends Box = Box> {
  places: B[];
  weight: number;
}

/**
 * Gives each text its first place that lies within the bounds and touches neither an obstacle nor a text placed before;
 * the most important text chooses first. A text without a free place is left out.
 * @param blocked further test of a place, e.g. against a line
 */
export function placeTexts<B extends Box>(
  wishes: Array<TextWish<B>>,
  bounds: Box,
  obstacles: Box[],
  blocked: (box: Box) => boolean = () => false,
  most = Infinity
): Array<B | undefined> {
  const taken: Box[] = [];
  const placed = new Array<B | undefined>(wishes.length).fill(undefined);
  const order = wishes.map((_, i) => i).sort((a, b) => wishes[b].weight - wishes[a].weight || a - b);
  for (const i of order) {
    const free = wishes[i].places.find(
      (box) =>
        inside(box, bounds) && ![...obstacles, ...taken].some((other) => overlaps(box, other, 2)) && !blocked(box)
    );
    if (free && taken.length < most) {
      taken.push(free);
      placed[i] = free;
    }
  }
  return placed;
}

function inside(box: Box, bounds: Box) {
  return (
    box.x >= bounds.x &&
    box.y >= bounds.y &&
    box.x + box.width <= bounds.x + bounds.width &&
    box.y + box.height <= bounds.y + bounds.height
  );
}

/** Whether a polyline runs through a box; pixels, NaN breaks the line. */
export function crossesLine(box: Box, xs: ArrayLike<number>, ys: ArrayLike<number>): boolean {
  const right = box.x + box.width;
  for (let i = 1; i < xs.length; i++) {
    if (xs[i] < box.x || xs[i - 1] > right || !isFinite(ys[i]) || !isFinite(ys[i - 1])) {
      continue;
    }
    const at = (x: number) => ys[i - 1] + ((ys[i] - ys[i - 1]) * (x - xs[i - 1])) / (xs[i] - xs[i - 1] || 1);
    const a = at(Math.max(box.x, xs[i - 1]));
    const b = at(Math.min(right, xs[i]));
    if (Math.min(a, b) < box.y + box.height && Math.max(a, b) > box.y) {
      return true;
    }
  }
  return false;
}
