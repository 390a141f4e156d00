import { forecast, refit } from './forecast.ts';
import { NO_POOL } from './intervals/pool.ts';
import { uniform } from './random.ts';
import type { Forecast, ForecastOptions, Series } from './types.ts';

const options: ForecastOptions = { horizon: 12, levels: [50, 80, 95], seed: 1 };

function monthly(values: ArrayLike<number>, nonNegative = true): Series {
  return { values: Float64Array.from(values), frequency: 'month', start: Date.UTC(2016, 0, 1), nonNegative };
}

/** Income with a summer season, growth and noise. */
function income(length: number, seed: number): Float64Array {
  const next = uniform(seed);
  const season = (i: number) => 1 + 0.4 * Math.sin((2 * Math.PI * i) / 12);
  return Float64Array.from({ length }, (_, i) => 1000 * 1.01 ** i * season(i) * (0.8 + 0.4 * next()));
}

const forecastAll = (series: Series[], asked = options) => series.map((one) => forecast(one, asked));

describe('a forecast of two years and more', () => {
  const values = income(60, 1);
  const later = values.with(57, 1e7).with(58, 0).with(59, 3);
  const scaled = values.map((value) => value * 3);
  const gaps = values.with(20, NaN).with(41, NaN);
  const zeros = values.with(30, 0);
  const [made, again, changed, tripled, holed, touched, net] = forecastAll([
    monthly(values),
    monthly(values),
    monthly(later),
    monthly(scaled),
    monthly(gaps),
    monthly(zeros),
    monthly(
      values.map((value) => value - 1500),
      false
    ),
  ]) as [Forecast, Forecast, Forecast, Forecast, Forecast, Forecast, Forecast];

  it('joins members on both scales, and the trees that all series share', () => {
    expect(made.members.map(({ name }) => name)).toEqual([
      'ets',
      'ets-log',
      'theta',
      'theta-log',
      'arima101011',
      'arima101011-log',
      'seasonal-naive',
      'global-trees',
    ]);
    expect(made.members.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  it('is the same, bit for bit, for the same seed', () => {
    expect(again).toEqual(made);
  });

  it('never lets a later value change an earlier backtest point', () => {
    const before = (one: Forecast) => one.backtest.points.filter(({ time }) => time < Date.UTC(2020, 9, 1));
    expect(before(made)).toHaveLength(21);
    expect(before(changed)).toEqual(before(made));
  });

  it('moves in proportion when the currency does', () => {
    made.mean.forEach((value, step) => expect(tripled.mean[step]! / value).toBeCloseTo(3, 1));
    made.bounds[2]!.upper.forEach((value, step) => expect(tripled.bounds[2]!.upper[step]! / value).toBeCloseTo(3, 1));
  });

  it('has nested bounds around its mean', () => {
    const [inner, middle, outer] = made.bounds;
    made.mean.forEach((mean, step) => {
      const chain = [outer!.lower, middle!.lower, inner!.lower].map((bound) => bound[step]!);
      const up = [inner!.upper, middle!.upper, outer!.upper].map((bound) => bound[step]!);
      expect([...chain, mean, ...up]).toEqual([...chain, mean, ...up].toSorted((a, b) => a - b));
    });
  });

  it('fills gaps and says so', () => {
    expect(holed.notices.map(({ code }) => code)).toEqual(['FORECAST_MISSING_VALUES']);
    expect(holed.backtest.n).toBe(23);
  });

  it('does without logarithms where a zero occurs, and says nothing of it', () => {
    expect(touched.notices).toEqual([]);
    expect(touched.mean.every((value) => value > 0)).toBe(true);
  });

  it('lets a metric that can be negative be so', () => {
    expect(net.bounds[2]!.lower.some((value) => value < 0)).toBe(true);
  });

  it('beats last year’s value on a growing series, and its range holds', () => {
    expect(made.backtest.n).toBe(24);
    expect(made.backtest.error).toBeLessThan(made.backtest.naiveError);
    expect(made.backtest.mase).toBeLessThan(1);
    expect(made.backtest.coverage).toBeGreaterThanOrEqual(0.8);
  });
});

describe('a weekly forecast', () => {
  const weekly = (length: number): Series => ({ ...monthly(income(length, 2)), frequency: 'week' });
  const [short, long] = forecastAll([weekly(60), weekly(120)]) as [Forecast, Forecast];

  it('has only a smooth season below 110 weeks and says so', () => {
    expect(short.members.map(({ name }) => name)).toContain('damped-log');
    expect(short.notices.map(({ code }) => code)).toEqual(['FORECAST_NO_SEASON']);
  });

  it('has one from 110 weeks on', () => {
    expect(long.members.map(({ name }) => name)).toContain('seasonal-naive');
    expect(long.times[1]! - long.times[0]!).toBe(7 * 24 * 3600 * 1000);
  });
});

describe('a refit', () => {
  const values = income(80, 6);
  const before = forecast(monthly(values.slice(0, 79)), options);
  const made = refit(monthly(values), JSON.parse(JSON.stringify(before.structure)), options);
  const anew = forecast(monthly(values), options);

  it('keeps shares and structures that went through JSON, and comes near the forecast made anew', () => {
    expect(made.members).toEqual(before.members);
    made.mean.forEach((value, step) => expect(Math.abs(value / anew.mean[step]! - 1)).toBeLessThan(0.1));
    expect(made.backtest.n).toBe(0);
  });

  it('chooses anew where the history is of another kind by now', () => {
    const rare = new Float64Array(80).map((_, at) => (at % 5 === 0 ? 3 : 0));
    const names = refit(monthly(rare), before.structure!, options).members.map(({ name }) => name);
    expect(names).toEqual(['tsb', 'imapa', 'yearly-mean']);
  });
});

describe('a pool', () => {
  it('is not needed: a series can stand alone', () => {
    const made = forecast(monthly(income(60, 8)), options, NO_POOL);
    expect(made.members.map(({ name }) => name)).not.toContain('global-trees');
    expect(made.bounds[2]!.upper[0]).toBeGreaterThan(made.mean[0]!);
  });
});

describe('hostile histories', () => {
  const hostile: Record<string, ArrayLike<number>> = {
    'a constant': new Float64Array(60).fill(5),
    'all zero': new Float64Array(60),
    'one spike': new Float64Array(60).with(50, 1e9),
    'infinite values': income(60, 3).with(10, Infinity).with(59, -Infinity),
    'negative refunds': income(60, 3).with(40, -500),
    'tiny numbers': income(60, 3).map((value) => value * 1e-12),
    'huge numbers': income(60, 3).map((value) => value * 1e12),
    'every second month missing': income(60, 3).map((value, i) => (i % 2 ? NaN : value)),
    'exponential growth': Float64Array.from({ length: 48 }, (_, i) => 2 ** i),
    'one point': Float64Array.of(5),
    'unsorted and doubled months would be a caller’s fault, a jump of them is not': income(48, 5).map((v, i) =>
      i > 40 ? v * 1000 : v
    ),
    'ten thousand points': income(10_000, 4).map((value, i) => value / 1.01 ** i),
  };
  const made = forecastAll(Object.values(hostile).map((values) => monthly(values)));

  it.each(Object.keys(hostile).map((name, index) => [name, index] as const))('%s gives finite numbers', (_, index) => {
    const { mean, bounds, total } = made[index]!;
    expect(mean).toHaveLength(12);
    for (const list of [mean, ...bounds.flatMap(({ lower, upper }) => [lower, upper]), total!.quantiles]) {
      expect(Array.from(list).every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
    }
  });
});
