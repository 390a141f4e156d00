import { uniform } from '../random.ts';
import { columnsFor, featuresOf } from './features.ts';
import { admits, globalForecast } from './model.ts';
import { trainGlobal } from './train.ts';

const next = uniform(3);
const history = (length: number) =>
  Float64Array.from({ length }, (_, at) => 100 * (1 + 0.3 * Math.sin((2 * Math.PI * at) / 12)) * (0.9 + 0.2 * next()));
const logs = (values: Float64Array) => values.map(Math.log);
const flat = (value: number) => new Float64Array(6).fill(value);

describe('what the global model sees', () => {
  const values = history(60);

  it('holds neither currency nor size', () => {
    const here = featuresOf(logs(values), 12, [logs(flat(100)), logs(flat(120))]);
    const there = featuresOf(logs(values.map((value) => 1e6 * value)), 12, [logs(flat(1e8)), logs(flat(1.2e8))]);
    expect(here.columns).toBe(columnsFor(2));
    here.x.forEach((value, at) => expect(there.x[at]).toBeCloseTo(value, 6));
  });

  it('is full of numbers but for years that the history does not have', () => {
    const { x, columns } = featuresOf(logs(history(24)), 12, [logs(flat(100))]);
    const missing = Array.from(x.subarray(0, columns), (value) => Number.isNaN(value)).filter(Boolean).length;
    expect(missing).toBe(2);
  });
});

describe('the global model', () => {
  const lessons = Array.from({ length: 400 }, () => ({
    values: history(48),
    forecasts: [flat(100), flat(110)],
    actual: flat(130),
    weight: 1,
  }));
  const model = trainGlobal(lessons, ['a', 'b'], 12);

  it('learns how far the members are off', () => {
    const found = globalForecast(model, history(48), 12, [flat(100), flat(110)]);
    found.forEach((value) => expect(Math.abs(value - 130)).toBeLessThan(8));
  });

  it('speaks only of what it has learnt: positive histories of its season and its members', () => {
    const values = history(48);
    expect(admits(model, values, 12, ['a', 'b'])).toBe(true);
    expect(admits(model, values.with(3, 0), 12, ['a', 'b'])).toBe(false);
    expect(admits(model, values.slice(0, 20), 12, ['a', 'b'])).toBe(false);
    expect(admits(model, values, 52, ['a', 'b'])).toBe(false);
    expect(admits(model, values, 12, ['b', 'a'])).toBe(false);
  });
});
