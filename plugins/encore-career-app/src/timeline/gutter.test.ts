import { GUTTER, gutterWidth, PHONE } from './gutter';

describe('gutterWidth', () => {
  it('is as wide as chosen, and as usual where nothing was', () => {
    expect([gutterWidth(200, 1200), gutterWidth(undefined, 1200)]).toEqual([200, GUTTER.usual]);
    expect(gutterWidth(NaN, 1200)).toBe(GUTTER.usual);
  });
  it('leaves the marks three fifths of the panel', () => expect(gutterWidth(400, 500)).toBe(200));
  it('is never too narrow to grip', () => expect(gutterWidth(3, 1200)).toBe(GUTTER.least));
  it('is gone in a narrow panel', () => expect(gutterWidth(200, PHONE - 1)).toBe(0));
});
