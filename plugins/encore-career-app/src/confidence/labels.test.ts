import fc from 'fast-check';

import { crossesLine, overlaps, placeTexts, pushApart } from './labels';

const wish = fc.record({ y: fc.double({ min: -50, max: 450, noNaN: true }), weight: fc.integer({ min: 0, max: 3 }) });

describe('pushApart', () => {
  it('never lets labels overlap or leave the rail, and keeps their order', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 40 }), (wishes) => {
        const placed = pushApart(wishes, 15, 10, 400);
        const kept = wishes.map((w, i) => ({ wished: w.y, at: placed[i] })).filter((l) => l.at !== undefined) as Array<{
          wished: number;
          at: number;
        }>;
        kept.sort((a, b) => a.at - b.at);
        kept.forEach(({ wished, at }, i) => {
          expect(at).toBeGreaterThanOrEqual(10 - 1e-9);
          expect(at).toBeLessThanOrEqual(400 + 1e-9);
          if (i > 0) {
            expect(at - kept[i - 1].at).toBeGreaterThanOrEqual(15 - 1e-6);
            expect(wished).toBeGreaterThanOrEqual(kept[i - 1].wished);
          }
        });
        expect(kept).toHaveLength(Math.min(wishes.length, 27));
      })
    );
  });

  it('leaves labels alone that have room, and centres a crowd on its wishes', () => {
    const at = (...ys: number[]) =>
      pushApart(
        ys.map((y) => ({ y, weight: 1 })),
        15,
        0,
        400
      );
    expect(at(100, 200)).toEqual([100, 200]);
    expect(at(102, 98)).toEqual([107.5, 92.5]);
  });

  it('drops the least important first', () => {
    expect(
      pushApart(
        [
          { y: 5, weight: 0 },
          { y: 5, weight: 2 },
          { y: 5, weight: 1 },
        ],
        15,
        0,
        15
      )
    ).toEqual([undefined, 0, 15]);
  });
});

const box = fc.record({
  x: fc.integer({ min: 0, max: 300 }),
  y: fc.integer({ min: 0, max: 200 }),
  width: fc.integer({ min: 5, max: 120 }),
  height: fc.constant(15),
});
const bounds = { x: 0, y: 0, width: 350, height: 200 };

describe('placeTexts', () => {
  it('never puts a text over another, an obstacle or the edge', () => {
    const wishes = fc.array(
      fc.record({ places: fc.array(box, { minLength: 1, maxLength: 4 }), weight: fc.integer({ min: 0, max: 3 }) }),
      { maxLength: 12 }
    );
    fc.assert(
      fc.property(wishes, fc.array(box, { maxLength: 4 }), (given, obstacles) => {
        const placed = placeTexts(given, bounds, obstacles).filter((b) => b !== undefined);
        placed.forEach((a, i) => {
          expect(a.x + a.width <= 350 && a.y + a.height <= 200).toBe(true);
          expect([...obstacles, ...placed.slice(0, i)].some((b) => overlaps(a, b))).toBe(false);
        });
      })
    );
  });

  it('gives the important text its first choice and stops at the most allowed', () => {
    const same = { x: 10, y: 10, width: 50, height: 15 };
    const other = { ...same, y: 100 };
    const wishes = [
      { places: [same, other], weight: 1 },
      { places: [same], weight: 2 },
    ];
    expect(placeTexts(wishes, bounds, [])).toEqual([other, same]);
    expect(placeTexts(wishes, bounds, [], undefined, 1)).toEqual([undefined, same]);
  });
});

describe('crossesLine', () => {
  it('sees a line that runs through between two points, and a break in it', () => {
    const through = { x: 40, y: 40, width: 20, height: 20 };
    expect(crossesLine(through, [0, 100], [0, 100])).toBe(true);
    expect(crossesLine({ ...through, y: 80 }, [0, 100], [0, 100])).toBe(false);
    expect(crossesLine(through, [0, 50, 100], [0, NaN, 100])).toBe(false);
  });
});
