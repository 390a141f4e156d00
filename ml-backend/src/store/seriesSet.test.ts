import { sql } from 'kysely';
import { createArtist } from './artists.ts';
import type { Artist } from './artists.ts';
import type { TenantTx } from './connection.ts';
import { findMetric } from './metrics.ts';
import type { MetricName } from './metrics.ts';
import { loadSeries, loadSeriesSet } from './series.ts';
import { addEntries, addReading, artistOfEachTest, now } from './seriesTesting.ts';

const withArtist = artistOfEachTest();

describe('loadSeriesSet', () => {
  const all = (tx: TenantTx, artists: Artist[], names: MetricName[], more: object = {}) =>
    loadSeriesSet(tx, {
      artists,
      metrics: names.map((name) => findMetric(name)!),
      bucket: 'month',
      asOf: now,
      ...more,
    });

  it('gives every artist every metric, each in its own time zone and currency', () =>
    withArtist(async (tx, first) => {
      const second = await createArtist(tx, {
        slug: 'vega',
        name: 'Vega',
        timeZone: 'America/New_York',
        currency: 'EUR',
      });
      await sql`INSERT INTO encore.fx_rate (tenant_id, rate_on, base, quote, rate, source) VALUES (${tx.tenantId}, '2024-01-01', 'USD', 'EUR', 0.5, 'test')`.execute(
        tx
      );
      for (const artist of [first, second])
        await addEntries(tx, artist, [{ on: '2024-03-01T03:00:00Z', amount: '10', grain: 'instant' }]);
      await addReading(tx, second, '2024-05-03', 'followers', 7);
      const { lines } = await all(tx, [first, second], ['revenue', 'followers']);
      expect(
        lines.map(({ series }) => series && [new Date(series.start).toISOString().slice(0, 7), ...series.values])
      ).toEqual([['2024-03', 10], undefined, ['2024-02', 5], ['2024-05', 7]]);
      // The same as one by one.
      expect(lines[2]!.series).toEqual(
        await loadSeries(tx, { artist: second, metric: findMetric('revenue')!, bucket: 'month', asOf: now })
      );
    }));

  it('chooses a coarser bucket before it drops a point, and keeps the sum', () =>
    withArtist(async (tx, artist) => {
      await addEntries(tx, artist, [
        { on: '2021-01-15', amount: '1' },
        { on: '2024-06-15', amount: '2' },
      ]);
      const monthly = await all(tx, [artist], ['revenue'], { mostPoints: 20, withPartial: true });
      expect(monthly).toMatchObject({ bucket: 'quarter', cutAt: undefined });
      const { values, start } = monthly.lines[0]!.series!;
      expect([values.length, values[0], values.at(-1), start]).toEqual([14, 1, 2, Date.UTC(2021, 0, 1)]);
      const tiny = await all(tx, [artist], ['revenue'], { mostPoints: 2, withPartial: true });
      expect(tiny).toMatchObject({ bucket: 'year', cutAt: Date.UTC(2023, 0, 1) });
      expect([...tiny.lines[0]!.series!.values]).toEqual([0, 2]);
    }));

  it('keeps to the range, whose ends may lie centuries away', () =>
    withArtist(async (tx, artist) => {
      await addEntries(tx, artist, [
        { on: '2024-01-15', amount: '1' },
        { on: '2024-06-15', amount: '2' },
      ]);
      const wide = await all(tx, [artist], ['revenue'], {
        range: { from: Date.UTC(1800, 0, 1), to: Date.UTC(9999, 0, 1) },
      });
      expect(wide.lines[0]!.series!.values).toHaveLength(6);
      const part = await all(tx, [artist], ['revenue'], {
        range: { from: Date.UTC(2024, 2, 2), to: Date.UTC(2024, 4, 31) },
      });
      expect(part.lines[0]!.series).toMatchObject({ start: Date.UTC(2024, 3, 1), values: new Float64Array(2) });
      const after = await all(tx, [artist], ['revenue'], {
        range: { from: Date.UTC(2025, 0, 1), to: Date.UTC(2026, 0, 1) },
      });
      expect(after.lines[0]!.series!.values).toHaveLength(0);
    }));
});
