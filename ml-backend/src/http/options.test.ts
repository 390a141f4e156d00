import { createArtist } from '../store/artists.ts';
import { withTenant } from '../store/connection.ts';
import { testService } from './testing.ts';
import type { TestService } from './testing.ts';

let service: TestService;
beforeAll(async () => {
  service = await testService();
  await withTenant(service.database.db, service.database.tenantId, async (tx) => {
    await createArtist(tx, { slug: 'ada', name: 'Ada', genre: 'folk' });
    await createArtist(tx, { slug: 'bo', name: 'Bo', genre: 'jazz' });
  });
});
afterAll(() => service.close());

const ask = (path: string) =>
  service.ask({ url: `/v1/grafana/options/${path}`, headers: { authorization: `Bearer ${service.key}` } });
const values = async (path: string) =>
  ((await ask(path)).json() as { options: Array<{ value: string }> }).options.map(({ value }) => value);

it('lists every kind of choice that the catalogue names', async () => {
  const catalogue = await service.ask({
    url: '/v1/grafana/catalogue',
    headers: { authorization: `Bearer ${service.key}` },
  });
  const lists = [...JSON.stringify(catalogue.json()).matchAll(/"x-options":"(\w+)"/g)].map(([, list]) => list!);
  expect([...new Set(lists)].sort()).toEqual(['artists', 'genres', 'metrics', 'platforms', 'sources', 'venues']);
  for (const list of new Set(lists)) expect((await ask(list)).statusCode).toBe(200);
});

it.each([
  ['artists', ['ada', 'bo']],
  ['artists?search=B', ['bo']],
  ['artists?limit=1', ['ada']],
  ['metrics?search=practice', ['practice_minutes']],
  ['genres', ['folk', 'jazz']],
  ['genres?artists=bo', ['jazz']],
  ['genres?artists=ada&artists=bo&search=OL', ['folk']],
  ['venues', []],
])('%s gives %j', async (path, expected) => {
  expect(await values(path)).toEqual(expected);
});

it.each([
  ['genres?limit=0', 400, /limit/],
  ['genres?limit=5001', 400, /limit/],
  ['genres?colour=red', 400, /colour/],
  ['genres?artists=zed', 404, /there is no artist "zed"/],
  [`genres?search=${'x'.repeat(121)}`, 400, /search/],
  ['genres?search=%00', 400, /search/],
  ['moods', 404, /options\/moods/],
])('refuses %s with what is wrong', async (path, status, message) => {
  const answer = await ask(path);
  expect(answer.statusCode).toBe(status);
  expect((answer.json() as { message: string }).message).toMatch(message);
});
