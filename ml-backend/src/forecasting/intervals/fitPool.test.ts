import { normal } from '../random.ts';
import { valueAt } from '../quantiles.ts';
import type { ErrorRecord } from './fitPool.ts';
import { fitPool } from './fitPool.ts';
import { groupFor, growthFor, NO_POOL, priorShares, scaleFor } from './pool.ts';

/** Errors of series whose size is 0.8 of their changes and grows as the square root of the step. */
function records(series: number, change: (series: number) => number, seed = 1): ErrorRecord[] {
  const next = normal(seed);
  return Array.from({ length: series * 2 }, (_, index) => {
    const size = change(index >> 1);
    return {
      series: index >> 1,
      length: 80,
      evidence: { unit: 'log' as const, level: 1, change: size, own: size, apart: size, persistence: 0, late: 0 },
      errors: Float64Array.from({ length: 12 }, (_, step) => 0.8 * size * Math.sqrt(step + 1) * next()),
      members: { good: 0.5, bad: 1.5 },
    };
  });
}

describe('a pool', () => {
  const pool = fitPool(records(200, (series) => 0.02 * 1.02 ** series));
  const group = groupFor(pool, 'log', 80)!;

  it('learns how wide errors of a calm and of a wild series are', () => {
    for (const change of [0.03, 0.3]) {
      const evidence = { unit: 'log' as const, level: 1, change, own: change, apart: change, persistence: 0, late: 0 };
      const upper = scaleFor(group, evidence) * valueAt(group.quantiles, 0.9);
      expect(upper / (0.8 * change * 1.2816)).toBeGreaterThan(0.9);
      expect(upper / (0.8 * change * 1.2816)).toBeLessThan(1.2);
    }
  });

  it('learns how errors grow and that independent steps are independent', () => {
    expect(growthFor(group, records(1, () => 1)[0]!.evidence)).toBeCloseTo(0.5, 1);
    expect(group.dependence.common).toBeLessThan(0.15);
  });

  it('gives the larger share to the member that errs less, and a floor to who is new', () => {
    const [good, bad, fresh] = priorShares(pool, ['good', 'bad', 'fresh'], new Float64Array(80).fill(5), 12);
    expect(good! / bad!).toBeCloseTo(3, 1);
    expect(fresh).toBeCloseTo(bad!, 9);
  });

  it('keeps most of what is behind it where there are few series', () => {
    const few = groupFor(
      fitPool(
        records(10, () => 0.1),
        pool
      ),
      'log',
      80
    )!;
    const many = groupFor(fitPool(records(10, () => 0.1)), 'log', 80)!;
    expect(Math.abs(few.quantiles[4]! - group.quantiles[4]!)).toBeLessThan(
      Math.abs(many.quantiles[4]! - group.quantiles[4]!) + 0.2
    );
    expect(few.shares.good).toBeCloseTo(group.shares.good!, 1);
  });

  it('is what is behind it where there are no records', () => {
    expect(fitPool([], pool)).toEqual(pool);
    expect(groupFor(NO_POOL, 'rare', 3)!.series).toBe(0);
  });

  it('learns nothing from forecasts whose errors have no size', () => {
    const unmeasured = records(30, () => 0.1).map((record) => ({ ...record, errors: record.errors.map(() => NaN) }));
    expect(fitPool(unmeasured, pool)).toEqual(pool);
  });

  it('has quantiles that ascend', () => {
    for (const { quantiles } of pool.groups) {
      expect(quantiles).toEqual(quantiles.toSorted((a, b) => a - b));
    }
  });
});
