import fc from 'fast-check';
import { axisTicks } from './axis';
import { estimate } from '../common/measure';
import { day } from './fixtures';
import { markAt } from './hit';
import { placeTooltip } from './placement';
import { type LaneScene, type Mark } from './scene';
import { limit, padded, panBy, zoomAt } from './zoom';

describe('zoomAt', () => {
  const range = fc.record({ from: fc.integer({ min: 0, max: 1e12 }), to: fc.integer({ min: 1.1e12, max: 2e12 }) });

  it('keeps the time under the pointer where it is', () => {
    fc.assert(
      fc.property(
        range,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(0.5, 0.8, 1.25),
        (r, share, factor) => {
          const next = zoomAt(r, share, factor);
          const at = r.from + share * (r.to - r.from);
          expect(Math.abs(next.from + share * (next.to - next.from) - at)).toBeLessThan(2);
        }
      )
    );
  });

  it('gives the range back when zoomed in and out again', () => {
    fc.assert(
      fc.property(range, (r) => {
        const back = zoomAt(zoomAt(r, 0.3, 0.5), 0.3, 2);
        expect(Math.abs(back.from - r.from) + Math.abs(back.to - r.to)).toBeLessThan(8);
      })
    );
  });

  it('stops at a minute', () => expect(zoomAt({ from: 0, to: 60e3 }, 0.5, 0.1)).toEqual({ from: 0, to: 60e3 }));
});

describe('ranges', () => {
  it('pans by a share of the length', () =>
    expect(panBy({ from: 0, to: 1000 }, 0.25)).toEqual({ from: 250, to: 1250 }));
  it('gives an instant room on both sides', () =>
    expect(padded({ from: 0, to: 0 })).toEqual({ from: -432e5, to: 432e5 }));
  it('has whole milliseconds', () => expect(limit({ from: 0.4, to: 100_000.7 })).toEqual({ from: 0, to: 100_001 }));
});

describe('placeTooltip', () => {
  const view = { width: 1000, height: 700 };
  const coordinate = (max: number) => fc.integer({ min: 0, max });

  it('never covers the mark or its label while one side has room', () => {
    fc.assert(
      fc.property(coordinate(900), coordinate(690), coordinate(200), (x, y, label) => {
        const mark = { x0: x, x1: x + 20, y0: y, y1: y + 10 };
        const name = { x0: x + 25, x1: x + 25 + label, y0: y, y1: y + 10 };
        const size = { width: 220, height: 180 };
        const { left, top } = placeTooltip(mark, name, size, view);
        const covers = (b: typeof mark) =>
          left < b.x1 && left + size.width > b.x0 && top < b.y1 && top + size.height > b.y0;
        expect(covers(mark) || covers(name)).toBe(false);
      })
    );
  });
});

describe('markAt', () => {
  const mark = (id: string, x0: number, x1: number): Mark => ({
    id,
    type: 'item',
    items: [0],
    from: 0,
    to: 0,
    x0,
    x1,
    y0: 0,
    y1: 10,
    label: { x0: x1 + 5, x1: x1 + 60, y0: 0, y1: 10 },
  });
  const lane = {
    key: 'a',
    y: 100,
    height: 40,
    heading: 7,
    marks: [mark('left', 10, 14), mark('right', 120, 124)],
  } as LaneScene;

  it('takes the nearest mark within a finger of the pointer', () => {
    expect(markAt([lane], 4, 112)?.mark.id).toBe('left');
    expect(markAt([lane], 112, 112)?.mark.id).toBe('right');
  });
  it('takes a mark by its name', () => expect(markAt([lane], 60, 112)?.mark.id).toBe('left'));
  it('takes nothing outside the lane', () => expect(markAt([lane], 12, 20)).toBeNull());
});

describe('axisTicks', () => {
  it('never lets two labels meet and cuts none', () => {
    const from = fc.integer({ min: 0, max: 1.6e12 });
    fc.assert(
      fc.property(
        from,
        fc.integer({ min: 6e4, max: 2e12 }),
        fc.integer({ min: 150, max: 1400 }),
        (start, span, width) => {
          const spans = axisTicks({ from: start, to: start + span }, width, 'Europe/Berlin', estimate)
            .filter((tick) => tick.text !== '')
            .map(({ x, text, anchor }) => {
              const wide = estimate(text, 12);
              const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
              return [left, left + wide];
            });
          spans.forEach(([a, b], i) => {
            expect(a >= -0.01 && b <= width + 0.01).toBe(true);
            expect(i === 0 || a >= spans[i - 1][1]).toBe(true);
          });
        }
      ),
      { numRuns: 60 }
    );
  });

  it('puts short ticks between the years', () => {
    const ticks = axisTicks({ from: day('1972-01-01'), to: day('2028-12-31') }, 1220, 'utc', estimate);
    expect(ticks.filter((t) => t.text).map((t) => t.text)).toContain('1975');
    expect(ticks.filter((t) => !t.text).length).toBeGreaterThan(40);
  });
});
