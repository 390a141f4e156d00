import { recentMean, seasonalNaive } from './naive.ts';

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
