import { withTenant } from '../store/connection.ts';
import { columns, notices, testQueries } from './testing.ts';
import type { TestQueries } from './testing.ts';

let queries: TestQueries;
beforeAll(async () => {
  queries = await testQueries();
});
afterAll(() => queries.close());

/** Entries of the first of each of `count` months, the last one December 2025. */
const monthly = (count: number, more: (index: number) => object) =>
  Array.from({ length: count }, (_, i) => ({
    occurred_at: new Date(Date.UTC(2025, 12 - count + i, 1)).toISOString(),
    amount: String(100 + (i % 12)),
    ...more(i),
  }));

describe('a forecast of money in another currency', () => {
  it('shows months without a rate as a gap, with what to do', async () => {
    const artist = await queries.artist({ slug: 'gap' });
    const inEuros = (index: number) => (index >= 20 && index < 22 ? { currency: 'EUR' } : {});
    await queries.facts(artist, 'ledger_entry', monthly(40, inEuros));
    const [frame] = await queries.frames('forecast', { artist: 'gap' });
    const { actual } = columns(frame!);
    expect(actual!.slice(19, 23)).toEqual([107, null, null, 110]);
    expect(notices(frame!)[0]).toMatch(
      /^Revenue: amounts in EUR of 2024-05 to 2024-06 are left out.*import fx rates \(import fx\)\. 2 months/
    );
  });

  it('is none where nothing can be converted, for that reason and no other', async () => {
    const artist = await queries.artist({ slug: 'abroad' });
    await queries.facts(
      artist,
      'ledger_entry',
      monthly(12, () => ({ currency: 'EUR' }))
    );
    const [frame] = await queries.frames('forecast', { artist: 'abroad' });
    expect(frame!.schema.fields).toEqual([]);
    expect(notices(frame!)).toEqual([expect.stringMatching(/amounts in EUR of 2025-01 to 2025-12/)]);
  });
});

describe('a forecast as of a moment that is past', () => {
  it('is what would have been said then, and leaves the forecast that stands alone', async () => {
    const artist = await queries.artist({ slug: 'past' });
    await queries.facts(
      artist,
      'ledger_entry',
      monthly(36, () => ({}))
    );
    const ask = async (more: object) => (await queries.frames('forecast', { artist: 'past', ...more }))[0]!;
    const standing = await ask({});
    const past = await ask({ asOf: '2025-06-15T00:00:00Z' });
    expect(past.schema.meta!.custom!.forecastFrom).toBe(Date.UTC(2025, 5, 1));
    expect(columns(past).actual!.filter((value) => value !== null)).toHaveLength(29);
    expect(await ask({})).toEqual(standing);
    const log = await withTenant(queries.database.db, queries.database.tenantId, (tx) =>
      tx.selectFrom('forecast_log').select('as_of_bucket').where('artist_id', '=', artist.artistId).execute()
    );
    expect(log).toEqual([{ as_of_bucket: '2026-01-01' }]);
  });
});

it('says that too many forecasts are waiting, and when to ask again', async () => {
  const artist = await queries.artist({ slug: 'rush' });
  await queries.facts(
    artist,
    'ledger_entry',
    monthly(30, () => ({}))
  );
  const moments = Array.from({ length: 240 }, (_, day) => new Date(Date.UTC(2023, 7 + Math.floor(day / 12), 2)));
  const entries = moments.map((at, i) => ({
    occurred_at: '2023-08-01',
    known_at: new Date(at.getTime() + i),
    amount: '1',
  }));
  await queries.facts(artist, 'ledger_entry', entries);
  const errors = await Promise.all(
    moments.map((at, i) =>
      queries.error('forecast', { artist: 'rush', asOf: new Date(at.getTime() + i).toISOString() })
    )
  );
  const refused = errors.filter((error) => error !== undefined);
  expect(refused.length).toBeGreaterThan(0);
  for (const error of refused) expect(error).toMatch(/^forecast: 40 forecasts are waiting .*; ask again in 5 seconds$/);
});
