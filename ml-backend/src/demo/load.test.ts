import { sql } from 'kysely';
import { findArtists, listArtists } from '../store/artists.ts';
import { createPool, withTenant } from '../store/connection.ts';
import { metrics } from '../store/metrics.ts';
import { loadSeries } from '../store/series.ts';
import { loadSongs } from '../store/songs.ts';
import { ensureTenant } from '../store/tenants.ts';
import type { TestDatabase } from '../store/testing.ts';
import { testDatabase } from '../store/testing.ts';
import { ms, parseDay } from './calendar.ts';
import type { DemoOptions } from './load.ts';
import { loadDemo } from './load.ts';
import { takeStatistics } from './statistics.ts';

const end = parseDay('2026-06-30');
const options = (more: Partial<DemoOptions> = {}): DemoOptions => ({
  artists: 6,
  years: 3,
  seed: 1,
  end,
  signal: new AbortController().signal,
  ...more,
});

describe('the demo', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
    await loadDemo(database.pool, database.tenantId, options());
  });
  afterAll(() => database.close());

  const inTenant = <T>(work: Parameters<typeof withTenant<T>>[2]) => withTenant(database.db, database.tenantId, work);

  it('gives each artist at least nine metrics that start with a value', async () => {
    await inTenant(async (tx) => {
      const artists = await listArtists(tx);
      expect(artists).toHaveLength(6);
      for (const artist of artists) {
        expect(artist.isDemo).toBe(true);
        const filled = [];
        for (const metric of metrics) {
          const series = await loadSeries(tx, { artist, metric, bucket: 'month', asOf: new Date(ms(end)) });
          if (series && series.values.some((value) => value > 0)) filled.push(metric.name);
        }
        expect(filled.length).toBeGreaterThanOrEqual(9);
      }
    });
  });

  it('converts amounts in other currencies without a remark about missing rates', async () => {
    await inTenant(async (tx) => {
      for (const artist of await listArtists(tx)) {
        const revenue = metrics.find(({ name }) => name === 'revenue')!;
        const series = await loadSeries(tx, { artist, metric: revenue, bucket: 'month', asOf: new Date(ms(end)) });
        expect(series!.notices.join()).not.toMatch(/exchange rate/);
      }
    });
  });

  it('shows a statement only once it was reported, and a booking before the show', async () => {
    await inTenant(async (tx) => {
      const [artist] = await findArtists(tx, ['ada-marlowe']);
      const royalties = metrics.find(({ name }) => name === 'royalties')!;
      const asOf = new Date('2025-06-10T00:00:00Z');
      const series = await loadSeries(tx, { artist: artist!, metric: royalties, bucket: 'month', asOf });
      const last = new Date(series!.start);
      last.setUTCMonth(last.getUTCMonth() + series!.values.length - 1);
      expect(last.toISOString().slice(0, 7) <= '2025-04').toBe(true);
      const { rows } = await sql<{ status: string; n: number }>`
        SELECT status, count(*) AS n FROM encore.gig WHERE artist_id = ${artist!.artistId} AND occurred_at > ${asOf}
          AND known_at <= ${asOf} AND (superseded_at IS NULL OR superseded_at > ${asOf}) GROUP BY status`.execute(tx);
      expect(rows.find(({ status }) => status === 'booked')!.n).toBeGreaterThan(0);
      expect(rows.map(({ status }) => status)).not.toContain('played');
    });
  });

  it('links setlists to songs, offers to venues and works to other artists', async () => {
    await inTenant(async (tx) => {
      const [artist] = await findArtists(tx, ['ada-marlowe']);
      const songs = await loadSongs(tx, [artist!.artistId], new Date(ms(end)), 5);
      expect(songs).toHaveLength(5);
      expect(songs[0]!.engagement).toBeGreaterThan(0);
      const { rows } = await sql<{ loose: number }>`
        SELECT (SELECT count(*) FROM encore.venue_offer o WHERE NOT EXISTS (SELECT FROM encore.venue v WHERE v.venue_id = o.venue_id))
          + (SELECT count(*) FROM encore.gig g WHERE venue_id IS NOT NULL AND NOT EXISTS (SELECT FROM encore.venue v WHERE v.venue_id = g.venue_id))
          + (SELECT count(*) FROM encore.practice_session p WHERE NOT EXISTS (SELECT FROM encore.member m WHERE m.member_id = p.member_id)) AS loose`.execute(
        tx
      );
      expect(rows[0]!.loose).toBe(0);
    });
  });

  it('is refused a second time, with the artist and the way out named, and changes nothing', async () => {
    const count = () =>
      inTenant((tx) =>
        tx
          .selectFrom('ledger_entry')
          .select(sql<number>`count(*)`.as('n'))
          .executeTakeFirstOrThrow()
      );
    const before = await count();
    await expect(loadDemo(database.pool, database.tenantId, options())).rejects.toMatchObject({
      code: 'DEMO_EXISTS',
      statusCode: 409,
      message: expect.stringMatching(/"Ada Marlowe" \(ada-marlowe\).*--if-empty/),
    });
    expect(await count()).toEqual(before);
  });

  it('does nothing with --if-empty where there is an artist', async () => {
    const result = await loadDemo(database.pool, database.tenantId, options({ ifEmpty: true }));
    expect(result).toEqual({ loaded: false, artists: 6, rows: 0, labels: null });
  });

  it('loads into another tenant beside it', async () => {
    const other = await ensureTenant(database.db, 'other');
    const result = await loadDemo(database.pool, other, options({ artists: 2, ifEmpty: true }));
    expect(result.loaded).toBe(true);
    await inTenant(async (tx) => expect(await listArtists(tx)).toHaveLength(6));
  });

  it('goes on where the role may take no statistics, and where the database has gone', async () => {
    await expect(takeStatistics(database.pool)).resolves.toBeUndefined();
    const closed = createPool(database.urls.owner);
    await closed.end();
    await expect(takeStatistics(closed)).resolves.toBeUndefined();
  });

  it('leaves nothing behind when it is stopped on the way', async () => {
    const third = await ensureTenant(database.db, 'third');
    for (const stopAt of ['Simulating careers', 'Loading tables']) {
      const stop = new AbortController();
      const progress = (step: string, done: number) => {
        if (step === stopAt && done === 2) stop.abort(new Error('stopped'));
      };
      await expect(
        loadDemo(database.pool, third, options({ artists: 3, signal: stop.signal, progress }))
      ).rejects.toThrow('stopped');
      await withTenant(database.db, third, async (tx) => {
        expect(await listArtists(tx)).toHaveLength(0);
        expect(await tx.selectFrom('venue').selectAll().execute()).toHaveLength(0);
      });
    }
  });

  it('loads once when two starts want it at the same moment', async () => {
    const fourth = await ensureTenant(database.db, 'fourth');
    const both = await Promise.all(
      [1, 2].map(() => loadDemo(database.pool, fourth, options({ artists: 2, ifEmpty: true })))
    );
    expect(both.filter(({ loaded }) => loaded)).toHaveLength(1);
  });
});
