import { Random } from './random.ts';

const draws = (n: number, draw: () => number) => Float64Array.from({ length: n }, draw);
const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('chance', () => {
  it('repeats itself for the same seed and labels, and only then', () => {
    const first = (...labels: string[]) => Array.from(draws(5, bound(new Random(7, ...labels))));
    expect(first('a', 'b')).toEqual(first('a', 'b'));
    expect(first('a', 'b')).not.toEqual(first('a', 'c'));
    expect(first('ab')).not.toEqual(first('a', 'b'));
  });

  it('is spread evenly', () => {
    const random = new Random(1);
    const values = draws(20_000, () => random.next());
    expect(mean(values)).toBeCloseTo(0.5, 2);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
  });

  it('has the mean and the variance of its distributions', () => {
    const random = new Random(2);
    const n = 40_000;
    expect(mean(draws(n, () => random.normal(3, 2)))).toBeCloseTo(3, 1);
    expect(mean(draws(n, () => random.poisson(4)))).toBeCloseTo(4, 1);
    expect(mean(draws(n, () => random.poisson(90)))).toBeCloseTo(90, 0);
    expect(mean(draws(n, () => random.gamma(0.6)))).toBeCloseTo(0.6, 1);
    const shares = draws(n, () => random.beta(0.45, 4));
    expect(mean(shares)).toBeCloseTo(0.45, 2);
    expect(mean(shares.map((share) => (share - 0.45) ** 2))).toBeCloseTo((0.45 * 0.55) / 5, 2);
  });

  it('picks by weight', () => {
    const random = new Random(3);
    const picked = draws(20_000, () => random.weighted([0, 1, 2], (i) => [1, 3, 0][i]!));
    expect(mean(picked)).toBeCloseTo(0.75, 1);
    expect(Math.max(...picked)).toBe(1);
  });
});

const bound = (random: Random) => () => random.next();
