import { itAgrees, oracleCase } from '../../testing/oracles.ts';
import { conformalQuantile } from './conformal.ts';
import { normalProbability, normalQuantile } from '../normal.ts';

describe('the conformal quantile', () => {
  itAgrees('is the one that scipy’s order statistics give', () => {
    const { abs_residuals, alpha, q } = oracleCase<{ abs_residuals: number[]; alpha: number; q: number }>(
      'intervals.json',
      'split_conformal'
    );
    expect(conformalQuantile(Float64Array.from(abs_residuals).sort(), 1 - alpha)).toBe(q);
  });

  it('has no bound where there are too few scores for the level', () => {
    expect(conformalQuantile([1, 2, 3], 0.8)).toBe(Infinity);
    expect(conformalQuantile([1, 2, 3], 0.75)).toBe(3);
  });
});

describe('the normal distribution', () => {
  itAgrees('has the quantiles of scipy', () => {
    const { norm_ppf } = oracleCase<{ norm_ppf: Record<string, number> }>('intervals.json', 'quantiles');
    for (const [probability, z] of Object.entries(norm_ppf)) {
      expect(normalQuantile(Number(probability))).toBeCloseTo(z, 9);
    }
  });

  it('has a quantile that its probability leads back to', () => {
    for (const probability of [1e-9, 0.001, 0.2, 0.5, 0.77, 0.9999]) {
      expect(normalProbability(normalQuantile(probability)) / probability).toBeCloseTo(1, 9);
    }
    expect([normalProbability(-40), normalProbability(40), normalProbability(8)]).toEqual([
      0,
      1,
      expect.closeTo(1, 12),
    ]);
  });
});
