import fc from 'fast-check';
import { estimate } from '../common/measure';
import { ellipsis, placeCentred } from './labels';

const texts = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: 600 }),
    width: fc.integer({ min: 5, max: 60 }),
    weight: fc.integer({ min: 1, max: 400 }),
  }),
  { maxLength: 80 }
);

describe('placeCentred', () => {
  it('never brings two texts closer than the gap', () => {
    fc.assert(
      fc.property(texts, (list) => {
        const boxes = placeCentred(list, 600, 3.5)
          .map((centre, i) => (centre === null ? null : [centre - list[i].width / 2, centre + list[i].width / 2]))
          .filter((box) => box !== null)
          .sort((a, b) => a[0] - b[0]);
        boxes.forEach(([x0, x1], i) => {
          expect(x0 >= 0 && x1 <= 600).toBe(true);
          expect(i === 0 || x0 - boxes[i - 1][1] >= 3.49).toBe(true);
        });
      })
    );
  });

  it('always keeps the biggest count', () => {
    fc.assert(
      fc.property(texts, (list) => {
        const most = Math.max(...list.map((t) => t.weight));
        const placed = placeCentred(list, 600);
        expect(list.length === 0 || list.some((t, i) => t.weight === most && placed[i] !== null)).toBe(true);
      })
    );
  });
});

describe('ellipsis', () => {
  it('leaves a text that fits', () => expect(ellipsis('The River', 200, 12, estimate)).toBe('The River'));

  it('never returns more than the room', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 120 }), (text, room) => {
        expect(estimate(ellipsis(text, room, 12, estimate), 12)).toBeLessThanOrEqual(Math.max(room, 0.001) + 1e-9);
      })
    );
  });
});
