import { boundsAt, totalOf } from '../distribution.ts';
import { chanceAbove, PROBABILITIES, quantilesOf } from '../quantiles.ts';
import { distributionOf, samplePaths } from './paths.ts';
import type { ErrorModel } from './paths.ts';

const row = Array.from(quantilesOf(Float64Array.from({ length: 2001 }, (_, i) => (i - 1000) / 500)));
const model = (common: number, decay: number): ErrorModel => ({
  unit: 'level',
  level: 100,
  sizes: new Float64Array(4).fill(0.1),
  quantiles: row,
  dependence: { common, decay },
});
const mean = Float64Array.of(100, 100, 100, 100);
const widthOfTotal = (common: number, decay: number): number => {
  const errors = model(common, decay);
  const paths = samplePaths(mean, errors, true, 2000, 3);
  const [range] = totalOf(distributionOf(mean, errors, true, paths), [80], 4)!.bounds;
  return range!.upper - range!.lower;
};

describe('samplePaths', () => {
  it('follows the error quantiles at every step', () => {
    const paths = samplePaths(mean, model(0.3, 0.5), true, 4000, 3);
    for (const step of [0, 3]) {
      const found = quantilesOf(Float64Array.from(paths, (path) => path[step]!).sort());
      for (const probability of [0.1, 0.5, 0.9]) {
        const place = PROBABILITIES.indexOf(probability);
        expect(Math.abs(found[place]! - (100 + 10 * row[place]!))).toBeLessThan(1);
      }
    }
  });

  it('gives the same paths for the same seed and others for another', () => {
    const errors = model(0.3, 0.5);
    expect(samplePaths(mean, errors, true, 50, 3)).toEqual(samplePaths(mean, errors, true, 50, 3));
    expect(samplePaths(mean, errors, true, 50, 3)).not.toEqual(samplePaths(mean, errors, true, 50, 4));
  });

  it('stays at or above zero where the metric does', () => {
    const low = Float64Array.of(1, 1, 1, 1);
    const values = (nonNegative: boolean) =>
      samplePaths(low, model(0, 0), nonNegative, 200, 1).flatMap((path) => Array.from(path));
    expect(values(true).every((value) => value >= 0)).toBe(true);
    expect(values(false).some((value) => value < 0)).toBe(true);
  });
});

describe('the distribution', () => {
  it('has at every step exactly the quantiles of the errors', () => {
    const errors = model(0.3, 0.5);
    const [bounds] = boundsAt(distributionOf(mean, errors, true, []), [80], 4);
    bounds!.lower.forEach((value) => expect(value).toBeCloseTo(100 + 10 * row[PROBABILITIES.indexOf(0.1)]!, 9));
    bounds!.upper.forEach((value) => expect(value).toBeCloseTo(100 + 10 * row[PROBABILITIES.indexOf(0.9)]!, 9));
  });

  it('has sums that widen with the dependence of the steps, from the root of the squares to the sum of the bounds', () => {
    const one = 10 * (row[PROBABILITIES.indexOf(0.9)]! - row[PROBABILITIES.indexOf(0.1)]!);
    const apart = widthOfTotal(0, 0);
    const together = widthOfTotal(0.99, 0.9);
    expect(apart / one).toBeGreaterThan(1.6);
    expect(apart / one).toBeLessThan(2.4);
    expect(together / one).toBeGreaterThan(3.8);
    expect(together / one).toBeLessThan(4.05);
    expect(widthOfTotal(0.3, 0.5)).toBeGreaterThan(apart);
  });

  it('has a middle of the sum that half of the futures exceed, more than the sum of the middles where errors are skewed', () => {
    const errors: ErrorModel = { ...model(0, 0), unit: 'log', level: 1, sizes: new Float64Array(4).fill(0.6) };
    const paths = samplePaths(mean, errors, true, 2000, 3);
    const total = totalOf(distributionOf(mean, errors, true, paths), [80], 4)!;
    expect(chanceAbove(total.quantiles, total.median)).toBeCloseTo(0.5, 9);
    expect(total.median).toBeGreaterThan(420);
  });
});
