import { Lives } from './lives.mjs';

describe('the lives of a program', () => {
  it('are without hope after six that ended soon after their start', () => {
    const lives = new Lives();
    const waits = Array.from({ length: 6 }, () => [lives.end(), lives.hopeless]);
    expect(waits).toEqual([
      [500, false],
      [1_000, false],
      [2_000, false],
      [4_000, false],
      [5_000, false],
      [5_000, true],
    ]);
  });

  it('begin anew after one that lasted, or had a reason that passes', () => {
    const lives = new Lives();
    for (let i = 0; i < 5; i++) lives.end();
    lives.forgive();
    expect([lives.end(), lives.hopeless]).toEqual([500, false]);
  });
});
