import { AIR_PASSENGERS, distance, itKeepsItsWord } from '../testing.ts';
import { onLogScale } from '../logScale.ts';
import { autoEts } from './autoEts.ts';

describe('autoEts', () => {
  itKeepsItsWord(autoEts, { from: 5 });

  it('finds a multiplicative season and a trend in the air passengers', () => {
    const { structure, forecast } = autoEts.fit(AIR_PASSENGERS, 12)!;
    expect(structure.model).toMatch(/^MA(d)?M$/);
    const theirs = [
      448.313, 442.994, 507.42, 493.401, 494.382, 561.877, 626.771, 623.996, 544.174, 476.807, 414.89, 469.24,
    ]; // statsforecast 2.1.1, AutoETS(model='MAM'), whose optimiser stops earlier
    expect(distance(forecast(12), theirs)).toBeLessThan(0.02);
  });

  it('fits no season that two years cannot pay for', () => {
    const values = Float64Array.from({ length: 25 }, (_, at) => 100 + ((at * 7919) % 31));
    expect(autoEts.fit(values, 12)!.structure.model).toMatch(/N$/);
  });

  it('fits no relative error where a value is not positive', () => {
    const values = AIR_PASSENGERS.map((value) => value - 104);
    expect(autoEts.fit(values, 12)!.structure.model).toMatch(/^A.*[NA]$/);
  });

  it('takes a season of 52 weeks out before and puts it back after', () => {
    const values = Float64Array.from({ length: 182 }, (_, at) => 100 + 50 * Math.sin((2 * Math.PI * at) / 52));
    const { structure, forecast } = autoEts.fit(values.subarray(0, 156), 52)!;
    expect(structure.model).toMatch(/N$/);
    expect(distance(forecast(26), values.subarray(156))).toBeLessThan(0.05);
  });

  it('keeps the model at a refit of a longer history', () => {
    const before = autoEts.fit(AIR_PASSENGERS.subarray(0, 120), 12)!;
    expect(autoEts.refit(AIR_PASSENGERS, 12, before.structure)!.structure.model).toBe(before.structure.model);
  });
});

describe('autoEts on logarithms', () => {
  const logs = onLogScale(autoEts);

  it('has additive parts only', () => {
    expect(logs.fit(AIR_PASSENGERS, 12)!.structure.model).toMatch(/^A.*A$/);
  });

  it('does not care about the unit', () => {
    const thousandths = logs
      .fit(
        AIR_PASSENGERS.map((value) => value / 1000),
        12
      )!
      .forecast(24);
    expect(
      distance(
        thousandths,
        logs
          .fit(AIR_PASSENGERS, 12)!
          .forecast(24)
          .map((value) => value / 1000)
      )
    ).toBeLessThan(0.01);
  });
});
