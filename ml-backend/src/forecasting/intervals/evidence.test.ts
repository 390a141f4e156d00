import { uniform } from '../random.ts';
import { changesOf, evidenceAt } from './evidence.ts';

const year = [1, 5, 2, 8, 3, 9, 1, 4, 7, 2, 6, 3];
const noise = (() => {
  const next = uniform(5);
  return Float64Array.from({ length: 120 }, () => next() - 0.5);
})();

describe('changes between neighbours', () => {
  it('do not count the usual change of a calendar month', () => {
    expect(changesOf(Float64Array.from([...year, ...year, ...year]), 12).size).toBeCloseTo(0, 9);
  });

  it('swing back in noise around a level and not in a random walk', () => {
    let at = 0;
    const walk = noise.map((step) => (at += step));
    expect(changesOf(noise, 1).persistence).toBeLessThan(-0.3);
    expect(Math.abs(changesOf(walk, 1).persistence)).toBeLessThan(0.3);
  });

  it('are unknown for a single value', () => {
    expect(changesOf(Float64Array.of(3), 12).size).toBeNaN();
  });
});

describe('what is known of errors to come', () => {
  const values = Float64Array.from(noise, (value) => 100 + 10 * value);
  const say = (at: number, ...forecasts: number[][]) => ({
    at,
    forecasts: forecasts.map((list) => Float64Array.from(list)),
    failed: forecasts.map(() => false),
    exploded: forecasts.map(() => false),
  });
  const shares = Float64Array.of(0.5, 0.5);

  it('grows with the errors at earlier origins and with how far the members are apart', () => {
    const near = evidenceAt(values, 12, say(120, [100, 100], [101, 101]), [say(110, [100, 100], [100, 100])], shares);
    const far = evidenceAt(values, 12, say(120, [100, 100], [150, 150]), [say(110, [190, 190], [190, 190])], shares);
    expect(far.own).toBeGreaterThan(2 * near.own);
    expect(far.apart).toBeGreaterThan(10 * near.apart);
    expect(far.change).toBe(near.change);
  });

  it('has no own error where there was no earlier origin', () => {
    expect(evidenceAt(values, 12, say(120, [100], [101]), [], shares).own).toBeNaN();
  });

  it('is the same in any currency', () => {
    const said = say(120, [100, 104], [101, 99]);
    const dear = say(120, [700, 728], [707, 693]);
    const here = evidenceAt(values, 12, said, [], shares);
    const there = evidenceAt(
      values.map((value) => 7 * value),
      12,
      dear,
      [],
      shares
    );
    expect(there.change).toBeCloseTo(here.change, 12);
    expect(there.apart).toBeCloseTo(here.apart, 12);
  });
});
