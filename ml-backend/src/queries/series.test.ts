import { columns, notices, testQueries } from './testing.ts';
import type { TestQueries } from './testing.ts';

let queries: TestQueries;
beforeAll(async () => {
  queries = await testQueries();
  for (const [slug, currency] of [
    ['ada', 'USD'],
    ['bo', 'EUR'],
  ] as const) {
    const artist = await queries.artist({ slug, name: 'Duo', currency });
    await queries.facts(
      artist,
      'ledger_entry',
      [1, 2, 4].map((month) => ({ occurred_at: `2025-0${month}-10`, amount: `${month}0`, currency }))
    );
    await queries.facts(artist, 'audience_reading', [
      { occurred_at: '2025-02-03', metric: 'followers', value: 7, platform: 'spotify' },
      { occurred_at: '2025-02-04', metric: 'followers', value: 5, platform: 'deezer' },
    ]);
  }
});
afterAll(() => queries.close());

const iso = (time: unknown) => new Date(time as number).toISOString().slice(0, 10);

describe('series', () => {
  it('tells two artists of one name apart, each in its own currency', async () => {
    const [frame] = await queries.frames('series', { artists: [] });
    const { time, ...fields } = columns(frame!);
    expect(time!.map(iso)).toEqual(['2025-01-01', '2025-02-01', '2025-03-01', '2025-04-01']);
    expect(fields).toEqual({
      'revenue/Duo (ada)/Revenue': [10, 20, 0, 40],
      'revenue/Duo (bo)/Revenue': [10, 20, 0, 40],
    });
    expect(frame!.schema.fields.map(({ config }) => config?.unit)).toEqual([undefined, 'currencyUSD', 'currencyEUR']);
  });

  it('answers a table with one row an artist, metric and bucket, and the unit of each', async () => {
    const params = { artists: ['ada', 'bo'], metrics: ['revenue', 'followers'] };
    const [frame] = await queries.frames('series', params, { format: 'table' });
    const { time, artist, metric, value, unit } = columns(frame!);
    expect(time).toHaveLength(10);
    const second = time!.flatMap((at, row) =>
      iso(at) === '2025-02-01' ? [[artist![row], metric![row], value![row], unit![row]]] : []
    );
    expect(second).toEqual([
      ['Duo (ada)', 'Revenue', 20, 'USD'],
      ['Duo (ada)', 'Followers', 12, 'short'],
      ['Duo (bo)', 'Revenue', 20, 'EUR'],
      ['Duo (bo)', 'Followers', 12, 'short'],
    ]);
  });

  it('counts only the platforms that are asked for', async () => {
    const params = { artists: ['ada'], metrics: ['followers'], platforms: ['deezer'] };
    const [frame] = await queries.frames('series', params, { format: 'instant' });
    expect(columns(frame!).value).toEqual([5]);
  });

  it('chooses a longer bucket where a panel has no room, and says so', async () => {
    const [frame] = await queries.frames('series', { artists: ['ada'], bucket: 'day' }, { maxDataPoints: 20 });
    expect(columns(frame!).time).toHaveLength(14);
    expect(notices(frame!)).toEqual([
      'Shown by week, since there is no room for every day; choose a shorter time range.',
    ]);
  });

  it('cuts only what not even years have room for, and says where', async () => {
    const artist = await queries.artist({ slug: 'old' });
    await queries.facts(artist, 'ledger_entry', [
      { occurred_at: '1801-05-01', amount: '1' },
      { occurred_at: '2025-04-01', amount: '2' },
    ]);
    const range = { from: -8.64e15, to: 8.64e15 };
    const [frame] = await queries.frames('series', { artists: ['old'] }, { maxDataPoints: 100, timeRange: range });
    expect(columns(frame!).time).toHaveLength(100);
    expect(notices(frame!)).toEqual([
      'Shown by year, since there is no room for every month; choose a shorter time range.',
      'Only what came from 1926 on is shown; there is no room for more.',
    ]);
  });

  it('reads all artists with as many statements as one', async () => {
    const count = async (artists: string[]) => {
      const before = queries.statements();
      await queries.frames('series', { artists, metrics: ['followers', 'heads', 'gigs'] });
      return queries.statements() - before;
    };
    expect(await count([])).toBe(await count(['ada']));
  });
});

it.each([
  ['instant', { artists: ['ada'], metrics: ['followers', 'heads', 'ticket_price'] }, [12, 0, null]],
  ['alert', { artists: ['ada', 'bo'], metrics: ['revenue'] }, [40, 40]],
] as const)('answers %s with the latest complete value, 0 for a sum without facts', async (format, params, values) => {
  const [frame] = await queries.frames('series', params, { format });
  expect(columns(frame!).value).toEqual(values);
});

it('never shows an alert what became known after the end of its range, whatever the format', async () => {
  const timeRange = { from: Date.UTC(2024, 0, 1), to: Date.UTC(2025, 1, 5) };
  for (const format of ['alert', 'timeseries', 'table'] as const) {
    const [frame] = await queries.frames('series', { artists: ['ada'] }, { format, fromAlert: true, timeRange });
    expect(Math.max(...(frame!.data.values.flat().filter((v) => typeof v === 'number' && v < 100) as number[]))).toBe(
      10
    );
  }
});

it.each([[{ from: 2, to: 1 }, /^series\.timeRange\.from: 1970-01-01T00:00:00\.002Z lies after the end of the range/]])(
  'refuses the range %j with the name of the field',
  async (timeRange, message) => {
    expect(await queries.error('series', {}, { timeRange })).toMatch(message);
  }
);
