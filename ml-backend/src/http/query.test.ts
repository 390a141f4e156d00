import { sql } from 'kysely';
import { createArtist } from '../store/artists.ts';
import type { Artist } from '../store/artists.ts';
import { withTenant } from '../store/connection.ts';
import { ensureTenant } from '../store/tenants.ts';
import { columns, testService } from './testing.ts';
import type { TestService } from './testing.ts';

let service: TestService;
let artist: Artist;

beforeAll(async () => {
  service = await testService();
  artist = await withTenant(service.database.db, service.database.tenantId, async (tx) => {
    const made = await createArtist(tx, { slug: 'nova-parade', name: 'Nova Parade' });
    // Four years of months with a season, ending before this month.
    const today = new Date();
    for (let back = 48; back >= 1; back--) {
      const on = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - back, 3)).toISOString();
      const amount = 1000 + 300 * Math.sin((back / 12) * 2 * Math.PI) + 10 * (48 - back);
      await sql`INSERT INTO encore.ledger_entry (tenant_id, artist_id, direction, category, amount, currency, source, source_key, occurred_at, known_at)
        VALUES (${tx.tenantId}, ${made.artistId}, 'revenue', 'gig', ${amount.toFixed(2)}, 'USD', 'ledger', gen_random_uuid(), ${on}, ${on})`.execute(
        tx
      );
      await sql`INSERT INTO encore.gig (tenant_id, artist_id, gig_key, external_id, status, tour, venue_name, city, country, heads, capacity, source, source_key, occurred_at, known_at)
        VALUES (${tx.tenantId}, ${made.artistId}, gen_random_uuid(), ${String(back)}, 'played', 'Long Tour', 'Hall', 'Leeds', 'UK', 90, 100, 'gigs', gen_random_uuid(), ${on}, ${on})`.execute(
        tx
      );
    }
    await sql`INSERT INTO encore.gig (tenant_id, artist_id, gig_key, external_id, status, venue_name, source, source_key, known_at)
      VALUES (${tx.tenantId}, ${made.artistId}, gen_random_uuid(), 'x', 'played', 'Somewhere', 'gigs', gen_random_uuid(), now())`.execute(
      tx
    );
    return made;
  });
});
afterAll(() => service.close());

