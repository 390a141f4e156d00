import { PROBABILITIES } from '../forecasting/quantiles.ts';
import { goalChance } from './goalChance.ts';
import type { MonthlyOutlook } from './goalChance.ts';

// Every month brings between 0 and 100, all equally likely; sums are stretched likewise.
const even = (top: number) => PROBABILITIES.map((probability) => probability * top);
const outlook: MonthlyOutlook = {
  historyFrom: Date.UTC(2025, 0, 1),
  asOfBucket: Date.UTC(2025, 6, 1),
  history: [10, 10, 10, 10, 10, 10],
  steps: [1, 2, 3, 4, 5, 6].map(() => even(100)),
  totals: [1, 2, 3, 4, 5, 6].map((months) => even(100 * months)),
};
const goal = { setOn: Date.UTC(2025, 0, 15), deadline: Date.UTC(2025, 11, 31), adds: true };

describe('goalChance', () => {
  it('adds what came since the month in which the goal was set to what is expected', () => {
    expect(goalChance({ ...goal, target: 360 }, outlook)).toBeCloseTo(0.5);
    expect(goalChance({ ...goal, target: 60 }, outlook)).toBe(1);
    expect(goalChance({ ...goal, target: 661 }, outlook)).toBe(0);
  });

  it('looks at the value at the end for what does not add up', () => {
    expect(goalChance({ ...goal, adds: false, target: 75 }, outlook)).toBeCloseTo(0.25);
  });

  it('counts whole months only', () => {
    const sooner = { ...goal, deadline: Date.UTC(2025, 8, 15) };
    expect(goalChance({ ...sooner, target: 160 }, outlook)).toBeCloseTo(0.5);
  });

  it.each([
    ['the deadline lies beyond the forecast', { ...goal, deadline: Date.UTC(2026, 5, 1), target: 1 }, outlook],
    ['the deadline has passed', { ...goal, deadline: Date.UTC(2025, 5, 30), target: 1 }, outlook],
    ['a month behind it is not known', { ...goal, target: 1 }, { ...outlook, history: [10, NaN, 10, 10, 10, 10] }],
    ['its months begin later than the forecast', { ...goal, setOn: Date.UTC(2025, 7, 1), target: 1 }, outlook],
  ])('does not tell when %s', (_why, aim, seen) => {
    expect(goalChance(aim, seen)).toBeNull();
  });
});
