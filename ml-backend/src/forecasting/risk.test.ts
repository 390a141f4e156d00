import fc from 'fast-check';
import { PROBABILITIES } from './quantiles.ts';
import { chanceBelow, expectedShortfall, outcomesOf, riskOnTheWay } from './risk.ts';

const sorted = (values: number[]) => Float64Array.from(values).sort();

describe('expectedShortfall', () => {
  it('is the mean of the worst outcomes, the last one in part', () => {
    const values = sorted([-10, -4, 2, 8]);
    expect(expectedShortfall(values, 0.25)).toBe(-10);
    expect(expectedShortfall(values, 0.5)).toBe(-7);
    expect(expectedShortfall(values, 0.375)).toBeCloseTo((-10 - 4 / 2) / 1.5);
    expect(expectedShortfall(values, 0.05)).toBe(-10);
  });

  it('of a normal outcome is mean - 2.0627 sd for the worst 5%', () => {
    const at = [
      -2.5758, -2.3263, -1.96, -1.6449, -1.2816, -1.0364, -0.8416, -0.6745, -0.5244, -0.3853, -0.2533, -0.1257,
    ];
    const quantiles = [...at, 0, ...at.toReversed().map((value) => -value)];
    expect(quantiles).toHaveLength(PROBABILITIES.length);
    // Beyond the outermost kept quantile nothing is told: a little less than the whole tail.
    expect(expectedShortfall(outcomesOf(quantiles), 0.05)).toBeGreaterThan(-2.0627);
    expect(expectedShortfall(outcomesOf(quantiles), 0.05)).toBeLessThan(-2.0);
  });

  it('is never above the quantile, never below the least, and keeps to shifts and scales', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        fc.integer({ min: -1000, max: 1000 }),
        (list, share, shift) => {
          const values = sorted(list);
          const found = expectedShortfall(values, share);
          const place = Math.min(values.length - 1, Math.ceil(share * values.length) - 1);
          expect(found).toBeLessThanOrEqual(values[place]! + 1e-6);
          expect(found).toBeGreaterThanOrEqual(values[0]! - 1e-6);
          expect(
            expectedShortfall(
              values.map((value) => 2 * value + shift),
              share
            )
          ).toBeCloseTo(2 * found + shift, 4);
        }
      )
    );
  });
});

describe('chanceBelow', () => {
  const even = PROBABILITIES.map((probability) => 100 * probability);

  it('counts what lies below a limit, not what lies on it', () => {
    expect(chanceBelow(even, 30)).toBeCloseTo(0.3);
    expect(chanceBelow(even, 33)).toBeCloseTo(0.33);
    expect(
      chanceBelow(
        even.map((value) => Math.max(0, value - 40)),
        0
      )
    ).toBe(0);
    expect(
      chanceBelow(
        even.map((value) => Math.max(0, value - 40)),
        1e-9
      )
    ).toBeCloseTo(0.4);
  });

  it('tells nothing beyond what is kept', () => {
    expect([chanceBelow(even, 0.4), chanceBelow(even, 99.9)]).toEqual([0, 1]);
  });
});

it('tells from paths how deep the money goes on the way, and whether a bucket loses any', () => {
  const paths = [Float64Array.of(5, -3, -4, 9), Float64Array.of(-2, -2, 10, -1), Float64Array.of(1, 1, 1, 1)];
  const { anyBelow, lowest } = riskOnTheWay(paths, 3, 0);
  expect(anyBelow).toBeCloseTo(2 / 3);
  expect([...lowest]).toEqual([-4, -2, 0]);
});
