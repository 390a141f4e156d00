import { forecast, readForecast } from '../forecasting/forecast.ts';
import type { Series } from '../forecasting/types.ts';
import { fromPayload, toPayload } from './payload.ts';
import type { StoredPayload } from './payload.ts';

const series: Series = {
  values: Float64Array.of(5, 6, 7, 8, 7, 6, 5, 4, 5),
  frequency: 'month',
  start: Date.UTC(2024, 0, 1),
  nonNegative: true,
};
const made = forecast(series, { horizon: 12, levels: [80], seed: 1 });
const throughJson = (payload: StoredPayload) => JSON.parse(JSON.stringify(payload)) as StoredPayload;

it('comes back from JSON with the same mean, and bounds to six digits', () => {
  const back = readForecast(fromPayload(throughJson(toPayload(made, []))), 12, [80]);
  expect(back.mean).toEqual(made.mean);
  expect(back.times).toEqual(made.times);
  made.bounds[0]!.upper.forEach((value, step) => expect(back.bounds[0]!.upper[step]! / value).toBeCloseTo(1, 5));
  expect(back.total!.median / made.total!.median).toBeCloseTo(1, 5);
});

it('keeps figures that do not exist apart from zero', () => {
  const { backtest } = fromPayload(throughJson(toPayload(made, ['a rate is missing'])));
  expect(backtest.naiveError).toBeNaN();
  expect(backtest.n).toBe(made.backtest.n);
});

it('is small: two years of months below 15 kB', () => {
  const long = forecast(series, { horizon: 24, levels: [], seed: 1 });
  expect(JSON.stringify(toPayload(long, [])).length).toBeLessThan(15_000);
});
