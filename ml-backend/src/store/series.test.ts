import { sql } from 'kysely';
import { createArtist } from './artists.ts';
import type { Artist, NewArtist } from './artists.ts';
import type { Bucket } from './buckets.ts';
import { withTenant } from './connection.ts';
import type { TenantTx } from './connection.ts';
import { findMetric } from './metrics.ts';
import type { MetricName } from './metrics.ts';
import { loadSeries } from './series.ts';
import { testDatabase } from './testing.ts';
import type { TestDatabase } from './testing.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

const now = new Date('2024-07-10T12:00:00Z');
let count = 0;

async function withArtist<T>(
  work: (tx: TenantTx, artist: Artist) => Promise<T>,
  artist: Partial<NewArtist> = {}
): Promise<T> {
  return withTenant(test.db, test.tenantId, async (tx) =>
    work(tx, await createArtist(tx, { slug: `artist-${++count}`, name: 'Nova', ...artist }))
  );
}

const key = () => sql`gen_random_uuid()`;

interface Entry {
  on: string;
  amount: string;
  currency?: string;
  grain?: string;
  knownAt?: string;
  source?: string;
  category?: string;
  direction?: string;
}

async function addEntries(tx: TenantTx, artist: Artist, entries: Entry[]) {
  for (const {
    on,
    amount,
    currency = 'USD',
    grain = 'day',
    knownAt = on,
    source = 'ledger',
    category = 'gig',
    direction = 'revenue',
  } of entries) {
    await sql`INSERT INTO encore.ledger_entry (tenant_id, artist_id, direction, category, amount, currency, source, source_key, grain, occurred_at, known_at)
      VALUES (${tx.tenantId}, ${artist.artistId}, ${direction}, ${category}, ${amount}, ${currency}, ${source}, ${key()}, ${grain}, ${on}, ${knownAt})`.execute(
      tx
    );
  }
}

async function addReading(
  tx: TenantTx,
  artist: Artist,
  on: string,
  metric: string,
  value: number,
  place: { territory?: string; city?: string } = {}
) {
  await sql`INSERT INTO encore.audience_reading (tenant_id, artist_id, platform, metric, territory, city, value, source, source_key, occurred_at, known_at)
    VALUES (${tx.tenantId}, ${artist.artistId}, 'spotify', ${metric}, ${place.territory ?? null}, ${place.city ?? null}, ${value}, 'readings', ${key()}, ${on}, ${on})`.execute(
    tx
  );
}

const series = (tx: TenantTx, artist: Artist, name: MetricName, options: { bucket?: Bucket; asOf?: Date } = {}) =>
  loadSeries(tx, { artist, metric: findMetric(name)!, bucket: options.bucket ?? 'month', asOf: options.asOf ?? now });

