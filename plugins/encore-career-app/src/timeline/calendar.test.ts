import fc from 'fast-check';
import { boundaries, localMidnight } from './calendar';

const utc = (iso: string) => Date.parse(iso);

describe('boundaries', () => {
  it('follows the calendar over the change to summer time: that day has 23 hours', () => {
    const days = boundaries(
      utc('2023-03-11T12:00Z'),
      utc('2023-03-13T12:00Z'),
      { unit: 'day', n: 1 },
      'America/New_York'
    );
    expect(days.map((t) => new Date(t).toISOString())).toEqual([
      '2023-03-11T05:00:00.000Z',
      '2023-03-12T05:00:00.000Z',
      '2023-03-13T04:00:00.000Z',
      '2023-03-14T04:00:00.000Z',
    ]);
  });

  it('keeps six-hour steps on the wall clock when it changes', () => {
    const steps = boundaries(
      utc('2023-03-12T05:00Z'),
      utc('2023-03-12T22:00Z'),
      { unit: 'hour', n: 6 },
      'America/New_York'
    );
    expect(steps.map((t) => new Date(t).getUTCHours())).toEqual([5, 10, 16, 22, 4]);
  });

  it('aligns five years to round numbers', () => {
    const years = boundaries(utc('1972-04-01'), utc('1984-01-01'), { unit: 'year', n: 5 }, 'utc');
    expect(years.map((t) => new Date(t).getUTCFullYear())).toEqual([1970, 1975, 1980, 1985]);
  });

  it('starts weeks on Monday', () => {
    const [first] = boundaries(utc('2024-05-16'), utc('2024-05-20'), { unit: 'week', n: 1 }, 'utc');
    expect(new Date(first).getUTCDay()).toBe(1);
  });

  it('covers the range without gaps or steps back', () => {
    const unit = fc.constantFrom(
      'year' as const,
      'quarter' as const,
      'month' as const,
      'week' as const,
      'day' as const
    );
    const zone = fc.constantFrom('utc', 'Europe/Berlin', 'Asia/Kolkata', 'America/New_York');
    fc.assert(
      fc.property(
        unit,
        zone,
        fc.integer({ min: 0, max: 2e12 }),
        fc.integer({ min: 1, max: 200 }),
        (u, z, from, days) => {
          const to = from + days * 864e5;
          const edges = boundaries(from, to, { unit: u, n: 1 }, z);
          expect(edges[0] <= from && edges[edges.length - 1] > to).toBe(true);
          edges.forEach((edge, i) => expect(i === 0 || edge > edges[i - 1]).toBe(true));
        }
      ),
      { numRuns: 40 }
    );
  });
});

describe('localMidnight', () => {
  it('keeps a date on its day in every zone and both halves of the year', () => {
    const place = localMidnight('America/New_York');
    expect(new Date(place(utc('2023-01-18'))).toISOString()).toBe('2023-01-18T05:00:00.000Z');
    expect(new Date(place(utc('2023-07-13'))).toISOString()).toBe('2023-07-13T04:00:00.000Z');
    expect(new Date(place(utc('2023-03-12'))).toISOString()).toBe('2023-03-12T05:00:00.000Z');
    expect(new Date(place(utc('2023-03-13'))).toISOString()).toBe('2023-03-13T04:00:00.000Z');
  });
});
