import { createArtist } from '../store/artists.ts';
import type { Artist } from '../store/artists.ts';
import { withTenant } from '../store/connection.ts';
import { testDatabase } from '../store/testing.ts';
import type { TestDatabase } from '../store/testing.ts';
import { forecast } from '../forecasting/forecast.ts';
import { saveForecast } from './forecasts.ts';
import type { StoredForecast } from './forecasts.ts';
import { scoreForecasts } from './scores.ts';

let test: TestDatabase;
let artist: Artist;
const start = Date.UTC(2022, 0, 1);
const truth = Float64Array.from({ length: 48 }, (_, month) => 1000 + 10 * month + 100 * Math.sin(month / 2));

beforeAll(async () => {
  test = await testDatabase();
  artist = await withTenant(test.db, test.tenantId, (tx) => createArtist(tx, { slug: 'ada', name: 'Ada' }));
});
afterAll(() => test.close());

/** The forecast of the first `months` of the truth, or of other values. */
function madeAfter(months: number, values = truth.slice(0, months)): StoredForecast {
  const series = { values, frequency: 'month', start, nonNegative: true } as const;
  return {
    artistId: artist.artistId,
    metric: 'revenue',
    bucket: 'month',
    asOfBucket: Date.UTC(2022, months, 1),
    historyFrom: start,
    history: values,
    factsKey: `after ${months} ${values.at(-1)}`,
    madeAt: new Date(Date.UTC(2022, months, 3)),
    forecast: forecast(series, { horizon: 12, levels: [], seed: 1 }),
    seriesNotices: [],
  };
}

const store = (made: StoredForecast) =>
  withTenant(test.db, test.tenantId, async (tx) => {
    await saveForecast(tx, made);
    return scoreForecasts(tx, made);
  });
const scores = () =>
  withTenant(test.db, test.tenantId, (tx) =>
    tx.selectFrom('forecast_score').selectAll().orderBy('as_of_bucket').orderBy('step').execute()
  );

it('scores what was said when its facts arrive, each bucket once', async () => {
  expect(await store(madeAfter(36))).toBe(0);
  expect(await store(madeAfter(37))).toBe(1);
  expect(await scores()).toMatchObject([
    { as_of_bucket: '2025-01-01', bucket_start: '2025-01-01', step: 1, actual: truth[36], naive: truth[24] },
  ]);
  expect(await store(madeAfter(39))).toBe(2);
  const found = await scores();
  expect(found.map(({ as_of_bucket, step }) => `${as_of_bucket} ${step}`)).toEqual([
    '2025-01-01 1',
    '2025-01-01 2',
    '2025-01-01 3',
    '2025-02-01 1',
    '2025-02-01 2',
  ]);
  for (const { place, scale } of found) {
    expect(place).toBeGreaterThanOrEqual(0);
    expect(place).toBeLessThanOrEqual(1);
    expect(scale).toBeGreaterThan(0);
  }
});

it('scores again what is restated, and leaves a month that is not known alone', async () => {
  const restated = truth.slice(0, 40);
  restated[37] = 1;
  restated[38] = NaN;
  expect(await store(madeAfter(40, restated))).toBe(3);
  const actual = (await scores()).filter(({ as_of_bucket }) => as_of_bucket === '2025-01-01').map((row) => row.actual);
  expect(actual).toEqual([truth[36], 1, truth[38], truth[39]]);
});

it('never lets what was known earlier overwrite what is known now', async () => {
  const before = await scores();
  expect(await store({ ...madeAfter(38), madeAt: new Date(Date.UTC(2022, 38, 4)) })).toBe(0);
  expect(await scores()).toEqual(before);
});
