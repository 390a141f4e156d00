import { sql } from 'kysely';
import type { Artist } from './artists.ts';
import type { Bucket } from './buckets.ts';
import type { TenantTx } from './connection.ts';
import { findMetric } from './metrics.ts';
import type { MetricName } from './metrics.ts';
import { loadSeries } from './series.ts';
import { addEntries, addReading, artistOfEachTest, key, now } from './seriesTesting.ts';

const withArtist = artistOfEachTest();

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
          expect.stringMatching(
            /amounts in JPY of 2024-03 are left out, because no exchange rate from JPY to EUR is known/
          ),
        ]);
      },
      { currency: 'EUR' }
    ));

  it('leaves a month empty when nothing of it converts, and says which months and what to do', () =>
    withArtist(
      async (tx, artist) => {
        await sql`INSERT INTO encore.fx_rate (tenant_id, rate_on, base, quote, rate, source) VALUES (${tx.tenantId}, '2024-05-31', 'NOK', 'SEK', 0.5, 'test')`.execute(
          tx
        );
        await addEntries(tx, artist, [
          { on: '2024-01-05', amount: '10', currency: 'NOK' },
          { on: '2024-02-05', amount: '10', currency: 'NOK' },
          { on: '2024-03-05', amount: '10', currency: 'NOK' },
          { on: '2024-03-06', amount: '7', currency: 'SEK' },
          { on: '2024-05-05', amount: '10', currency: 'NOK' },
          { on: '2024-06-05', amount: '10', currency: 'NOK' },
        ]);
        const result = await series(tx, artist, 'revenue');
        expect([...result!.values]).toEqual([NaN, NaN, 7, 0, 5, 5]);
        expect(result!.notices).toEqual([
          'Revenue: amounts in NOK of 2024-01 to 2024-03 are left out, because no exchange rate from NOK to SEK is known for then; import fx rates (import fx). 2 months with nothing else stay empty.',
        ]);
      },
      { currency: 'SEK' }
    ));

  it('waits for a statement that is usually late and matters, and says so', () =>
    withArtist(async (tx, artist) => {
      for (const month of [1, 2, 3, 4]) {
        const monthly = { on: `2024-0${month}-01`, grain: 'month', knownAt: `2024-0${month + 3}-01` };
        await addEntries(tx, artist, [{ ...monthly, amount: '50', source: 'distrokid' }]);
      }
      await addEntries(tx, artist, [{ on: '2024-06-20', amount: '100' }]);
      const result = await series(tx, artist, 'revenue');
      expect([...result!.values]).toEqual([50, 50, 50, 50]);
      expect(result!.notices).toEqual([
        'Statements from distrokid end 2024-04 (67% of the last 12 months, usually within 61 days); later months are not complete and are left out',
      ]);
    }));

  it('does not wait for a source that carries little or is overdue, and names it', () =>
    withArtist(async (tx, artist) => {
      await addEntries(tx, artist, [
        { on: '2023-10-01', amount: '4', source: 'small', grain: 'month', knownAt: '2024-02-20' },
        { on: '2023-11-01', amount: '50', source: 'overdue', grain: 'month', knownAt: '2024-01-01' },
        { on: '2023-12-01', amount: '50', source: 'overdue', grain: 'month', knownAt: '2024-02-01' },
        { on: '2024-06-20', amount: '100', source: 'ledger' },
      ]);
      const result = await series(tx, artist, 'revenue');
      expect(result!.values).toHaveLength(9);
      expect(result!.values.at(-1)).toBe(100);
      expect(result!.notices).toEqual([
        'Statements from small end 2023-10 (2% of the last 12 months, usually within 111 days); later months are without them',
        'Statements from overdue end 2023-12 (49% of the last 12 months, usually within 31 days); later months are without them',
      ]);
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
