import fc from 'fast-check';

import { placeTooltip } from './placeTooltip';

const tip = { width: 270, height: 180 };
const screen = { width: 1368, height: 800 };

describe('placeTooltip', () => {
  it('takes the preferred side where it has room', () => {
    expect(placeTooltip({ x: 700, y: 300, width: 1, height: 100 }, tip, screen, 'left').x).toBe(700 - 12 - 270);
    expect(placeTooltip({ x: 700, y: 300, width: 1, height: 100 }, tip, screen, 'right').x).toBe(713);
  });

  it('changes sides at the edge', () => {
    expect(placeTooltip({ x: 100, y: 300, width: 1, height: 1 }, tip, screen, 'left').x).toBe(113);
    expect(placeTooltip({ x: 1300, y: 300, width: 1, height: 1 }, tip, screen, 'right').x).toBe(1018);
  });

  it('goes above or below a mark that fills a narrow window', () => {
    expect(placeTooltip({ x: 0, y: 300, width: 400, height: 20 }, tip, { width: 400, height: 800 }, 'left').y).toBe(
      108
    );
    expect(placeTooltip({ x: 0, y: 100, width: 400, height: 20 }, tip, { width: 400, height: 800 }, 'left').y).toBe(
      132
    );
  });

  it('never leaves the window', () => {
    const coordinate = fc.integer({ min: 0, max: 1368 });
    fc.assert(
      fc.property(coordinate, fc.integer({ min: 0, max: 800 }), (x, y) => {
        const at = placeTooltip({ x, y, width: 1, height: 1 }, tip, screen, 'left');
        expect(at.x >= 0 && at.y >= 0 && at.x + tip.width <= 1368 && at.y + tip.height <= 800).toBe(true);
      })
    );
  });
});
