import { join } from 'node:path';
import { sql } from 'kysely';
import { withTenant } from '../store/connection.ts';
import { benchmarkFile, benchmarks } from '../testing/benchmarks.ts';
import { counts, importBench } from './testing.ts';
import type { ImportBench } from './testing.ts';

// One real career (CC0): 3,047 concerts and 53,983 songs of Bruce Springsteen, 1973 to 2023.
const folder = join(benchmarks, 'springsteen');
const there = benchmarkFile('springsteen/gigs.csv') !== undefined;
const title = there
  ? 'a real career'
  : `a real career (skipped: ${folder} is absent; set ENCORE_BENCHMARKS to the folder that holds springsteen)`;

(there ? describe : describe.skip)(title, () => {
  let bench: ImportBench;
  const artist = { slug: 'bruce-springsteen', name: 'Bruce Springsteen' };
  const load = (format: string, name: string) => bench.load(format, '', { path: join(folder, name), artist });
  const ask = async <T>(query: ReturnType<typeof sql<T>>) =>
    (await withTenant(bench.db, bench.tenantId, (tx) => query.execute(tx))).rows;

  beforeAll(async () => {
    bench = await importBench();
    expect(counts(await load('gigs', 'gigs.csv'))).toEqual([3047, 0, 0, 0]);
    expect(counts(await load('setlists', 'setlists.csv.gz'))).toEqual([53_983, 0, 0, 0]);
  }, 120_000);
  afterAll(() => bench.close());

  it('has its years, and keeps the seven shows without a date', async () => {
    const [all] = await ask(sql<Record<string, number>>`SELECT count(*) AS shows, count(occurred_at) AS dated,
      min(extract(year FROM occurred_at))::int AS "from", max(extract(year FROM occurred_at))::int AS "to", count(DISTINCT (occurred_at, location)) FILTER (WHERE occurred_at IS NOT NULL)::int AS places FROM gig`);
    expect(all).toEqual({ shows: 3047, dated: 3040, from: 1973, to: 2023, places: 2941 });
    const undated = await ask(
      sql<{ id: string }>`SELECT external_id AS id FROM gig WHERE occurred_at IS NULL ORDER BY external_id::int`
    );
    expect(undated.map(({ id }) => id)).toEqual(['687', '694', '1235', '1390', '2875', '2890', '3042']);
    const years = await ask(
      sql<{
        year: number;
        n: number;
      }>`SELECT extract(year FROM occurred_at)::int AS year, count(*) AS n FROM gig WHERE occurred_at IS NOT NULL GROUP BY 1 ORDER BY 2 DESC LIMIT 3`
    );
    expect(years).toEqual([
      { year: 1973, n: 209 },
      { year: 2018, n: 185 },
      { year: 1974, n: 137 },
    ]);
  });

  it('has its tours and most played songs', async () => {
    const tours = await ask(
      sql<{ tour: string | null; n: number }>`SELECT tour, count(*) AS n FROM gig GROUP BY 1 ORDER BY 2 DESC`
    );
    expect(tours).toHaveLength(25);
    expect(tours.slice(0, 3)).toEqual([
      { tour: 'Non-tour Shows', n: 563 },
      { tour: 'Springsteen On Broadway', n: 268 },
      { tour: 'The River Tour', n: 213 },
    ]);
    expect(tours.find(({ tour }) => tour === null)?.n).toBe(39);
    const songs = await ask(
      sql<{
        title: string;
        n: number;
      }>`SELECT title, count(*) AS n FROM setlist_entry JOIN song USING (tenant_id, song_id) GROUP BY 1 ORDER BY 2 DESC LIMIT 3`
    );
    expect(songs).toEqual([
      { title: 'Born To Run', n: 1780 },
      { title: 'Thunder Road', n: 1498 },
      { title: 'The Promised Land', n: 1456 },
    ]);
    expect(
      await ask(sql`SELECT count(DISTINCT gig_key) AS gigs, count(DISTINCT song_id) AS songs FROM setlist_entry`)
    ).toEqual([{ gigs: 2767, songs: 1006 }]);
  });

  it('has a venue, a city and a country for every show', async () => {
    expect(
      await ask(
        sql`SELECT count(*) AS n FROM gig WHERE venue_name IS NULL OR city IS NULL OR country IS NULL OR venue_id IS NULL`
      )
    ).toEqual([{ n: 0 }]);
    const cities = await ask(
      sql<{ city: string; n: number }>`SELECT city, count(*) AS n FROM gig GROUP BY 1 ORDER BY 2 DESC LIMIT 3`
    );
    expect(cities).toEqual([
      { city: 'New York City', n: 503 },
      { city: 'Asbury Park', n: 158 },
      { city: 'East Rutherford', n: 90 },
    ]);
    expect(await ask(sql`SELECT count(*) AS n FROM gig WHERE city = country OR city ~ '^[A-Z]{2}$'`)).toEqual([
      { n: 0 },
    ]);
  });

  it('changes nothing the second time', async () => {
    expect(counts(await load('gigs', 'gigs.csv'))).toEqual([0, 0, 3047, 0]);
    expect(counts(await load('setlists', 'setlists.csv.gz'))).toEqual([0, 0, 53_983, 0]);
  }, 120_000);
});
