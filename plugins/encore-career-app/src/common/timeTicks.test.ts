import fc from 'fast-check';

import { timeTicks } from './timeTicks';

const utc = (iso: string) => Date.parse(`${iso}T00:00:00Z`);
const labels = (from: string, to: string, width: number) =>
  timeTicks(utc(from), utc(to), width, 'utc').map((t) => t.label);

describe('timeTicks', () => {
  it('names the year at the first tick and at each January', () => {
    expect(labels('2026-02-20', '2027-05-01', 500)).toEqual(['Apr 2026', 'Jul', 'Oct', 'Jan 2027', 'Apr']);
  });

  it('steps by decades over a long career', () => {
    expect(labels('1972-01-01', '2028-12-31', 1200)).toContain('1975');
    expect(labels('1972-01-01', '2028-12-31', 420)).toEqual(['1980', '1990', '2000', '2010', '2020']);
  });

  it('keeps round days within a tour', () => {
    expect(labels('2024-03-28', '2024-04-20', 300)).toEqual(['1 Apr 2024', '8 Apr', '15 Apr']);
  });

  it('is no finer than the data', () => {
    const ticks = timeTicks(utc('2026-01-01'), utc('2026-04-01'), 2000, 'utc', { finest: 30 * 86_400_000 });
    expect(ticks.map((t) => t.label)).toEqual(['Jan 2026', 'Feb', 'Mar', 'Apr']);
  });

  it('starts days at midnight of the zone', () => {
    const [tick] = timeTicks(
      Date.parse('2024-07-01T00:00:00Z'),
      Date.parse('2024-07-04T00:00:00Z'),
      300,
      'Europe/Berlin'
    );
    expect(new Date(tick.time).toISOString()).toBe('2024-07-01T22:00:00.000Z');
  });

  it('gives ascending ticks within the range for any span', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 60_000, max: 3e12 }), (from, span) => {
        const times = timeTicks(from, from + span, 900, 'utc').map((t) => t.time);
        expect(times.every((t, i) => t >= from && t <= from + span && (i === 0 || t > times[i - 1]))).toBe(true);
        expect(times.length).toBeLessThan(20);
      }),
      { numRuns: 200 }
    );
  });
});
