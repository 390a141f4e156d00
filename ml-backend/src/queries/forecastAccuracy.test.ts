import { columns, dateOf, notices, testQueries } from './testing.ts';
import type { TestQueries } from './testing.ts';
import { forgetForecastAnswers } from './standingForecast.ts';
import { refreshForecast } from '../serving/refresh.ts';
import { createForecaster } from '../serving/forecaster.ts';
import type { Artist } from '../store/artists.ts';
import { withTenant } from '../store/connection.ts';
import { findMetric } from '../store/metrics.ts';

const revenue = findMetric('revenue')!;
const forecaster = createForecaster();
let queries: TestQueries;
let artist: Artist;

beforeAll(async () => {
  queries = await testQueries();
  artist = await queries.artist({ slug: 'ada', name: 'Ada' });
  await queries.artist({ slug: 'silent' });
  for (let month = 0; month < 48; month++) {
    const wave = Math.sin(month * 1.7) + Math.sin(month * 0.9);
    const amount = (1000 + 10 * month + 150 * wave).toFixed(2);
    await queries.facts(artist, 'ledger_entry', [{ occurred_at: dateOf(2022, month, 1), amount }]);
  }
});
afterAll(() => Promise.all([queries.close(), forecaster.close()]));

const refreshAt = (asOf: Date) =>
  refreshForecast(queries.database.db, forecaster, {
    tenantId: queries.database.tenantId,
    artist,
    metric: revenue,
    bucket: 'month',
    asOf,
  });
const ask = async (params: object = {}) => {
  forgetForecastAnswers();
  return (await queries.frames('forecast_accuracy', { artists: ['ada'], ...params }))[0]!;
};

it('says that nothing can be judged where nothing is known', async () => {
  expect(notices(await ask({ artists: ['silent'] }))).toEqual([
    expect.stringMatching(/^No forecast has come due yet, and/),
  ]);
});

it('tells of the backtest until a stored forecast has come due, and says so', async () => {
  await refreshAt(new Date('2025-03-10T00:00:00Z'));
  const frame = await ask();
  expect(columns(frame)).toMatchObject({ measured: ['backtest'], ahead: ['1 month'], n: [expect.any(Number)] });
  expect(columns(frame)['coverage/80']).toEqual([null]);
  expect(columns(frame)['coverage/95']![0]).toBeGreaterThan(0.5);
  expect(notices(frame)).toEqual([expect.stringMatching(/^No stored forecast has come due yet/)]);
});

it('judges stored forecasts by how far ahead they spoke, beside the naive over the same months', async () => {
  await refreshAt(new Date('2025-06-10T00:00:00Z'));
  await refreshAt(new Date('2026-01-10T00:00:00Z'));
  const table = columns(await ask());
  // Forecasts of March and June 2025 against ten and seven months that came.
  expect(table).toMatchObject({
    ahead: ['1 month', '2–3 months', '4–6 months', '7–12 months', '1 month'],
    measured: [...Array<string>(4).fill('stored forecasts'), 'backtest'],
    n: [2, 4, 6, 5, expect.any(Number)],
    forecasts: [2, 2, 2, 2, 1],
  });
  const { rows } = await withTenant(queries.database.db, queries.database.tenantId, async (tx) => ({
    rows: await tx.selectFrom('forecast_score').selectAll().where('step', '=', 1).execute(),
  }));
  const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(table.mase![0]).toBeCloseTo(meanOf(rows.map((row) => Math.abs(row.actual - row.mean) / row.scale!)));
  expect(table.naiveMase![0]).toBeCloseTo(meanOf(rows.map((row) => Math.abs(row.actual - row.naive!) / row.scale!)));
  for (const level of [50, 80, 95]) {
    const share = table[`coverage/${level}`]![0] as number;
    expect([0, 0.5, 1]).toContain(share);
  }
});

it('counts of several forecasts for the same month the last one, once', async () => {
  const before = columns(await ask());
  const [score] = await withTenant(queries.database.db, queries.database.tenantId, async (tx) => {
    const [log] = await tx.selectFrom('forecast_log').selectAll().orderBy('as_of_bucket').limit(1).execute();
    const copy = {
      facts_key: 'later',
      made_at: new Date(log!.made_at.getTime() + 1),
      payload: JSON.stringify(log!.payload),
    };
    await tx
      .insertInto('forecast_log')
      .values({ ...log!, ...copy })
      .execute();
    const scores = await tx.selectFrom('forecast_score').selectAll().where('facts_key', '=', log!.facts_key).execute();
    await tx
      .insertInto('forecast_score')
      .values(scores.map((row) => ({ ...row, facts_key: 'later', mean: row.actual })))
      .execute();
    return scores;
  });
  expect(score).toBeDefined();
  const after = columns(await ask());
  expect(after.n).toEqual(before.n);
  // The later one said exactly what came.
  expect(after.mase![0]).toBeLessThan(before.mase![0] as number);
});
