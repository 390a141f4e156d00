import fc from 'fast-check';
import { bucketTime } from './calendar.ts';
import { forecast, readForecast } from './forecast.ts';
import type { Forecast, ForecastOptions, Series } from './types.ts';

/** Histories below two seasons; longer ones are in forecast.long.test.ts. */
const monthly = (values: number[], nonNegative = true): Series => ({
  values: Float64Array.from(values),
  frequency: 'month',
  start: Date.UTC(2022, 0, 1),
  nonNegative,
});
const options: ForecastOptions = { horizon: 6, levels: [95, 50, 80], seed: 1 };
const codes = (made: Forecast) => made.notices.map(({ code }) => code);
const amounts = fc.array(fc.oneof(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.constantFrom(0, NaN)), {
  maxLength: 23,
});

function expectNested({ bounds }: Forecast, nonNegative: boolean) {
  expect(bounds.map(({ level }) => level)).toEqual([50, 80, 95]);
  bounds.forEach(({ lower, upper }, index) => {
    const inner = bounds[index - 1];
    lower.forEach((low, step) => {
      expect(low).toBeLessThanOrEqual(upper[step]!);
      expect(low).toBeGreaterThanOrEqual(nonNegative ? 0 : -Infinity);
      expect(low).toBeLessThanOrEqual(inner?.lower[step] ?? Infinity);
      expect(upper[step]).toBeGreaterThanOrEqual(inner?.upper[step] ?? -Infinity);
    });
  });
}

describe('a forecast of a short history', () => {
  it('is empty and says why when there is no value', () => {
    for (const values of [[], [NaN, NaN]]) {
      const made = forecast(monthly(values), options);
      expect(made.times).toHaveLength(0);
      expect(made.total).toBeUndefined();
      expect(codes(made)).toEqual(['FORECAST_NO_HISTORY']);
      expect(made.backtest).toMatchObject({ n: 0, points: [] });
    }
  });

  it('is the mean of the last three below six months, with a wide range', () => {
    const made = forecast(monthly([900, 100, 110, 120]), options);
    expect(made.mean[0]).toBeCloseTo(110, 9);
    const [wide] = made.bounds.slice(-1);
    expect(wide!.upper[0]! / wide!.lower[0]!).toBeGreaterThan(3);
    expect(codes(made)).toContain('FORECAST_SHORT_HISTORY');
  });

  it('has a range for a single value', () => {
    const [inner] = forecast(monthly([100]), options).bounds;
    expect(inner!.lower[0]).toBeLessThan(100);
    expect(inner!.upper[0]).toBeGreaterThan(100);
  });

  it('has some of its own season from twelve months on', () => {
    const year = [10, 10, 10, 10, 10, 100, 10, 10, 10, 10, 10, 10];
    const made = forecast(monthly(year), { ...options, horizon: 12 });
    expect(made.mean[5]).toBeGreaterThan(1.5 * made.mean[4]!);
    expect(codes(made)).toContain('FORECAST_SHORT_HISTORY');
    expect(made.members.map(({ name }) => name)).toEqual(['damped-log', 'theta', 'recent-mean']);
  });

  it('starts after the months that have not come in', () => {
    const made = forecast(monthly([5, 6, 7, NaN, NaN]), options);
    expect(made.times[0]).toBe(Date.UTC(2022, 5, 1));
    expect(codes(made)).toContain('FORECAST_LATE_VALUES');
  });

  it('says that a history ends in zeros', () => {
    const made = forecast(monthly([5, 6, 7, 5, 6, 0, 0, 0, 0, 0, 0, 0, 0]), options);
    expect(codes(made)).toEqual(expect.arrayContaining(['FORECAST_ENDS_IN_ZEROS', 'FORECAST_INTERMITTENT']));
  });

  it('stays at zero for a series of zeros', () => {
    const made = forecast(monthly(new Array<number>(18).fill(0)), options);
    expect(Array.from(made.mean)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(made.total!.median).toBe(0);
  });

  it.each([8, 18, 30])('makes up no range in units of the currency for %d zeros', (months) => {
    const made = forecast(monthly(new Array<number>(months).fill(0)), options);
    expect(made.total!.bounds).toEqual(made.total!.bounds.map(({ level }) => ({ level, lower: 0, upper: 0 })));
  });
});

describe('any short forecast', () => {
  it('has nested bounds that never cross and never fall below zero where the metric can not', () => {
    fc.assert(
      fc.property(amounts, fc.boolean(), (values, nonNegative) => {
        const made = forecast(monthly(values, nonNegative), options);
        if (made.times.length > 0) expectNested(made, nonNegative);
      }),
      { numRuns: 40 }
    );
  });

  it('is the same, bit for bit, for the same seed', () => {
    fc.assert(
      fc.property(amounts, fc.integer(), (values, seed) => {
        const once = forecast(monthly(values), { ...options, seed });
        expect(forecast(monthly(values), { ...options, seed })).toEqual(once);
      }),
      { numRuns: 15 }
    );
  });

  it('never lets a later value change an earlier backtest point', () => {
    fc.assert(
      fc.property(amounts, amounts, (known, later) => {
        const { points } = forecast(monthly([...known, ...later].slice(0, 23)), options).backtest;
        const now = bucketTime(Date.UTC(2022, 0, 1), 'month', known.length);
        const before = forecast(monthly(known), options).backtest.points;
        // The window of origins moves on with the series, so only those in both are compared.
        const shared = points.filter(({ time }) => time < now);
        expect(shared).toEqual(before.filter(({ time }) => shared.some((point) => point.time === time)));
      }),
      { numRuns: 30 }
    );
  });

  it('moves in proportion when the currency does', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1, max: 1e5, noNaN: true }), { minLength: 3, maxLength: 23 }), (values) => {
        const made = forecast(monthly(values), options);
        const scaled = forecast(monthly(values.map((value) => value * 7)), options);
        made.mean.forEach((value, step) => expect(scaled.mean[step]! / value).toBeCloseTo(7, 6));
        made.bounds[2]!.upper.forEach((value, step) =>
          expect(scaled.bounds[2]!.upper[step]! / value).toBeCloseTo(7, 6)
        );
        expect(scaled.total!.bounds[0]!.lower / made.total!.bounds[0]!.lower).toBeCloseTo(7, 6);
      }),
      { numRuns: 20 }
    );
  });
});

describe('readForecast', () => {
  const made = forecast(monthly([5, 6, 7, 8, 7, 6, 5, 4]), { ...options, horizon: 12 });

  it('reads the first steps, their bounds and their total', () => {
    const read = readForecast(made, 3, [80]);
    expect(read.mean).toEqual(made.mean.slice(0, 3));
    expect(read.bounds[0]!.upper).toEqual(made.bounds[1]!.upper.slice(0, 3));
    expect(read.total).toMatchObject({ horizon: 3 });
  });

  it('refuses what the forecast does not hold', () => {
    expect(() => readForecast(made, 13, [80])).toThrow(RangeError);
    expect(() => readForecast(made, 3, [100])).toThrow('level 100');
  });
});

it('returns as many paths as are asked for, and none otherwise', () => {
  const series = monthly([5, 6, 7, 8]);
  expect(forecast(series, { ...options, paths: 10 }).paths).toHaveLength(10);
  expect(forecast(series, options).paths).toBeUndefined();
});
