import fc from 'fast-check';
import { pack, type Packable, type Place } from './pack';

const WIDTH = 800;
const item = fc
  .record({
    x0: fc.integer({ min: 0, max: WIDTH - 2 }),
    length: fc.integer({ min: 2, max: 120 }),
    label: fc.oneof(fc.constant(0), fc.integer({ min: 20, max: 200 })),
    priority: fc.integer({ min: 0, max: 1 }),
  })
  .map(({ x0, length, ...rest }): Packable => ({ x0, x1: Math.min(x0 + length, WIDTH), ...rest }));
const items = fc.array(item, { maxLength: 60 });
const nowX = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: WIDTH }));

const labelOf = (p: Packable, { side }: Place): [number, number] | null =>
  side === 'right' ? [p.x1, p.x1 + p.label] : side === 'left' ? [p.x0 - p.label, p.x0] : null;

function rectOf(p: Packable, place: Place): [number, number] {
  const label = labelOf(p, place);
  return label ? [Math.min(p.x0, label[0]), Math.max(p.x1, label[1])] : [p.x0, p.x1];
}

describe('pack', () => {
  it('never lets a bar or a label overlap another in its row', () => {
    fc.assert(
      fc.property(items, nowX, (list, now) => {
        const { places } = pack(list, { width: WIDTH, nowX: now, maxRows: 6 });
        const rows = new Map<number, Array<[number, number]>>();
        places.forEach((place, i) => {
          if (place) {
            rows.set(place.row, [...(rows.get(place.row) ?? []), rectOf(list[i], place)]);
          }
        });
        for (const rects of rows.values()) {
          rects.sort((a, b) => a[0] - b[0]);
          rects.forEach(([x0], i) => expect(i === 0 || x0 >= rects[i - 1][1]).toBe(true));
        }
      })
    );
  });

  it('keeps labels inside the plot and off the now line', () => {
    fc.assert(
      fc.property(items, nowX, (list, now) => {
        const { places } = pack(list, { width: WIDTH, nowX: now, maxRows: 6 });
        places.forEach((place, i) => {
          const label = place && labelOf(list[i], place);
          if (label) {
            expect(label[0] >= 0 && label[1] <= WIDTH).toBe(true);
            expect(now === null || label[1] <= now || label[0] >= now - 6).toBe(true);
          }
        });
      })
    );
  });

  it('drops a bar only when no row has room for it', () => {
    fc.assert(
      fc.property(items, (list) => {
        const { places } = pack(list, { width: WIDTH, nowX: null, maxRows: 2 });
        places.forEach((place, i) => {
          if (place === null) {
            const rows = places.filter(
              (other, j) =>
                other &&
                j !== i &&
                rectOf(list[j], other)[0] - 8 < list[i].x1 &&
                rectOf(list[j], other)[1] + 8 > list[i].x0
            );
            expect(new Set(rows.map((other) => other!.row)).size).toBe(3);
          }
        });
      })
    );
  });

  it('puts the label on the left only where the right would cross now', () => {
    const { places } = pack([{ x0: 300, x1: 340, label: 80, priority: 1 }], { width: WIDTH, nowX: 400, maxRows: 6 });
    expect(places).toEqual([{ row: 0, side: 'left' }]);
  });

  it('gives the room to the more important of two', () => {
    const bar = { x0: 10, x1: 20, label: 100 };
    const { places } = pack(
      [
        { ...bar, priority: 0 },
        { ...bar, x0: 30, x1: 40, priority: 1 },
      ],
      {
        width: WIDTH,
        nowX: null,
        maxRows: 1,
      }
    );
    expect(places.map((p) => p?.side)).toEqual(['none', 'right']);
  });
});
