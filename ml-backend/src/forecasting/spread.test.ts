import { changes, errorIn, errorUnit, spreadOf, withError } from './spread.ts';
import { historyAt } from './history.ts';

const historyOf = (...values: number[]) =>
  historyAt({ values: Float64Array.from(values), frequency: 'month', start: 0, nonNegative: true }, values.length);

describe('errorUnit', () => {
  it('is the logarithm for positive values of one order of magnitude', () => {
    expect(errorUnit(historyOf(10, 20, 40))).toBe('log');
  });

  it('is the difference where zeros or values near zero occur', () => {
    expect(errorUnit(historyOf(10, 0, 40))).toBe('level');
    expect(errorUnit(historyOf(10, 0.01, 40))).toBe('level');
  });
});

describe('withError', () => {
  it.each(['log', 'level'] as const)('takes back what errorIn measured (%s)', (unit) => {
    expect(withError(unit, 80, errorIn(unit, 100, 80))).toBeCloseTo(100, 9);
  });

  it('keeps an actual of zero finite', () => {
    expect(Number.isFinite(errorIn('log', 0, 80))).toBe(true);
  });
});

describe('changes', () => {
  it('does not count the usual change of a calendar month', () => {
    const year = [1, 5, 2, 8, 3, 9, 1, 4, 7, 2, 6, 3];
    expect(changes(Float64Array.from([...year, ...year, ...year]), 12).sum).toBeCloseTo(0, 9);
  });
});

describe('spreadOf', () => {
  const prior = { typical: 0.2, errorPerChange: 1 };

  it('is wide from what is typical when there is a single value', () => {
    expect(spreadOf({ change: { sum: 0, count: 0 }, level: 100, own: [] }, prior)).toBeCloseTo(20, 9);
  });

  it('moves to the own errors as they come in', () => {
    const evidence = { change: { sum: 100, count: 10 }, level: 100 };
    const few = spreadOf({ ...evidence, own: [50] }, prior);
    const many = spreadOf({ ...evidence, own: new Array<number>(24).fill(50) }, prior);
    expect(many).toBeGreaterThan(few);
    expect(many).toBeLessThan(50);
  });
});