describe('POST /v1/grafana/query', () => {
  it('answers a forecast with history, bands from the inside out, the total and the backtest', async () => {
    const { A } = await service.query([
      { refId: 'A', queryType: 'forecast', params: { artist: 'nova-parade', horizon: 12 } },
    ]);
    const [forecast, events] = A!.frames!;
    const data = columns(forecast);
    expect(Object.keys(data)).toEqual([
      'time',
      'actual',
      'mean',
      'lower/50',
      'upper/50',
      'lower/80',
      'upper/80',
      'lower/95',
      'upper/95',
    ]);
    expect(data.time).toHaveLength(60);
    expect(data.actual!.filter((value) => value !== null)).toHaveLength(48);
    expect(data.mean!.filter((value) => value !== null)).toHaveLength(12);
    for (let step = 48; step < 60; step++) {
      const at = (name: string) => data[name]![step] as number;
      expect(
        at('lower/95') <= at('lower/80') &&
          at('lower/80') <= at('lower/50') &&
          at('upper/50') <= at('upper/80') &&
          at('upper/80') <= at('upper/95')
      ).toBe(true);
    }
    const custom = forecast!.schema.meta!.custom as Record<string, Record<string, number>>;
    expect(custom.forecastFrom).toBe(data.time![48]);
    expect(custom.total!.lower).toBeLessThan(custom.total!.mean!);
    expect(custom.total!.previous).toBeGreaterThan(10_000);
    expect(custom.nonNegative).toBe(true);
    expect(custom.backtest!.n).toBeGreaterThan(0);
    expect(columns(events).title).toEqual(['Long Tour']);
  });

  it('stores the forecast once and reads it the second time', async () => {
    const ask = () =>
      service.query([{ refId: 'A', queryType: 'forecast', params: { artist: 'nova-parade', metric: 'gigs' } }]);
    const first = await ask();
    const second = await ask();
    expect(second).toEqual(first);
    const { rows } = await withTenant(service.database.db, service.database.tenantId, (tx) =>
      sql<{ n: number }>`SELECT count(*) AS n FROM encore.forecast_log WHERE metric = 'gigs'`.execute(tx)
    );
    expect(rows[0]?.n).toBe(1);
  });

  it('takes numbers as text, as template variables send them', async () => {
    const { A } = await service.query([
      { refId: 'A', queryType: 'forecast', params: { artist: 'nova-parade', horizon: '6', levels: ['80'] } },
    ]);
    expect(A!.frames![0]!.schema.meta!.custom!.total).toMatchObject({ horizon: 6 });
    expect(Object.keys(columns(A!.frames![0]))).toContain('lower/80');
  });

  it('keeps shows without a date in the timeline and names them', async () => {
    const { A } = await service.query([{ refId: 'A', queryType: 'timeline', params: { artists: ['nova-parade'] } }]);
    const [first] = A!.frames!;
    const show = columns(A!.frames!.find(({ schema }) => schema.name === 'show'));
    expect(show.time).toHaveLength(49);
    expect(show.time!.at(-1)).toBeNull();
    expect(first!.schema.meta!.notices).toContainEqual({ severity: 'warning', text: '1 show has no date' });
    expect(first!.schema.meta!.custom).toMatchObject({ encore: 'timeline', subject: 'Nova Parade' });
  });

  it('answers every query type of the catalogue with its defaults or a message that names the field', async () => {
    const catalogue = await service.ask({
      url: '/v1/grafana/catalogue',
      headers: { authorization: `Bearer ${service.key}` },
    });
    const types = (catalogue.json() as { queryTypes: Array<{ name: string }> }).queryTypes.map(({ name }) => name);
    expect(types).toEqual(
      expect.arrayContaining(['artists', 'metrics', 'series', 'forecast', 'timeline', 'gigs', 'songs'])
    );
    const results = await service.query(types.map((queryType, index) => ({ refId: `Q${index}`, queryType })));
    for (const [index, name] of types.entries()) {
      const result = results[`Q${index}`]!;
      if (result.status !== 200) expect(result.error).toMatch(new RegExp(`^${name}\\.\\w+: `));
    }
    expect(results[`Q${types.indexOf('forecast')}`]).toEqual({
      status: 400,
      error: 'forecast.artist: is missing',
      errorSource: 'downstream',
    });
  });

  it.each([
    [{ queryType: 'nope' }, /^nope\.queryType: there is no query type "nope"; use one of artists/],
    [
      { queryType: 'series', params: { artist: 'x' } },
      /^series\.artist: is no parameter of this query type; leave it out$/,
    ],
    [{ queryType: 'series', params: { bucket: 'year' } }, /^series\.bucket: must be one of day, week, month$/],
    [
      { queryType: 'series', params: { artists: ['nobody'] } },
      /^series\.artists: there is no artist "nobody"; choose one of .*nova-parade/,
    ],
    [
      { queryType: 'forecast', params: { artist: 'nova-parade', horizon: 30 } },
      /^forecast\.horizon: 30 is too far; at most 24 months$/,
    ],
    [
      { queryType: 'songs', format: 'alert' },
      /^songs\.format: "songs" has no number to alert on; use one of series, forecast, risk, milestones$/,
    ],
    [{ queryType: 'series', params: { asOf: 'soon' } }, /^series\.asOf: /],
    [{ queryType: 'series', params: { asOf: '2016-12-31T23:59:60Z' } }, /^series\.asOf: .*write it as/],
    [{ queryType: 'forecast', params: { artist: 'a\u0000' } }, /^forecast\.artist: /],
    [{ queryType: 'series', params: { source: '\u0000' } }, /^series\.source: /],
    [{ queryType: 'series', params: { metrics: ['gigs', 'gigs'] } }, /^series\.metrics: /],
  ])('tells what is wrong with %j', async (query, message) => {
    const { A } = await service.query([{ refId: 'A', ...query }]);
    expect(A!.status).toBeGreaterThanOrEqual(400);
    expect(A!.status).toBeLessThan(500);
    expect(A!.error).toMatch(message);
  });

  it('knows nothing later than now: a moment to come does not displace the forecast that stands', async () => {
    await service.query([
      { refId: 'A', queryType: 'forecast', params: { artist: 'nova-parade', asOf: '2999-01-01T00:00:00Z' } },
    ]);
    const { rows } = await withTenant(service.database.db, service.database.tenantId, (tx) =>
      sql<{ n: number }>`SELECT count(*) AS n FROM encore.forecast_log WHERE made_at > now()`.execute(tx)
    );
    expect(rows[0]?.n).toBe(0);
  });

  it('gives an alert every artist, one number a label set', async () => {
    const { A } = await service.query(
      [{ refId: 'A', queryType: 'series', params: { metrics: ['revenue', 'followers'] } }],
      { fromAlert: true }
    );
    const [frame] = A!.frames!;
    const data = columns(frame);
    expect(data.artist).toEqual(['nova-parade', 'nova-parade']);
    expect(data.metric).toEqual(['revenue', 'followers']);
    expect(data.value![0]).toBeGreaterThan(500);
  });

  it('does not see another tenant’s artist', async () => {
    const other = await ensureTenant(service.database.db, 'rival');
    await withTenant(service.database.db, other, (tx) => createArtist(tx, { slug: 'secret', name: 'Secret' }));
    const { A, B } = await service.query([
      { refId: 'A', queryType: 'artists' },
      { refId: 'B', queryType: 'timeline', params: { artists: ['secret'] } },
    ]);
    expect(columns(A!.frames![0]).value).toEqual([artist.slug]);
    expect(B!.error).toMatch(/there is no artist "secret"/);
  });

  it.each([
    [
      'an unknown field',
      { queries: [{ refId: 'A', queryType: 'artists', evil: 1 }], timeRange: { from: 0, to: 1 } },
      /evil/,
    ],
    ['no queries', { queries: [], timeRange: { from: 0, to: 1 } }, /queries/],
    [
      'a time that is text',
      { queries: [{ refId: 'A', queryType: 'artists' }], timeRange: { from: 'now', to: 1 } },
      /timeRange\.from/,
    ],
  ])('refuses %s with its name', async (_what, payload, message) => {
    const answer = await service.ask({
      method: 'POST',
      url: '/v1/grafana/query',
      headers: { authorization: `Bearer ${service.key}` },
      payload,
    });
    expect(answer.statusCode).toBe(400);
    expect((answer.json() as { message: string }).message).toMatch(message);
  });
});

