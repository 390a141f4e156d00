import { randomUUID } from 'node:crypto';
import { createArtist } from '../store/artists.ts';
import type { Artist } from '../store/artists.ts';
import { withTenant } from '../store/connection.ts';
import { findMetric } from '../store/metrics.ts';
import { testDatabase } from '../store/testing.ts';
import type { TestDatabase } from '../store/testing.ts';
import { readForecast } from '../forecasting/forecast.ts';
import { createForecaster } from './forecaster.ts';
import { currentForecast } from './forecasts.ts';
import { refreshForecast } from './refresh.ts';
import { trainForecasts } from './train.ts';
import type { TrainProgress } from './train.ts';

const revenue = findMetric('revenue')!;
const asOf = new Date('2026-01-15T00:00:00Z');
const forecaster = createForecaster();
let test: TestDatabase;
let artist: Artist;
let silent: Artist;

beforeAll(async () => {
  test = await testDatabase();
  [artist, silent] = await withTenant(test.db, test.tenantId, async (tx) => [
    await createArtist(tx, { slug: 'ada', name: 'Ada' }),
    await createArtist(tx, { slug: 'silent', name: 'Silent' }),
  ]);
  for (let month = 0; month < 36; month++) {
    await earn(new Date(Date.UTC(2023, month, 1)), 1000 + 20 * month + 300 * Math.sin(month / 2));
  }
});
afterAll(() => Promise.all([test.close(), forecaster.close()]));

async function earn(month: Date, amount: number) {
  await withTenant(test.db, test.tenantId, (tx) =>
    tx
      .insertInto('ledger_entry')
      .values({
        tenant_id: tx.tenantId,
        artist_id: artist.artistId,
        direction: 'revenue',
        category: 'gig',
        amount: amount.toFixed(2),
        currency: 'USD',
        grain: 'month',
        occurred_at: month,
        known_at: month,
        ingested_at: month,
        source: 'test',
        source_key: randomUUID(),
      })
      .execute()
  );
}

const refresh = (at = asOf) =>
  refreshForecast(test.db, forecaster, { tenantId: test.tenantId, artist, metric: revenue, bucket: 'month', asOf: at });
const current = () =>
  withTenant(test.db, test.tenantId, (tx) =>
    currentForecast(tx, { artistId: artist.artistId, metric: 'revenue', bucket: 'month' })
  );

it('finds nothing before a forecast was stored', async () => {
  expect(await current()).toBeUndefined();
});

it('computes, stores and reads back the forecast of all complete months', async () => {
  const refreshed = await refresh();
  expect(refreshed).toMatchObject({ made: true });
  const found = await current();
  expect(found!.asOfBucket).toBe(Date.UTC(2026, 0, 1));
  expect(found!.history).toHaveLength(36);
  expect(found!.historyFrom).toBe(Date.UTC(2023, 0, 1));
  const read = readForecast(found!.forecast, 12, [80, 95]);
  expect(read.bounds[1]!.upper[11]).toBeGreaterThan(read.mean[11]!);
  expect(found!.forecast.backtest.n).toBe(24);
});

it('computes the same facts once only, also when asked at the same moment', async () => {
  expect((await refresh())!.made).toBe(false);
  await earn(new Date(Date.UTC(2025, 11, 1)), 77);
  const later = new Date('2026-01-16T00:00:00Z');
  const both = await Promise.all([refresh(later), refresh(later)]);
  expect(both[0]!.stored).toEqual(both[1]!.stored);
  expect((await current())!.factsKey).toBe(both[0]!.stored.factsKey);
});

it('keeps the standing forecast when an earlier moment is asked for', async () => {
  const standing = await current();
  const earlier = await refresh(new Date('2025-06-10T00:00:00Z'));
  expect(earlier!.stored.asOfBucket).toBeLessThan(standing!.asOfBucket);
  expect((await current())!.factsKey).toBe(standing!.factsKey);
});

it('looks back without a trace in the log, the same facts once', async () => {
  const count = () =>
    withTenant(test.db, test.tenantId, (tx) =>
      tx.selectFrom('forecast_log').select('made_at').orderBy('made_at').execute()
    );
  const before = await count();
  const at = new Date('2025-09-10T00:00:00Z');
  const request = { tenantId: test.tenantId, artist, metric: revenue, bucket: 'month', lookBack: true } as const;
  const first = await refreshForecast(test.db, forecaster, { ...request, asOf: at });
  const second = await refreshForecast(test.db, forecaster, { ...request, asOf: new Date(at.getTime() + 1) });
  expect(first).toMatchObject({ made: true, stored: { asOfBucket: Date.UTC(2025, 8, 1) } });
  expect(second).toEqual({ made: false, stored: first!.stored });
  expect(await count()).toEqual(before);
});

it('is undefined for an artist without facts', async () => {
  const request = { tenantId: test.tenantId, artist: silent, metric: revenue, bucket: 'month', asOf } as const;
  expect(await refreshForecast(test.db, forecaster, request)).toBeUndefined();
});

describe('trainForecasts', () => {
  it('goes through all artists and metrics and tells how far it is', async () => {
    const steps: TrainProgress[] = [];
    const request = {
      tenantId: test.tenantId,
      asOf: new Date('2026-01-17T00:00:00Z'),
      onProgress: (step: TrainProgress) => steps.push(step),
    };
    const done = await trainForecasts(test.db, forecaster, request);
    expect(done).toMatchObject({ done: 28, total: 28, failed: [] });
    expect(done.unchanged).toBeGreaterThanOrEqual(1);
    expect(steps.map((step) => step.done)).toEqual(Array.from({ length: 28 }, (_, index) => index + 1));
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const request = { tenantId: test.tenantId, asOf, signal: stop.signal, onProgress: () => stop.abort() };
    await expect(trainForecasts(test.db, forecaster, request)).rejects.toThrow('abort');
  });
});
