import fc from 'fast-check';
import { oracleCase } from '../../testing/oracles.ts';
import { onLogScale } from './logScale.ts';
import type { Member } from './member.ts';

/** A case of the time series oracles; `{name}_ref` points at a value of another case. */
export const oracle = <T>(id: string): T => oracleCase<T>('timeseries.json', id);

/** Passengers of international airlines a month, in thousands, 1949 to 1960 (Box, Jenkins 1976, series G). */
export const AIR_PASSENGERS = Float64Array.of(
  ...[112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118],
  ...[115, 126, 141, 135, 125, 149, 170, 170, 158, 133, 114, 140],
  ...[145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166],
  ...[171, 180, 193, 181, 183, 218, 230, 242, 209, 191, 172, 194],
  ...[196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201],
  ...[204, 188, 235, 227, 234, 264, 302, 293, 259, 229, 203, 229],
  ...[242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278],
  ...[284, 277, 317, 313, 318, 374, 413, 405, 355, 306, 271, 306],
  ...[315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336],
  ...[340, 318, 362, 348, 363, 435, 491, 505, 404, 359, 310, 337],
  ...[360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405],
  ...[417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432]
);

/** The mean of |a - b| over that of |b|. */
export function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const known = Array.from(b);
  const apart = known.reduce((sum, value, at) => sum + Math.abs(a[at]! - value), 0);
  return apart / known.reduce((sum, value) => sum + Math.abs(value), 0);
}

interface Promises {
  /** Fewest values that get a forecast. */
  from: number;
  /** Season lengths that it works with. */
  periods?: number[];
  /** How far a warm refit may lie from a cold fit, as a share of the forecast. */
  apart?: number;
}

/** The behaviour that every member owes to those who combine them. */
export function itKeepsItsWord(member: Member, { from, periods = [1, 4, 12], apart = 0.01 }: Promises): void {
  const forecastOf = (values: ArrayLike<number>, period = 12, horizon = 24) =>
    member.fit(Float64Array.from(values), period)?.forecast(horizon);

  it('forecasts finite values for any history that is long enough', () => {
    const history = fc.array(fc.double({ min: 0, max: 1e7, noNaN: true }), { minLength: from, maxLength: 90 });
    fc.assert(
      fc.property(history, fc.constantFrom(...periods), (values, period) => {
        const forecast = forecastOf(values, period);
        expect(forecast).toHaveLength(24);
        expect(forecast!.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 60 }
    );
  });

  it('has nothing to say about fewer values than it needs, and throws for none', () => {
    for (let count = 0; count < from; count++) {
      expect(forecastOf(new Float64Array(count).fill(3))).toBeUndefined();
    }
  });

  it.each([5, 30, 115])('continues %d equal values, and zeros', (count) => {
    for (const value of count < from ? [] : [7, 0]) {
      const forecast = forecastOf(new Float64Array(count).fill(value))!;
      expect(Math.max(...forecast.map((expected) => Math.abs(expected - value)))).toBeLessThan(1e-3);
    }
  });

  it('does not care about the unit', () => {
    const cents = forecastOf(AIR_PASSENGERS.map((value) => 100 * value))!;
    expect(
      distance(
        cents,
        forecastOf(AIR_PASSENGERS)!.map((value) => 100 * value)
      )
    ).toBeLessThan(1e-3);
  });

  it('refits from its structure, carried as JSON, to about the forecast of a cold fit', () => {
    const { structure } = member.fit(AIR_PASSENGERS, 12)!;
    const carried = JSON.parse(JSON.stringify(structure)) as typeof structure;
    const warm = member.refit(AIR_PASSENGERS, 12, carried)!;
    expect(distance(warm.forecast(24), forecastOf(AIR_PASSENGERS)!)).toBeLessThan(apart);
  });

  it('refits a shorter history than the structure was chosen for', () => {
    const { structure } = member.fit(AIR_PASSENGERS, 12)!;
    const short = member.refit(AIR_PASSENGERS.subarray(0, Math.max(from, 14)), 12, structure);
    expect(short!.forecast(6).every(Number.isFinite)).toBe(true);
  });

  it('leaves the history as it is', () => {
    const values = AIR_PASSENGERS.slice();
    member.fit(values, 12)!.forecast(24);
    expect(values).toEqual(AIR_PASSENGERS);
  });

  it('works on logarithms of positive histories only', () => {
    const logs = onLogScale(member);
    expect(
      logs
        .fit(AIR_PASSENGERS, 12)!
        .forecast(24)
        .every((value) => value > 100)
    ).toBe(true);
    expect(
      logs.fit(
        AIR_PASSENGERS.map((value) => value - 104),
        12
      )
    ).toBeUndefined();
  });
}
