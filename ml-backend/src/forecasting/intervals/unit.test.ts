import { errorIn, errorUnit, withError } from './unit.ts';

const unitOf = (...values: number[]) => errorUnit(Float64Array.from(values), 12);

describe('the unit of errors', () => {
  it('is the logarithm for positive values of one order of magnitude', () => {
    expect(unitOf(10, 20, 40)).toBe('log');
  });

  it('is the difference where zeros, values near zero or refunds occur', () => {
    expect([unitOf(10, 0, 40), unitOf(10, 0.01, 40), unitOf(10, -5, 40)]).toEqual(['level', 'level', 'level']);
  });

  it('is kept apart for what is mostly zero', () => {
    expect(unitOf(...new Array<number>(20).fill(0), 3, 0, 0, 4)).toBe('rare');
  });

  it.each(['log', 'level', 'rare'] as const)('takes back what was measured in it (%s)', (unit) => {
    expect(withError(unit, 80, errorIn(unit, 100, 80, 50), 50)).toBeCloseTo(100, 9);
  });

  it.each(['level', 'rare'] as const)('does not measure the first sale after nothing but zeros (%s)', (unit) => {
    expect(errorIn(unit, 5000, 0, 0)).toBeNaN();
    expect(withError(unit, 0, 1.5, 0)).toBe(0);
  });

  it('keeps an actual of zero finite', () => {
    expect(Number.isFinite(errorIn('log', 0, 80, 1))).toBe(true);
  });
});
