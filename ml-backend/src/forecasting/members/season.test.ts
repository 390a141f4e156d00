import fc from 'fast-check';
import { itAgrees } from '../../testing/oracles.ts';
import { adjusted, reseasoned, seasonOf } from './season.ts';
import { AIR_PASSENGERS, oracle } from './testing.ts';

describe('seasonOf', () => {
  itAgrees('with statsmodels on the additive seasonal cycle', () => {
    const { y } = oracle<{ y: number[] }>('holt_winters_add_fixed');
    const { seasonal_cycle: cycle } = oracle<{ seasonal_cycle: number[] }>('decompose_additive');
    const { indices } = seasonOf(Float64Array.from(y), 12, 'difference');
    cycle.forEach((amount, phase) => expect(indices[phase]).toBeCloseTo(amount, 6));
  });

  it('gives factors with mean 1 and amounts with mean 0', () => {
    const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(seasonOf(AIR_PASSENGERS, 12, 'ratio').indices)).toBeCloseTo(1);
    expect(mean(seasonOf(AIR_PASSENGERS, 12, 'difference').indices)).toBeCloseTo(0);
  });

  it('is put back by what undoes taking it out', () => {
    const values = fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { minLength: 8, maxLength: 40 });
    fc.assert(
      fc.property(values, fc.constantFrom('ratio' as const, 'difference' as const), (list, kind) => {
        const history = Float64Array.from(list);
        const season = seasonOf(history, 4, kind);
        const back = reseasoned(adjusted(history, season), 0, season);
        history.forEach((value, at) => expect(back[at]! / value).toBeCloseTo(1, 6));
      })
    );
  });
});
