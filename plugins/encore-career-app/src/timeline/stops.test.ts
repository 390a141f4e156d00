import fc from 'fast-check';
import { groupStops, placeStops, type Stop, type StopPlace } from './stops';

const WIDTH = 900;
const stops = fc
  .array(fc.record({ x: fc.integer({ min: 0, max: WIDTH }), width: fc.integer({ min: 20, max: 110 }) }), {
    maxLength: 70,
  })
  .map((list) => list.sort((a, b) => a.x - b.x));
const bounds = { width: WIDTH, nowX: null, rowsAbove: 7, rowsBelow: 6 };

const spanOf = ({ x, width }: Stop, { flipped }: StopPlace) =>
  flipped ? [x - 4 - width, x - 4] : [x + 4, x + 4 + width];

function sides(list: Stop[]) {
  const placed = placeStops(list, bounds).flatMap((place, i) => (place ? [{ stop: list[i], place }] : []));
  return (['above', 'below'] as const).map((side) => placed.filter(({ place }) => place.side === side));
}

describe('placeStops', () => {
  it('never lets two names overlap', () => {
    fc.assert(
      fc.property(stops, (list) => {
        for (const side of sides(list)) {
          side.forEach((a, i) =>
            side.slice(i + 1).forEach((b) => {
              const [a0, a1] = spanOf(a.stop, a.place);
              const [b0, b1] = spanOf(b.stop, b.place);
              expect(a.place.row !== b.place.row || a1 <= b0 || b1 <= a0).toBe(true);
            })
          );
        }
      })
    );
  });

  it('never lets a leader cross the name of another stop', () => {
    fc.assert(
      fc.property(stops, (list) => {
        for (const side of sides(list)) {
          side.forEach((a) =>
            side
              .filter((b) => b !== a && b.place.row < a.place.row)
              .forEach((b) => {
                const [b0, b1] = spanOf(b.stop, b.place);
                expect(a.stop.x <= b0 || a.stop.x >= b1).toBe(true);
              })
          );
        }
      })
    );
  });

  it('turns the last name round so that it ends at the edge', () => {
    expect(placeStops([{ x: 880, width: 80 }], bounds)).toEqual([{ side: 'above', row: 0, flipped: true }]);
  });
});

describe('groupStops', () => {
  const week = 7;
  it('counts nights in one place within a week as one stop', () => {
    expect(groupStops([0, 1, 3, 4, 20], ['Dublin', 'Dublin', 'Rome', 'Dublin', 'Dublin'], week)).toEqual([
      [0, 1, 3],
      [2],
      [4],
    ]);
  });

  it('keeps every night once', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.constantFrom('a', 'b', 'c'))), (list) => {
        const nights = list.sort((a, b) => a[0] - b[0]);
        const groups = groupStops(
          nights.map(([t]) => t),
          nights.map(([, p]) => p),
          week
        );
        expect(groups.flat().sort((a, b) => a - b)).toEqual(nights.map((_, i) => i));
      })
    );
  });
});
