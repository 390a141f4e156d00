import { imapa, tsb } from './intermittent.ts';
import { itKeepsItsWord } from './testing.ts';

/** Sales of a part that is asked for every third month or so. */
const RARE = Float64Array.of(0, 0, 3, 0, 0, 0, 2, 0, 1, 0, 0, 4, 0, 0, 0, 0, 2, 0, 0, 1, 0, 0, 0, 3);

describe.each([tsb, imapa])('$name', (member) => {
  itKeepsItsWord(member, { from: 1 });

  it('forecasts nothing from zeros alone', () => {
    expect(member.fit(new Float64Array(30), 12)!.forecast(3)).toEqual(new Float64Array(3));
  });
});

describe('tsb', () => {
  it('agrees with statsforecast 2.1.1', () => {
    expect(tsb.fit(RARE, 12)!.forecast(1)[0]).toBeCloseTo(0.70299224, 7);
  });

  it('expects less the longer nothing is sold', () => {
    const quiet = Float64Array.from([...RARE, 0, 0, 0, 0, 0, 0]);
    expect(tsb.fit(quiet, 12)!.forecast(1)[0]).toBeLessThan(tsb.fit(RARE, 12)!.forecast(1)[0]! / 1.5);
  });
});

describe('imapa', () => {
  it('agrees with statsforecast 2.1.1', () => {
    expect(imapa.fit(RARE, 12)!.forecast(1)[0]).toBeCloseTo(0.69035225, 2);
  });
});
