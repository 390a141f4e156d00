const GRID = 12;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * The minimum of a function of one bounded variable: the best point of a grid, then golden sections around it.
 * @param tolerance  width of the last interval
 */
export function minimiseOnLine(cost: (x: number) => number, low: number, high: number, tolerance = 1e-3): number {
  const step = (high - low) / GRID;
  let best = low;
  let least = Infinity;
  for (let point = 0; point <= GRID; point++) {
    const found = cost(low + point * step);
    if (found < least) {
      [best, least] = [low + point * step, found];
    }
  }
  let left = Math.max(low, best - step);
  let right = Math.min(high, best + step);
  let inner = [right - GOLDEN * (right - left), left + GOLDEN * (right - left)] as [number, number];
  let costs = [cost(inner[0]), cost(inner[1])] as [number, number];
  while (right - left > tolerance) {
    if (costs[0] < costs[1]) {
      right = inner[1];
      const next = right - GOLDEN * (right - left);
      [inner, costs] = [
        [next, inner[0]],
        [cost(next), costs[0]],
      ];
    } else {
      left = inner[0];
      const next = left + GOLDEN * (right - left);
      [inner, costs] = [
        [inner[1], next],
        [costs[1], cost(next)],
      ];
    }
  }
  return Math.min(...costs) < least ? (left + right) / 2 : best;
}
