import fc from 'fast-check';
import { lengthen } from './lengthen.ts';

const row = (...values: number[]) => Float64Array.from(values);

it('keeps the near steps and moves the later ones to meet them', () => {
  const near = [row(8, 10, 12), row(16, 20, 24)];
  const far = [row(4, 5, 6), row(8, 10, 12), row(6, 9, 12)];
  expect(lengthen(near, far, 2, true)).toEqual([...near, row(12, 18, 24)]);
  expect(lengthen(near, far, 1, false)).toEqual([...near, row(14, 19, 24)]);
});

it('stays as it is where the two agree', () => {
  const far = [row(1, 2, 3), row(1, 3, 5), row(0, 3, 9)];
  expect(lengthen(far.slice(0, 2), far, 12, true)).toEqual(far);
});

it('never lets quantiles cross', () => {
  const rows = (steps: number) =>
    fc.array(
      fc
        .array(fc.double({ min: 0, max: 1e4, noNaN: true }), { minLength: 5, maxLength: 5 })
        .map((list) => Float64Array.from(list).sort()),
      { minLength: steps, maxLength: steps }
    );
  fc.assert(
    fc.property(rows(3), rows(5), fc.boolean(), (near, far, nonNegative) => {
      for (const quantiles of lengthen(near, far, 2, nonNegative))
        expect([...quantiles]).toEqual([...quantiles].sort((a, b) => a - b));
    })
  );
});
