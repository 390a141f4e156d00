import fc from 'fast-check';
import { bucketStarts, bucketStep, niceTop } from './buckets';

const years = (n: number) => ({ from: 0, to: n * 365.25 * 864e5 });

describe('bucketStep', () => {
  it.each([
    [57, 'quarter'],
    [10, 'month'],
    [3, 'week'],
    [0.4, 'day'],
  ])('draws %s years in 1220 px by %s', (n, unit) => expect(bucketStep(years(n), 1220, 4.5).unit).toBe(unit));

  it('draws a phone by year', () => expect(bucketStep(years(57), 330, 4.5)).toEqual({ unit: 'year', n: 1 }));
});

describe('bucketStarts', () => {
  it('puts every time from the first edge on into one bucket', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99 })), (list) => {
        const times = list.sort((a, b) => a - b);
        const starts = bucketStarts(times, [0, 10, 40, 90]);
        const counts = starts.map((at, i) => (starts[i + 1] ?? times.length) - at);
        expect(counts.reduce((sum, n) => sum + n, 0)).toBe(times.length);
        expect(counts[1]).toBe(times.filter((t) => t >= 10 && t < 40).length);
      })
    );
  });
});

describe('niceTop', () => {
  it.each([
    [1, 1],
    [7, 8],
    [69, 80],
    [209, 240],
    [1000, 1000],
  ])('rounds %s up to %s', (max, top) => expect(niceTop(max)).toBe(top));

  it('is never below the highest column', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e6 }), (n) => niceTop(n) >= n && Number.isInteger(niceTop(n))));
  });
});