describe('keys', () => {
  it.each([[undefined], ['Bearer wrong'], ['Basic eDp5'], ['Bearer ']])(
    'refuses %s with what to do',
    async (authorization) => {
      const answer = await service.ask({ url: '/v1/health', headers: authorization ? { authorization } : {} });
      expect(answer.statusCode).toBe(401);
      expect(answer.json()).toMatchObject({
        code: 'KEY_INVALID',
        message: expect.stringMatching(/Authorization: Bearer/),
      });
    }
  );

  it.each(['/%761/grafana/catalogue', '/%761/health', '/v%31/grafana/options/metrics'])(
    'asks for one under %s too',
    async (url) => {
      expect((await service.ask({ url })).statusCode).toBe(401);
    }
  );

  it('tells a data source who it talks to', async () => {
    const answer = await service.ask({ url: '/v1/health', headers: { authorization: `Bearer ${service.key}` } });
    expect(answer.json()).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      database: expect.stringMatching(/^PostgreSQL 18/),
    });
  });
});

describe('a service whose database is away', () => {
  it('is alive, not ready, and answers 503 within two seconds', async () => {
    const own = await testService();
    await own.database.db.destroy(); // as if the server had gone
    const started = performance.now();
    const ready = await own.ask({ url: '/health/ready' });
    expect(ready.statusCode).toBe(503);
    expect((ready.json() as { database: { ok: boolean } }).database.ok).toBe(false);
    expect((await own.ask({ url: '/health/live' })).statusCode).toBe(200);
    expect(performance.now() - started).toBeLessThan(2_000);
    await own.close();
  });
});
