import { bucketTime } from './calendar.ts';

describe('bucketTime', () => {
  it('counts calendar months over the end of the year', () => {
    expect(bucketTime(Date.UTC(2023, 10, 1), 'month', 4)).toBe(Date.UTC(2024, 2, 1));
  });

  it('counts weeks of seven days', () => {
    expect(bucketTime(Date.UTC(2024, 1, 26), 'week', 1)).toBe(Date.UTC(2024, 2, 4));
  });
});
