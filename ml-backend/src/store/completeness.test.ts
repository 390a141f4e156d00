import fc from 'fast-check';
import { completeThrough } from './completeness.ts';
import type { SourceBucket } from './completeness.ts';

const month = (n: number) => Date.UTC(2024, n - 1, 1);
const day = 86_400_000;
/** Months from..to of a source, each known `lag` days after its end. */
const monthly = (source: string, from: number, to: number, amount: number, lag: number): SourceBucket[] =>
  Array.from({ length: to - from + 1 }, (_, i) => {
    const bucket = month(from + i);
    return { source, bucket, amount, known: month(from + i + 1) + lag * day };
  });
const until = month(7);
const through = (rows: SourceBucket[]) => completeThrough(rows, 'month', until, month(6));

describe('completeThrough', () => {
  it('goes as far as the newest source when all are there', () => {
    expect(through([...monthly('a', 1, 6, 10, 0), ...monthly('b', 1, 6, 10, 20)])).toMatchObject({
      complete: month(6),
      leftOut: [],
      late: [],
      missing: [],
    });
  });

  it('waits for a source as long as it usually takes', () => {
    const fast = monthly('fast', -11, 6, 10, 0);
    expect(through([...fast, ...monthly('slow', -11, 4, 10, 45)]).complete).toBe(month(4));
    // May ended 30 days ago: a source that takes 20 is overdue.
    expect(through([...fast, ...monthly('slow', -11, 4, 10, 20)])).toMatchObject({
      complete: month(6),
      leftOut: [
        'Statements from slow end 2024-04 (45% of the last 12 months, usually within 20 days); later months are without them',
      ],
    });
  });

  it('does not wait for a source that carries less than 5% of the last 12 months', () => {
    const fast = monthly('fast', -11, 6, 100, 0);
    const small = through([...fast, ...monthly('small', -11, 4, 3, 90)]);
    expect(small).toMatchObject({ complete: month(6), leftOut: [] });
  });

  it('is not held back by a single statement that came half a year late', () => {
    const slow = monthly('slow', -11, 3, 10, 20);
    slow[5]!.known += 200 * day;
    expect(through([...monthly('fast', -11, 6, 10, 0), ...slow]).complete).toBe(month(6));
  });

  it('never waits longer than 150 days', () => {
    const rows = [...monthly('fast', -11, 6, 10, 0), ...monthly('slow', -11, -1, 10, 400)];
    expect(through(rows).complete).toBe(month(6));
  });

  it('does not count a pause that is usual for a source as silence', () => {
    const quarterly = [-9, -6, -3, 0, 3].flatMap((start) => monthly('licences', start, start, 10, 0));
    expect(through([...monthly('fast', -11, 6, 10, 0), ...quarterly])).toMatchObject({
      complete: month(6),
      leftOut: [],
    });
  });

  it('ends between the slowest source and the newest bucket, whatever comes', () => {
    const row = fc.record({
      source: fc.constantFrom('a', 'b', 'c'),
      bucket: fc.integer({ min: -20, max: 6 }).map(month),
      amount: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      known: fc.integer({ min: month(-20), max: until }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), (rows) => {
        const { complete, longest } = through(rows);
        const ends = [...Map.groupBy(rows, ({ source }) => source).values()].map((list) =>
          Math.max(...list.map(({ bucket }) => bucket))
        );
        expect(complete).toBeGreaterThanOrEqual(Math.min(...ends));
        expect(complete).toBeLessThanOrEqual(longest);
        expect(longest).toBe(Math.max(...ends));
      })
    );
  });
});
