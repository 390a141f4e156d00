import { borrowedSeason, sharedSeason } from './poolSeason.ts';
import { NO_POOL } from './pool.ts';

const december = (length: number, month: number) =>
  Float64Array.from({ length }, (_, at) => ((at + month) % 12 === 11 ? 300 : 100));

describe('the season that series share', () => {
  const season = sharedSeason(
    Array.from({ length: 40 }, (_, index) => ({ values: december(48, index % 12), month: index % 12 }))
  );

  it('is found by calendar month, whatever month a series begins in', () => {
    expect(season.indexOf(Math.max(...season))).toBe(11);
    expect(season.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 9);
  });

  it('is lent to a history of some months, at its own months', () => {
    const factor = borrowedSeason(Float64Array.of(90, 110, 100), 6, { ...NO_POOL, season });
    expect(factor(5) / factor(4)).toBeGreaterThan(2);
    expect(factor(17)).toBe(factor(5));
  });

  it('gives way to the history’s own from a year on', () => {
    const own = Float64Array.from({ length: 18 }, (_, at) => (at % 12 === 2 ? 300 : 100));
    const lent = borrowedSeason(own, 0, NO_POOL);
    expect(lent(2) / lent(3)).toBeGreaterThan(1.3);
    expect(lent(2) / lent(3)).toBeLessThan(3);
  });

  it('is none where nobody has one', () => {
    expect(borrowedSeason(Float64Array.of(1, 2), 0, NO_POOL)(7)).toBe(1);
  });
});
