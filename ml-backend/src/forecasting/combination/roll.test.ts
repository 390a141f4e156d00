import type { Member } from '../members/member.ts';
import { pseudoOrigins } from './origins.ts';
import { sayAt } from './roll.ts';

const always = (name: string, value: number | undefined): Member => {
  const fit: Member['fit'] = () =>
    value === undefined ? undefined : { structure: {}, forecast: (horizon) => new Float64Array(horizon).fill(value) };
  return { name, fit, refit: fit };
};
const values = Float64Array.of(5, 6, 7, 6);
const stand = Float64Array.of(6, 6);

describe('what the members say', () => {
  it('is replaced by the naive forecast for a member that explodes', () => {
    for (const wild of [71, NaN, Infinity, -100]) {
      const { forecasts, failed } = sayAt([always('calm', 6), always('wild', wild)], values, 1, 2, stand, {});
      expect([Array.from(forecasts[1]!), failed]).toEqual([
        [6, 6],
        [false, true],
      ]);
    }
  });

  it('is replaced by the others’ mean for a member without a model, by the naive forecast where there is no other', () => {
    const two = sayAt([always('a', 6), always('b', 8), always('silent', undefined)], values, 1, 2, stand, {});
    expect(Array.from(two.forecasts[2]!)).toEqual([7, 7]);
    expect(Array.from(sayAt([always('silent', undefined)], values, 1, 2, stand, {}).forecasts[0]!)).toEqual([6, 6]);
  });

  it('does not come near zero where the history never did', () => {
    expect(Array.from(sayAt([always('low', -3)], values, 1, 2, stand, {}).forecasts[0]!)).toEqual([0.5, 0.5]);
  });

  it('keeps the structures that it is given and fills the others', () => {
    const calls: string[] = [];
    const member = (name: string): Member => ({
      name,
      fit: () => (calls.push(`fit ${name}`), { structure: { name }, forecast: (h) => new Float64Array(h) }),
      refit: (_, __, structure) => (calls.push(`refit ${name}`), { structure, forecast: (h) => new Float64Array(h) }),
    });
    const structures = { a: { name: 'kept' } };
    sayAt([member('a'), member('b')], values, 1, 2, stand, structures);
    expect(calls).toEqual(['refit a', 'fit b']);
    expect(structures).toEqual({ a: { name: 'kept' }, b: { name: 'b' } });
  });
});

describe('earlier origins', () => {
  it('lie two, one and a half, one and half a horizon before the end', () => {
    expect(pseudoOrigins(120, 12, 12)).toEqual([96, 102, 108, 114]);
  });

  it('move together where the history is short, with two seasons before the first', () => {
    expect(pseudoOrigins(30, 12, 12)).toEqual([24, 25, 27, 28]);
    expect(pseudoOrigins(25, 12, 12)).toEqual([]);
  });
});
