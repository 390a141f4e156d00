import { boundsAt, distributionOf, totalOf } from './distribution.ts';
import { samplePaths } from './paths.ts';
import type { ErrorModel } from './paths.ts';
import { PROBABILITIES, quantilesOf } from './quantiles.ts';

const row = quantilesOf(Float64Array.from({ length: 2001 }, (_, i) => (i - 1000) / 500));
const model = (common: number, decay: number): ErrorModel => ({
  unit: 'level',
  spread: 10,
  quantiles: [row, row, row, row],
  dependence: { common, decay },
});
const mean = Float64Array.of(100, 110, 120, 130);

function widthOfTotal(common: number, decay: number): number {
  const distribution = distributionOf(samplePaths(mean, model(common, decay), true, 1000, 3), 4);
  const [range] = totalOf(distribution, mean, [80], 4)!.bounds;
  return range!.upper - range!.lower;
}

describe('samplePaths', () => {
  it('follows the error quantiles at every step', () => {
    const [bounds] = boundsAt(distributionOf(samplePaths(mean, model(0.3, 0.5), true, 1000, 3), 4), [80], 4);
    bounds!.lower.forEach((value, step) =>
      expect(value).toBeCloseTo(mean[step]! + 10 * row[PROBABILITIES.indexOf(0.1)]!, 0)
    );
    bounds!.upper.forEach((value, step) =>
      expect(value).toBeCloseTo(mean[step]! + 10 * row[PROBABILITIES.indexOf(0.9)]!, 0)
    );
  });

  it('gives the same paths for the same seed and others for another', () => {
    expect(samplePaths(mean, model(0.3, 0.5), true, 50, 3)).toEqual(samplePaths(mean, model(0.3, 0.5), true, 50, 3));
    expect(samplePaths(mean, model(0.3, 0.5), true, 50, 3)).not.toEqual(
      samplePaths(mean, model(0.3, 0.5), true, 50, 4)
    );
  });

  it('stays at or above zero where the metric does', () => {
    const low = Float64Array.of(1, 1, 1, 1);
    expect(
      samplePaths(low, model(0, 0), true, 200, 1)
        .flatMap((path) => Array.from(path))
        .every((v) => v >= 0)
    ).toBe(true);
    expect(
      samplePaths(low, model(0, 0), false, 200, 1)
        .flatMap((path) => Array.from(path))
        .some((v) => v < 0)
    ).toBe(true);
  });
});

describe('totalOf', () => {
  it('widens with the dependence of the steps, between the root of the squares and the sum of the bounds', () => {
    const one = 10 * (row[PROBABILITIES.indexOf(0.9)]! - row[PROBABILITIES.indexOf(0.1)]!);
    const apart = widthOfTotal(0, 0);
    const together = widthOfTotal(0.99, 0.9);
    expect(apart / one).toBeGreaterThan(1.6);
    expect(apart / one).toBeLessThan(2.4);
    expect(together / one).toBeGreaterThan(3.8);
    expect(together / one).toBeLessThan(4.05);
    expect(widthOfTotal(0.3, 0.5)).toBeGreaterThan(apart);
  });

  it('has the sum of the means as its mean', () => {
    const distribution = distributionOf(samplePaths(mean, model(0.3, 0.5), true, 100, 3), 4);
    expect(totalOf(distribution, mean, [], 3)!.mean).toBe(330);
  });
});
