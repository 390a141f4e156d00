import { sql } from 'kysely';
import { createArtist } from '../store/artists.ts';
import { connect, withTenant } from '../store/connection.ts';
import { rehearse } from './rehearse.ts';
import { testService } from './testing.ts';
import type { TestService } from './testing.ts';

let service: TestService;
beforeAll(async () => void (service = await testService()));
afterAll(() => service.close());

async function answered(): Promise<number> {
  const { payload } = await service.app.inject({ url: '/metrics' });
  return Number(
    /encore_http_request_seconds_count\{method="POST",route="\/v1\/grafana\/query",status="200"\} (\d+)/.exec(
      payload
    )?.[1] ?? 0
  );
}

describe('rehearse', () => {
  it('asks nothing where there is no forecast, or the key is unknown', async () => {
    await rehearse(service.app, service.database.db, service.key);
    await rehearse(service.app, service.database.db, 'enc_another');
    expect(await answered()).toBe(0);
  });

  it('asks for stored forecasts over the whole way and makes none', async () => {
    await withTenant(service.database.db, service.database.tenantId, async (tx) => {
      const { artistId } = await createArtist(tx, { slug: 'nova-parade', name: 'Nova Parade' });
      for (let back = 30; back >= 1; back--) {
        const on = new Date(Date.UTC(2026, 0 - back, 3)).toISOString();
        await sql`INSERT INTO encore.ledger_entry (tenant_id, artist_id, direction, category, amount, currency, source, source_key, occurred_at, known_at)
          VALUES (${tx.tenantId}, ${artistId}, 'revenue', 'gig', ${String(900 + back)}, 'USD', 'ledger', gen_random_uuid(), ${on}, ${on})`.execute(
          tx
        );
      }
    });
    await service.query([{ refId: 'A', queryType: 'forecast', params: { artist: 'nova-parade', metric: 'revenue' } }]);
    const before = await answered();
    const logged = () =>
      withTenant(service.database.db, service.database.tenantId, (tx) =>
        tx.selectFrom('forecast_log').select(['metric', 'bucket', 'made_at']).execute()
      );
    const forecasts = await logged();
    await rehearse(service.app, service.database.db, service.key);
    expect(await answered()).toBeGreaterThan(before);
    expect(await logged()).toEqual(forecasts);
  });

  it('lets the service start when the database is away', async () => {
    const away = connect('postgresql://encore_app@127.0.0.1:9/encore');
    await expect(rehearse(service.app, away, service.key)).resolves.toBeUndefined();
    await away.destroy();
  });
});
