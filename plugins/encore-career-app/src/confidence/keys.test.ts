import { keyMove } from './keys';

const months = Array.from({ length: 48 }, (_, i) => i);
const press = (key: string, at?: number) => keyMove(key, { times: months, unusual: [15, 28], at, start: 35, year: 12 });

describe('keyMove', () => {
  it('begins at now and walks months, years and to the ends', () => {
    expect(press('ArrowRight')).toEqual({ to: 35 });
    expect(press('ArrowRight', 35)).toEqual({ to: 36 });
    expect(press('ArrowLeft', 35)).toEqual({ to: 34 });
    expect(press('PageUp', 35)).toEqual({ to: 23 });
    expect(press('PageDown', 45)).toEqual({ to: 47 });
    expect(press('Home', 35)).toEqual({ to: 0 });
    expect(press('End', 35)).toEqual({ to: 47 });
  });

  it('goes round the unusual months', () => {
    expect([press('a'), press('A', 15), press('a', 28)]).toEqual([{ to: 15 }, { to: 28 }, { to: 15 }]);
  });

  it('pins and leaves only from a month, and lets other keys pass', () => {
    expect([press('Enter'), press('Enter', 3), press('Escape'), press('Escape', 3), press('Tab', 3)]).toEqual([
      undefined,
      'pin',
      undefined,
      'leave',
      undefined,
    ]);
  });
});