describe('loadSeries', () => {
  it('sums money by month, 0 where a month between has none, and leaves out the running month', () =>
    withArtist(async (tx, artist) => {
      await addEntries(tx, artist, [
        { on: '2024-03-05', amount: '100.25' },
        { on: '2024-03-28', amount: '0.0000000001' },
        { on: '2024-06-30', amount: '50' },
        { on: '2024-07-09', amount: '999' },
      ]);
      const result = await series(tx, artist, 'revenue');
      expect(result).toMatchObject({ start: Date.UTC(2024, 2, 1), notices: [] });
      expect([...result!.values]).toEqual([100.2500000001, 0, 0, 50]);
    }));

  it('never sees what became known later, nor what had been replaced by then', () =>
    withArtist(async (tx, artist) => {
      await addEntries(tx, artist, [
        { on: '2024-01-01', amount: '10', knownAt: '2024-02-01' },
        { on: '2024-01-15', amount: '5', knownAt: '2024-05-01' },
        { on: '2024-03-01', amount: '1' },
      ]);
      const then = await series(tx, artist, 'revenue', { asOf: new Date('2024-04-15T00:00:00Z') });
      expect([...then!.values]).toEqual([10, 0, 1]);
      const later = await series(tx, artist, 'revenue');
      expect(later!.values[0]).toBe(15);
    }));

  it('never spreads a monthly statement over days and says so', () =>
    withArtist(async (tx, artist) => {
      await addEntries(tx, artist, [{ on: '2024-03-01', amount: '30', grain: 'month' }]);
      const daily = await series(tx, artist, 'revenue', { bucket: 'day' });
      expect(daily!.values).toHaveLength(0);
      expect(daily!.notices[0]).toMatch(
        /monthly statements, which are never spread over days; choose the bucket "month"/
      );
    }));

  it('converts at the last known rate, and leaves out what has none with a notice', () =>
    withArtist(
      async (tx, artist) => {
        await sql`INSERT INTO encore.fx_rate (tenant_id, rate_on, base, quote, rate, source) VALUES (${tx.tenantId}, '2024-01-31', 'USD', 'EUR', 0.5, 'test')`.execute(
          tx
        );
        await addEntries(tx, artist, [
          { on: '2024-03-01', amount: '10', currency: 'USD' },
          { on: '2024-03-02', amount: '10', currency: 'EUR' },
          { on: '2024-03-03', amount: '10', currency: 'JPY' },
        ]);
        const result = await series(tx, artist, 'revenue');
        expect([...result!.values]).toEqual([15]);
        expect(result!.notices).toEqual([
          expect.stringMatching(/amounts in JPY are left out, because no exchange rate from JPY to EUR is known/),
        ]);
      },
      { currency: 'EUR' }
    ));

  it('ends where the slowest living statement ends', () =>
    withArtist(async (tx, artist) => {
      await addEntries(tx, artist, [
        { on: '2024-01-01', amount: '1', source: 'distrokid', grain: 'month' },
        { on: '2024-04-01', amount: '1', source: 'distrokid', grain: 'month' },
        { on: '2024-06-20', amount: '100', source: 'ledger' },
      ]);
      const result = await series(tx, artist, 'revenue');
      expect([...result!.values]).toEqual([1, 0, 0, 1]);
      expect(result!.notices[0]).toMatch(/Statements from distrokid end 2024-04/);
    }));

  it('cuts days in the artist’s time zone', () =>
    withArtist(
      async (tx, artist) => {
        await addEntries(tx, artist, [{ on: '2024-03-02T02:30:00Z', amount: '7', grain: 'instant' }]);
        const result = await series(tx, artist, 'revenue', { bucket: 'day' });
        expect(result!.start).toBe(Date.UTC(2024, 2, 1));
      },
      { timeZone: 'America/New_York' }
    ));

  it('takes the last reading of a level, the sum of a flow, and a platform’s total before its split', () =>
    withArtist(async (tx, artist) => {
      await addReading(tx, artist, '2024-05-03', 'followers', 100);
      await addReading(tx, artist, '2024-05-30', 'followers', 120);
      await addReading(tx, artist, '2024-05-03', 'streams', 7);
      await addReading(tx, artist, '2024-05-04', 'streams', 8);
      await addReading(tx, artist, '2024-05-04', 'streams', 5, { territory: 'US' });
      expect([...(await series(tx, artist, 'followers'))!.values]).toEqual([120]);
      expect([...(await series(tx, artist, 'streams'))!.values]).toEqual([15]);
    }));

  it('weighs a ticket price in several currencies by heads, and never adds means up', () =>
    withArtist(async (tx, artist) => {
      await sql`INSERT INTO encore.fx_rate (tenant_id, rate_on, base, quote, rate, source) VALUES (${tx.tenantId}, '2023-01-31', 'GBP', 'USD', 2, 'test')`.execute(
        tx
      );
      for (const [currency, gross, heads] of [
        ['USD', 2000, 100],
        ['GBP', 6000, 300],
      ] as const) {
        await sql`INSERT INTO encore.gig (tenant_id, artist_id, gig_key, external_id, status, currency, gross, heads, source, source_key, occurred_at, known_at)
          VALUES (${tx.tenantId}, ${artist.artistId}, ${key()}, ${currency}, 'played', ${currency}, ${gross}, ${heads}, 'gigs', ${key()}, '2024-05-04', '2024-05-05')`.execute(
          tx
        );
      }
      await addReading(tx, artist, '2024-05-03', 'engagement', 0.05);
      expect([...(await series(tx, artist, 'ticket_price'))!.values]).toEqual([35]);
      expect([...(await series(tx, artist, 'engagement'))!.values]).toEqual([0.05]);
    }));

  it('has nothing for an artist without facts', () =>
    withArtist(async (tx, artist) => expect(await series(tx, artist, 'heads')).toBeUndefined()));
});
