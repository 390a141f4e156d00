import fc from 'fast-check';
import { historyAt } from './history.ts';
import type { Series } from './types.ts';

const monthly = (values: number[], nonNegative = true): Series => ({
  values: Float64Array.from(values),
  frequency: 'month',
  start: Date.UTC(2020, 0, 1),
  nonNegative,
});
const list = (values: Float64Array) => Array.from(values);

describe('historyAt', () => {
  it('leaves out missing months at the start and counts those at the end as late', () => {
    const history = historyAt(monthly([NaN, NaN, 5, 6, NaN]), 5);
    expect(list(history.values)).toEqual([5, 6]);
    expect(history).toMatchObject({ first: 2, late: 1, missing: 0 });
  });

  it('fills a gap on the line between its neighbours', () => {
    const history = historyAt(monthly([1, NaN, NaN, 4]), 4);
    expect(list(history.values)).toEqual([1, 2, 3, 4]);
    expect(history.missing).toBe(2);
  });

  it('bends the line as the same months of the year before were', () => {
    const year = [10, 10, 50, 10, 10, 10, 10, 10, 10, 10, 10, 10];
    const history = historyAt(monthly([...year, 20, 20, NaN, 20]), 16);
    expect(history.values[14]).toBe(60);
  });

  it('leaves out three and more zeros before the first year of sales, but not fewer', () => {
    const year = new Array<number>(12).fill(7);
    expect(historyAt(monthly([0, 0, 0, ...year]), 15)).toMatchObject({ first: 3, leadingZeros: 3 });
    expect(historyAt(monthly([0, 0, ...year]), 14)).toMatchObject({ first: 0, leadingZeros: 0 });
  });

  it('keeps zeros before the first sale where zeros are usual after it, or too little is known of that', () => {
    const now = [7, 0, 0, 7, 0, 0, 7, 0, 0, 7, 0, 0];
    expect(historyAt(monthly([0, 0, 0, ...now]), 15)).toMatchObject({ first: 0, leadingZeros: 0 });
    expect(historyAt(monthly([0, 0, 0, 7, 8]), 5)).toMatchObject({ first: 0, leadingZeros: 0 });
  });

  it('keeps a series that is zero throughout', () => {
    expect(list(historyAt(monthly([0, 0, 0, 0]), 4).values)).toEqual([0, 0, 0, 0]);
  });

  it('keeps 25 years of months at the most', () => {
    expect(historyAt(monthly(Array.from({ length: 500 }, (_, i) => i + 1)), 500)).toMatchObject({ first: 200 });
  });

  it('never reads a value at or after the origin', () => {
    const value = fc.oneof(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.constant(NaN));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), fc.array(value, { maxLength: 40 }), (known, later) => {
        expect(historyAt(monthly([...known, ...later]), known.length)).toEqual(historyAt(monthly(known), known.length));
      })
    );
  });

  it('gives finite values only', () => {
    const value = fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constant(NaN));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), (values) => {
        expect(historyAt(monthly(values, false), values.length).values.every(Number.isFinite)).toBe(true);
      })
    );
  });
});
