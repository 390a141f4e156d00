import fc from 'fast-check';
import { runs } from './cluster';

const spans = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 40 })), { maxLength: 200 })
  .map((list) => list.sort((a, b) => a[0] - b[0]));

describe('runs', () => {
  it('puts every mark into exactly one run, so that counts add up', () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 0, max: 20 }), (list, gap) => {
        const found = runs(
          list.map(([x]) => x),
          list.map(([x, w]) => x + w),
          gap
        );
        const members = found.flatMap(({ first, last }) =>
          Array.from({ length: last - first + 1 }, (_, i) => first + i)
        );
        expect(members).toEqual(list.map((_, i) => i));
      })
    );
  });

  it('separates runs by more than the gap', () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 0, max: 20 }), (list, gap) => {
        const found = runs(
          list.map(([x]) => x),
          list.map(([x, w]) => x + w),
          gap
        );
        found.forEach((run, i) => expect(i === 0 || run.x0 - found[i - 1].x1 > gap).toBe(true));
      })
    );
  });

  it('has true ends although an early mark may outlast the later ones', () => {
    expect(runs([0, 2], [100, 5], 3)).toEqual([{ first: 0, last: 1, x0: 0, x1: 100 }]);
  });
});
