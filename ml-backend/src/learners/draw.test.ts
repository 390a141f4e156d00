import fc from 'fast-check';
import { drawColumns, drawRows, foldsOf, holdOut } from './draw.ts';
import { indices, random } from './random.ts';
import { inClasses, steps } from './testing.ts';

describe('draws', () => {
  it('take each row once, ascending, and each as often as another', () => {
    const counts = new Float64Array(10);
    for (let stream = 0; stream < 4000; stream++) {
      const drawn = drawRows(10, 3, random(1, stream));
      expect([...drawn]).toEqual([...new Set(drawn)].sort((a, b) => a - b));
      for (const row of drawn) counts[row]! += 1;
    }
    // 1,200 expected, standard deviation 29.
    for (const count of counts) expect(Math.abs(count - 1200)).toBeLessThan(130);
  });

  it('take all columns where as many are wanted, else some of them', () => {
    expect([...drawColumns(4, 9, random(1))]).toEqual([0, 1, 2, 3]);
    expect(new Set(drawColumns(20, 5, random(1))).size).toBe(5);
  });

  it('part rows into folds that hold each row once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 50 }),
        fc.integer({ min: 2, max: 7 }),
        fc.integer(),
        (rows, folds, seed) => {
          const parts = foldsOf(rows, folds, random(seed));
          expect(parts.flatMap((part) => [...part]).sort((a, b) => a - b)).toEqual([...indices(rows)]);
          const sizes = parts.map((part) => part.length);
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        }
      )
    );
  });

  it('give each fold its share of every class', () => {
    const { y } = inClasses(steps(200), 10);
    const ones = foldsOf(200, 4, random(1), y).map((fold) => fold.filter((row) => y[row] === 1).length);
    expect(Math.max(...ones) - Math.min(...ones)).toBeLessThanOrEqual(1);
  });

  it('hold nothing out where the share comes to no row', () => {
    expect(holdOut(steps(3), 0.1, random(1))[1]).toBeUndefined();
    const [rest, apart] = holdOut(steps(10), 0.3, random(1));
    expect([rest.x.rows, apart?.x.rows]).toEqual([7, 3]);
  });
});

describe('chance', () => {
  it('is the same for the same seed and stream, and another for another', () => {
    const draws = (seed: number, stream: number) => {
      const { next } = random(seed, stream);
      return Array.from({ length: 5 }, next);
    };
    expect(draws(1, 2)).toEqual(draws(1, 2));
    const firsts = [0, 1, 2, 3].flatMap((seed) => [0, 1, 2, 3].map((stream) => draws(seed, stream)[0]));
    expect(new Set(firsts).size).toBe(16);
  });

  it('is even over [0, 1)', () => {
    const { next } = random(42);
    const bins = new Float64Array(10);
    for (let draw = 0; draw < 100_000; draw++) bins[Math.floor(next() * 10)]! += 1;
    const chiSquare = bins.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    // 27.9 is exceeded once in a thousand with 9 degrees of freedom.
    expect(chiSquare).toBeLessThan(27.9);
  });
});
