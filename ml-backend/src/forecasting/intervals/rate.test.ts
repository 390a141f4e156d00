import { uniform } from '../random.ts';
import { fitRate } from './rate.ts';

const next = uniform(9);
const points = (count: number, noise: number) =>
  Array.from({ length: count }, () => {
    const actual = next();
    return { actual, expected: Math.max(0, actual + noise * (next() - 0.5)) };
  });

describe('rates of series that are mostly zero', () => {
  it('are left where they are when expectations were exact', () => {
    const { slope, intercept } = fitRate(points(200, 0))!;
    expect(slope).toBeCloseTo(1, 9);
    expect(intercept).toBeCloseTo(0, 9);
  });

  it('are drawn together when expectations were noisy, with the mean kept', () => {
    const noisy = points(2000, 2);
    const { slope, intercept } = fitRate(noisy)!;
    expect(slope).toBeLessThan(0.7);
    const mean = (of: (point: (typeof noisy)[number]) => number) =>
      noisy.reduce((sum, point) => sum + of(point), 0) / noisy.length;
    expect(Math.abs(intercept + slope * mean(({ expected }) => expected) - mean(({ actual }) => actual))).toBeLessThan(
      0.05
    );
  });

  it('are left alone where few series are known', () => {
    expect(fitRate(points(20, 1))).toBeUndefined();
  });
});
