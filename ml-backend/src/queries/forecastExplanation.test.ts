import { columns, dateOf, notices, testQueries } from './testing.ts';
import type { TestQueries } from './testing.ts';
import { memberTitle } from './memberTitles.ts';

let queries: TestQueries;

beforeAll(async () => {
  queries = await testQueries();
  const long = await queries.artist({ slug: 'long', name: 'Long' });
  const short = await queries.artist({ slug: 'short', name: 'Short' });
  await queries.artist({ slug: 'silent', name: 'Silent' });
  for (let month = 0; month < 60; month++) {
    const occurred_at = dateOf(2021, month, 1);
    const amount = (1000 + 10 * month + 150 * (Math.sin(month * 1.7) + Math.sin(month * 0.9))).toFixed(2);
    await queries.facts(long, 'ledger_entry', [{ occurred_at, amount }]);
    if (month >= 52) await queries.facts(short, 'ledger_entry', [{ occurred_at, amount }]);
  }
});
afterAll(() => queries.close());

const ask = async (artist: string, show: string) =>
  (await queries.frames('forecast_explanation', { artist, show }))[0]!;

it('lists the methods by weight, with shares that add up to one', async () => {
  const frame = await ask('long', 'members');
  const { weight, member } = columns(frame);
  const shares = weight as number[];
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  expect(member!.every((name) => typeof name === 'string' && name !== '')).toBe(true);
  expect(frame.schema.meta!.custom).toMatchObject({ history: 60, bucket: 'month' });
});

it('tests today’s model at six earlier moments, by distance, beside the naive', async () => {
  const table = columns(await ask('long', 'backtest'));
  // 4, 8, 12 … 24 months back, twelve ahead each: the nearest moments have fewer months that came.
  expect(table.ahead).toEqual(['1 month', '2–3 months', '4–6 months', '7–12 months']);
  expect(table.n).toEqual([6, 12, 16, 26]);
  expect(table.forecasts).toEqual([6, 6, 6, 5]);
  for (const key of ['mase', 'naiveMase', 'smape', 'naiveSmape', 'coverage/50', 'coverage/80', 'coverage/95'])
    for (const value of table[key]!) expect(value).toEqual(expect.any(Number));
});

it('says how much history a test needs', async () => {
  expect(notices(await ask('short', 'backtest'))).toEqual([
    '8 months are too few to test the forecast on; 16 are needed.',
  ]);
});

it('repeats what the forecast wants to be kept in mind, or that there is nothing', async () => {
  expect(columns(await ask('short', 'notices')).code).toContain('FORECAST_SHORT_HISTORY');
  expect(columns(await ask('long', 'notices')).text).toEqual([expect.stringMatching(/^Nothing unusual/)]);
});

it('says what to import where there is no forecast', async () => {
  expect(notices(await ask('silent', 'members'))).toEqual([
    'No revenue of Silent is known yet; import some to get a forecast.',
  ]);
});

it('names methods in words, unknown ones by their own name', () => {
  expect(memberTitle('ets-log')).toBe('Exponential smoothing, on logarithms');
  expect(memberTitle('arima-101-011')).toBe('Seasonal ARIMA');
  expect(memberTitle('oracle')).toBe('oracle');
});
