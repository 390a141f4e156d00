import { damped } from './damped.ts';
import { lastSeason, meanOfSeason, meanOfThree, recentMean, seasonalNaive } from './simple.ts';
import { itKeepsItsWord } from './testing.ts';

const list = (values: Float64Array) => Array.from(values);

describe('seasonalNaive', () => {
  it('repeats the last season, also beyond one season ahead', () => {
    expect(list(seasonalNaive(Float64Array.of(9, 9, 1, 2, 3), 3, 5))).toEqual([1, 2, 3, 1, 2]);
  });
});

describe('recentMean', () => {
  it('is the mean of the last values at every step', () => {
    expect(list(recentMean(Float64Array.of(100, 1, 2, 6), 3, 2))).toEqual([3, 3]);
  });

  it('takes what there is when there are fewer', () => {
    expect(list(recentMean(Float64Array.of(4), 3, 1))).toEqual([4]);
  });
});

describe('lastSeason', () => {
  itKeepsItsWord(lastSeason, { from: 12 });

  it('repeats the last season, and the last value where there is none', () => {
    const values = Float64Array.of(9, 9, 1, 2, 3);
    expect(Array.from(lastSeason.fit(values, 3)!.forecast(4))).toEqual([1, 2, 3, 1]);
    expect(Array.from(lastSeason.fit(values, 1)!.forecast(2))).toEqual([3, 3]);
  });
});

describe('meanOfThree', () => {
  itKeepsItsWord(meanOfThree, { from: 1 });
});

describe('meanOfSeason', () => {
  itKeepsItsWord(meanOfSeason, { from: 1 });

  it('takes the last season, or twelve values where there is none', () => {
    const values = Float64Array.from({ length: 20 }, (_, at) => at);
    expect(meanOfSeason.fit(values, 4)!.forecast(1)[0]).toBe(17.5);
    expect(meanOfSeason.fit(values, 1)!.forecast(1)[0]).toBe(13.5);
  });
});

describe('damped', () => {
  itKeepsItsWord(damped, { from: 3 });

  it('follows a rise less and less', () => {
    const forecast = damped.fit(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 1)!.forecast(24);
    expect(forecast[1]! - forecast[0]!).toBeGreaterThan(forecast[23]! - forecast[22]!);
    expect(forecast[23]! - forecast[22]!).toBeGreaterThan(0);
  });

  it('smooths noise and follows a walk', () => {
    const noise = Float64Array.from({ length: 20 }, (_, at) => 100 + 10 * Math.sin(at * at));
    const walk = Float64Array.from({ length: 20 }, (_, at) => 100 + 10 * Math.floor(at / 5));
    expect(damped.fit(noise, 1)!.structure.alpha).toBeLessThan(0.3);
    expect(damped.fit(walk, 1)!.structure.alpha).toBeGreaterThan(0.3);
  });
});
