import fc from 'fast-check';
import { chanceAbove, evenSample, PROBABILITIES, quantilesOf, valueAt } from './quantiles.ts';

const even = quantilesOf(Float64Array.from({ length: 1001 }, (_, i) => i));

describe('quantilesOf', () => {
  it('gives back the quantiles of evenly spread values', () => {
    expect(even[PROBABILITIES.indexOf(0.1)]).toBeCloseTo(100, 9);
    expect(even[PROBABILITIES.indexOf(0.975)]).toBeCloseTo(975, 9);
  });
});

describe('valueAt', () => {
  it('is linear between kept probabilities and constant beyond them', () => {
    expect(valueAt(even, 0.33)).toBeCloseTo(330, 9);
    expect(valueAt(even, 0)).toBe(even[0]);
    expect(valueAt(even, 1)).toBe(even.at(-1));
  });

  it('never falls with the probability', () => {
    const sample = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 50 });
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(sample, chance, chance, (values, a, b) => {
        const quantiles = quantilesOf(Float64Array.from(values).sort());
        expect(valueAt(quantiles, Math.min(a, b))).toBeLessThanOrEqual(valueAt(quantiles, Math.max(a, b)) + 1e-6);
      })
    );
  });
});

describe('chanceAbove', () => {
  it('is one minus the probability of a value', () => {
    expect(chanceAbove(even, 250)).toBeCloseTo(0.75, 9);
    expect(chanceAbove(even, -1)).toBe(1);
    expect(chanceAbove(even, 2000)).toBe(0);
  });

  it('counts a value that is certain as not above itself', () => {
    const certain = quantilesOf(Float64Array.of(7, 7, 7));
    expect(chanceAbove(certain, 7)).toBe(0);
    expect(chanceAbove(certain, 6.9)).toBe(1);
  });
});

describe('evenSample', () => {
  it('is valueAt in the middle of each part', () => {
    const sample = evenSample(even, 7);
    sample.forEach((value, index) => expect(value).toBeCloseTo(valueAt(even, (index + 0.5) / 7), 9));
  });
});
