import fc from 'fast-check';
import type { Said } from './roll.ts';
import { combine, weigh } from './weigh.ts';

const said = (at: number, ...forecasts: number[][]): Said => ({
  at,
  forecasts: forecasts.map((list) => Float64Array.from(list)),
  failed: forecasts.map(() => false),
  exploded: forecasts.map(() => false),
});
const equal = Float64Array.of(0.5, 0.5);
const actual = Float64Array.of(10, 10, 10, 10);

describe('shares of the members', () => {
  it('are larger for who erred less, and add up to one', () => {
    const [good, bad] = weigh([said(2, [11, 10], [14, 13])], actual, 4, equal);
    expect(good! + bad!).toBeCloseTo(1, 12);
    expect(good).toBeGreaterThan(0.7);
    expect(bad).toBeGreaterThanOrEqual(0.2);
  });

  it('are the prior ones where nothing is known, and where nobody errs', () => {
    const prior = Float64Array.of(0.2, 0.8);
    expect(weigh([], actual, 4, prior)).toBe(prior);
    expect(weigh([said(2, [10, 10], [10, 10])], actual, 4, prior)).toBe(prior);
  });

  it('never see what came at or after the end', () => {
    const later = Float64Array.of(10, 10, 10, 999);
    expect(weigh([said(2, [11, 10], [14, 13])], later, 3, equal)).toEqual(
      weigh([said(2, [11, 10], [14, 13])], actual, 3, equal)
    );
  });

  it('leave out what is missing', () => {
    const holed = Float64Array.of(10, 10, 10, NaN);
    expect(weigh([said(2, [11, 0], [14, 0])], holed, 4, equal).every(Number.isFinite)).toBe(true);
  });
});

describe('the joined forecast', () => {
  it('is halfway between weighted mean and weighted median', () => {
    const [value] = combine(said(0, [1], [2], [30]).forecasts, Float64Array.of(0.25, 0.5, 0.25));
    expect(value).toBeCloseTo((8.75 + 2) / 2, 12);
  });

  it('lies between the lowest and the highest member', () => {
    const members = fc.array(
      fc.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 0.01, max: 1, noNaN: true })),
      {
        minLength: 1,
        maxLength: 9,
      }
    );
    fc.assert(
      fc.property(members, (list) => {
        const total = list.reduce((sum, [, weight]) => sum + weight, 0);
        const values = list.map(([value]) => value);
        const [joined] = combine(
          values.map((value) => Float64Array.of(value)),
          Float64Array.from(list, ([, weight]) => weight / total)
        );
        const slack = 1e-9 * (1 + Math.max(...values.map(Math.abs)));
        expect(joined).toBeGreaterThanOrEqual(Math.min(...values) - slack);
        expect(joined).toBeLessThanOrEqual(Math.max(...values) + slack);
      })
    );
  });
});
