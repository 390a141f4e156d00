import { scales, shrink } from './medium';

describe('scales', () => {
  it('draws larger type on a wall the larger the panel is, and never smaller than on a screen', () => {
    expect(scales('tv', 1900, 860).largest).toBeCloseTo(1.55);
    expect(scales('tv', 3800, 2000).largest).toBe(2.5);
    expect(scales('tv', 600, 300)).toEqual({ largest: 1, least: 1 });
  });
  it('leaves a screen as it is', () => expect(scales('screen', 3000, 2000)).toEqual({ largest: 1, least: 1 }));
});

describe('shrink', () => {
  it('stops when the lanes fit', () => expect(shrink(1, 0.45, 400, 400)).toBeNull());
  it('never goes below the least, and ends there', () => {
    let scale = 1;
    for (let next: number | null = scale; next !== null; next = shrink(scale, 0.45, 5000, 400)) {
      expect(next).toBeLessThanOrEqual(scale);
      scale = next;
    }
    expect(scale).toBe(0.45);
  });
  it('leaves a screen’s lanes to scrolling', () => expect(shrink(1, 1, 5000, 400)).toBeNull());
});
