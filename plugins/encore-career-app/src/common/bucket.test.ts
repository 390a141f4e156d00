import { bucketName, bucketOf } from './bucket';

const months = Array.from({ length: 14 }, (_, i) => Date.UTC(2025, i, 1));

describe('bucketOf', () => {
  it('finds months although they differ in length', () => {
    expect(bucketOf(months, 'America/New_York')).toMatchObject({ unit: 'month', timeZone: 'utc' });
  });

  it('finds weeks, days, quarters, years and hours', () => {
    const every = (days: number) => Array.from({ length: 9 }, (_, i) => i * days * 86_400_000);
    const unitOf = (days: number) => bucketOf(every(days), 'browser').unit;
    expect([7, 1, 91, 365, 1 / 24, 3].map(unitOf)).toEqual(['week', 'day', 'quarter', 'year', 'hour', 'instant']);
  });

  it("keeps the viewer's zone for stamps that are no UTC midnights", () => {
    expect(
      bucketOf(
        months.map((t) => t + 3_600_000),
        'Europe/Berlin'
      ).timeZone
    ).toBe('Europe/Berlin');
  });

  it('believes a declared grain where there are too few rows to see one', () => {
    expect(bucketOf([months[0]], 'utc', 'month').unit).toBe('month');
    expect(bucketOf([], 'utc')).toMatchObject({ unit: 'instant', step: 0 });
  });

  it('names a month by its calendar date wherever the viewer is', () => {
    expect(bucketName(months[0], bucketOf(months, 'America/New_York'))).toBe('Jan 2025');
    expect(bucketName(months[0], bucketOf(months, 'utc'), true)).toBe('January 2025');
  });
});
