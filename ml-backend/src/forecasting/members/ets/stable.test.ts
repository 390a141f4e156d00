import { isStable } from './stable.ts';

const seasonal = { error: 'A', trend: 'A', season: 'A' } as const;

describe('isStable', () => {
  it.each([
    [{ alpha: 0.3, beta: 0.05, gamma: 0.2, phi: 1 }, true],
    [{ alpha: 1e-4, beta: 1e-4, gamma: 1e-4, phi: 1 }, true],
    [{ alpha: 0.5, beta: 0.1, gamma: 0.4, phi: 1 }, true],
    [{ alpha: 0.9, beta: 0.9, gamma: 0.09, phi: 1 }, false],
    [{ alpha: 0.05, beta: 0.05, gamma: 0.94, phi: 1 }, false],
  ])('tells for %j what running the recursion on shows', (smoothing, stable) => {
    const { alpha, beta, gamma, phi } = smoothing;
    const season = new Float64Array(12);
    let [level, slope, last] = [1, 0.01, 0];
    for (let at = 0; at < 40_000; at++) {
      const expected = level + phi * slope;
      const error = -(expected + season[at % 12]!);
      level = expected + alpha * error;
      slope = phi * slope + beta * error;
      season[at % 12]! += gamma * error;
      last = Math.abs(error);
    }
    expect(last < 1).toBe(stable);
    expect(isStable(smoothing, seasonal, 12)).toBe(stable);
  });
});
