import { uniform } from './random.ts';
import { forecast } from './forecast.ts';
import { shippedPool } from './shippedPool.ts';
import { tenantPool } from './tenantPool.ts';
import type { Series } from './types.ts';

const monthly = (values: Float64Array): Series => ({
  values,
  frequency: 'month',
  start: Date.UTC(2019, 0, 1),
  nonNegative: true,
});
const next = uniform(11);
const artists = Array.from({ length: 12 }, () =>
  monthly(Float64Array.from({ length: 48 }, (_, at) => (at % 12 === 11 ? 300 : 100) * (0.8 + 0.4 * next())))
);
const pool = tenantPool(artists, 6);

describe('what the series of one tenant teach', () => {
  it('is the season that they share, for an artist who has just begun', () => {
    const made = forecast(
      monthly(Float64Array.of(90, 100, 110, 95, 105, 100, 98)),
      { horizon: 6, levels: [80], seed: 1 },
      pool
    );
    expect(made.mean[4]! / made.mean[3]!).toBeGreaterThan(1.8);
  });

  it('is a range for an artist without any value, and a notice that says whose it is', () => {
    const made = forecast(monthly(new Float64Array(0)), { horizon: 12, levels: [80], seed: 1 }, pool);
    expect(made.notices.map(({ code }) => code)).toEqual(['FORECAST_PRIOR']);
    expect(made.mean[0]).toBeGreaterThan(80);
    expect(made.mean[0]).toBeLessThan(160);
    expect(made.bounds[0]!.lower[0]).toBeLessThan(made.mean[0]!);
  });

  it('leaves the shipped pool as it was, and keeps its trees', () => {
    expect(shippedPool().levels).toBeUndefined();
    expect(pool.global).toBe(shippedPool().global);
  });
});
