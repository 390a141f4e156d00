import { forecast } from './forecast.ts';
import { PROBABILITIES, quantilesOf, valueAt } from './quantiles.ts';
import { normal } from './random.ts';
import { dependenceWithin, redrawPaths } from './redraw.ts';
import type { Distribution } from './types.ts';

const HORIZON = 24;

/** Paths whose errors grow and hang together: a common part and a part that fades. */
function drawn(common: number, decay: number, count = 4000): Float64Array[] {
  const next = normal(7);
  return Array.from({ length: count }, () => {
    const shared = next();
    let fading = next();
    return Float64Array.from({ length: HORIZON }, (_, step) => {
      if (step > 0) fading = decay * fading + Math.sqrt(1 - decay * decay) * next();
      const error = Math.sqrt(common) * shared + Math.sqrt(1 - common) * fading;
      return 100 * Math.exp(0.15 * (step + 1) ** 0.35 * error);
    });
  });
}

function distributionOf(paths: readonly Float64Array[], horizon: number): Distribution {
  const rows = Array.from({ length: horizon }, (_, step) => step);
  const sorted = (of: (path: Float64Array) => number) => quantilesOf(Float64Array.from(paths, of).sort());
  return {
    steps: rows.map((step) => sorted((path) => path[step]!)),
    totals: rows.map((step) => sorted((path) => path.subarray(0, step + 1).reduce((sum, value) => sum + value, 0))),
  };
}

const sums = (paths: readonly Float64Array[]) =>
  Float64Array.from(paths, (path) => path.reduce((sum, value) => sum + value, 0)).sort();
const width = (quantiles: ArrayLike<number>) => valueAt(quantiles, 0.9) - valueAt(quantiles, 0.1);

describe('redrawPaths', () => {
  it.each([
    [0, 0],
    [0.2, 0.5],
    [0.5, 0.8],
    [0.8, 0.2],
  ])('gives sums as wide as those of the paths behind, common part %d and fading %d', (common, decay) => {
    const distribution = distributionOf(drawn(common, decay), HORIZON);
    const paths = redrawPaths(distribution.steps, dependenceWithin(distribution), 2000, 1);
    const found = quantilesOf(sums(paths));
    const wanted = distribution.totals[HORIZON - 1]!;
    expect(Math.abs(width(found) / width(wanted) - 1)).toBeLessThan(0.07);
    expect(Math.abs(valueAt(found, 0.5) / valueAt(wanted, 0.5) - 1)).toBeLessThan(0.02);
  });

  it('keeps to the quantiles of every step exactly', () => {
    const { steps, totals } = distributionOf(drawn(0.3, 0.6), HORIZON);
    const paths = redrawPaths(steps, dependenceWithin({ steps, totals }), 1000, 1);
    const column = quantilesOf(Float64Array.from(paths, (path) => path[11]!).sort());
    PROBABILITIES.slice(1, -1).forEach((_, at) =>
      expect(Math.abs(column[at + 1]! / steps[11]![at + 1]! - 1)).toBeLessThan(0.005)
    );
  });

  it('is the same for the same seed and another for another', () => {
    const { steps } = distributionOf(drawn(0.3, 0.6, 200), HORIZON);
    const draw = (seed: number) => redrawPaths(steps, { common: 0.3, decay: 0.6 }, 50, seed);
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).not.toEqual(draw(4));
  });

  it('agrees with the sums that a forecast of its own tells', () => {
    const next = normal(11);
    const values = Float64Array.from({ length: 84 }, (_, at) => 1000 + 8 * at + 200 * Math.sin(at / 1.9) + 90 * next());
    const series = { values, frequency: 'month', start: Date.UTC(2019, 0, 1), nonNegative: true } as const;
    const { distribution } = forecast(series, { horizon: HORIZON, levels: [], seed: 5 });
    const paths = redrawPaths(distribution.steps, dependenceWithin(distribution), 1000, 5);
    for (const horizon of [6, 12, 24]) {
      const found = quantilesOf(sums(paths.map((path) => path.subarray(0, horizon))));
      expect(Math.abs(width(found) / width(distribution.totals[horizon - 1]!) - 1)).toBeLessThan(0.12);
    }
  });

  it('does without dependence where nothing is uncertain', () => {
    const flat = Array.from({ length: 4 }, () => new Float64Array(PROBABILITIES.length).fill(3));
    const distribution = { steps: flat, totals: flat.map((row, step) => row.map((value) => value * (step + 1))) };
    expect(dependenceWithin(distribution)).toEqual({ common: 0, decay: 0 });
    expect(redrawPaths(flat, { common: 0, decay: 0 }, 3, 1)[2]).toEqual(Float64Array.of(3, 3, 3, 3));
  });
});
