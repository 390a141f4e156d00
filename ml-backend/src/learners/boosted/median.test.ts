import fc from 'fast-check';
import { weightedMedian } from './median.ts';

const median = (values: number[], weights = values.map(() => 1)) =>
  weightedMedian(Float64Array.from(values), Float64Array.from(weights));

describe('the weighted median', () => {
  it('is the middle value, or the mean of the two in the middle', () => {
    expect(median([5, 1, 3])).toBe(3);
    expect(median([5, 1, 3, 4])).toBe(3.5);
    expect(median([2])).toBe(2);
    expect(median([])).toBe(0);
    expect(median([7, 8], [0, 0])).toBe(0);
  });

  it('is that of the values written as often as they weigh', () => {
    const value = fc.integer({ min: -5, max: 5 });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, fc.nat(3)), { minLength: 1, maxLength: 30 }), (pairs) => {
        const written = pairs.flatMap(([one, times]) => new Array<number>(times).fill(one)).sort((a, b) => a - b);
        fc.pre(written.length > 0);
        const middle = (written[(written.length - 1) >> 1]! + written[written.length >> 1]!) / 2;
        const found = median(
          pairs.map(([one]) => one),
          pairs.map(([, times]) => times)
        );
        expect(found).toBe(middle);
      }),
      { numRuns: 1000 }
    );
  });
});
