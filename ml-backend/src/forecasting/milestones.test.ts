import fc from 'fast-check';
import { passing, roundNumbers } from './milestones.ts';

describe('passing', () => {
  const paths = [
    Float64Array.of(1, 5, 2),
    Float64Array.of(4, 4, 4),
    Float64Array.of(1, 1, 1),
    Float64Array.of(9, 0, 0),
  ];

  it('tells by when which share of the futures has had one step above the threshold', () => {
    const { by, early, median, late } = passing(paths, 4, undefined);
    expect([...by]).toEqual([0.5, 0.75, 0.75]);
    expect([early, median, late]).toEqual([0, 0, undefined]);
  });

  it('adds steps to what is there already', () => {
    const { by, early, median, late } = passing(paths, 18, 9);
    expect([...by]).toEqual([0.25, 0.25, 0.5]);
    expect([early, median, late]).toEqual([0, 2, undefined]);
    expect([...passing(paths, 9, 9).by]).toEqual([1, 1, 1]);
  });

  it('never becomes less likely with time, nor for a lower threshold', () => {
    const path = fc.array(fc.double({ min: -5, max: 10, noNaN: true }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(path, { minLength: 1, maxLength: 12 }),
        fc.double({ min: 0, max: 30, noNaN: true }),
        (rows, at) => {
          const futures = rows.map((row) => Float64Array.from(row));
          const high = passing(futures, at + 1, 0).by;
          const low = passing(futures, at, 0).by;
          high.forEach((chance, step) => {
            expect(chance).toBeLessThanOrEqual(low[step]! + 1e-9);
            if (step > 0) expect(chance).toBeGreaterThanOrEqual(high[step - 1]!);
          });
        }
      )
    );
  });
});

describe('roundNumbers', () => {
  it('finds round numbers ahead, coarse where much lies ahead and fine where little does', () => {
    expect(roundNumbers(1_300, 60_000, 4)).toEqual([2_000, 5_000, 20_000, 50_000]);
    expect(roundNumbers(41_000, 62_000, 3)).toEqual([50_000, 60_000]);
    expect(roundNumbers(0, 45, 3)).toHaveLength(3);
  });

  it('finds none where nothing lies ahead', () => {
    expect(roundNumbers(10, 5, 3)).toEqual([]);
    expect(roundNumbers(-9, -3, 3)).toEqual([]);
  });

  it('gives numbers above what is reached and within reach, ascending', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e7, noNaN: true }),
        fc.double({ min: 1, max: 1e3, noNaN: true }),
        (from, factor) => {
          const found = roundNumbers(from, from * factor + 1, 4);
          expect(found.length).toBeLessThanOrEqual(4);
          found.forEach((number, index) => {
            expect(number).toBeGreaterThan(from);
            expect(number).toBeLessThanOrEqual(from * factor + 1);
            if (index > 0) expect(number).toBeGreaterThan(found[index - 1]!);
          });
        }
      )
    );
  });
});
