import { withTenant } from '../store/connection.ts';
import { createArtist } from '../store/artists.ts';
import type { TestService } from './testing.ts';
import { testService } from './testing.ts';

describe('saved scenarios over HTTP', () => {
  let service: TestService;
  const reader = 'enc_test_key_that_only_reads';
  beforeAll(async () => {
    service = await testService();
    await service.addKey(reader, ['read']);
    const { db, tenantId } = service.database;
    await withTenant(db, tenantId, (tx) => createArtist(tx, { slug: 'ada', name: 'Ada' }));
  });
  afterAll(() => service.close());

  const ask = (method: string, url: string, payload?: unknown, key = service.key) =>
    service.ask({ method, url, headers: { authorization: `Bearer ${key}` }, payload });
  const busy = { artist: 'ada', name: 'Busy', definition: { gigs: 2 } };

  it('are saved, listed and deleted by who may write', async () => {
    const made = await ask('POST', '/v1/scenarios', busy);
    expect(made.statusCode).toBe(201);
    const { id } = made.json() as { id: string };
    const list = (await ask('GET', '/v1/scenarios?artist=ada')).json();
    expect(list).toMatchObject({ scenarios: [{ id, artist: 'ada', name: 'Busy', createdBy: 'test' }] });
    expect((await ask('DELETE', `/v1/scenarios/${id}`)).statusCode).toBe(204);
    expect((await ask('DELETE', `/v1/scenarios/${id}`)).statusCode).toBe(404);
  });

  it('are read only for a key that reads', async () => {
    expect((await ask('GET', '/v1/scenarios', undefined, reader)).statusCode).toBe(200);
    expect((await ask('POST', '/v1/scenarios', busy, reader)).statusCode).toBe(403);
    expect((await ask('DELETE', `/v1/scenarios/${crypto.randomUUID()}`, undefined, reader)).statusCode).toBe(403);
  });

  it('are refused for an unknown artist, an unknown change and a change without sense', async () => {
    expect((await ask('POST', '/v1/scenarios', { ...busy, artist: 'nobody' })).statusCode).toBe(404);
    expect((await ask('POST', '/v1/scenarios', { ...busy, definition: { fame: 1 } })).statusCode).toBe(400);
    expect((await ask('POST', '/v1/scenarios', { ...busy, definition: { gigs: 1000 } })).statusCode).toBe(400);
  });
});
