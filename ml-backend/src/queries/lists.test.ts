import { columns, testQueries } from './testing.ts';
import type { TestQueries } from './testing.ts';

let queries: TestQueries;
beforeAll(async () => {
  queries = await testQueries();
  const ada = await queries.artist({ slug: 'ada', genre: 'folk' });
  const bo = await queries.artist({ slug: 'bo', genre: 'Jazz' });
  const show = (venue_name: string, city: string) => ({ occurred_at: '2025-05-01', venue_name, city });
  await queries.facts(ada, 'gig', [show('Old Mill', 'Leeds'), show('Paradiso', 'Amsterdam')]);
  await queries.facts(bo, 'gig', [show('Paradiso', 'Amsterdam'), { ...show('Later', 'Rome'), known_at: '2999-01-01' }]);
  await queries.facts(bo, 'audience_reading', [
    { occurred_at: '2025-05-01', metric: 'followers', value: 1, platform: 'deezer', source: 'readings' },
    { occurred_at: '2025-05-01', metric: 'streams', value: 1, platform: 'deezer', source: 'readings' },
  ]);
});
afterAll(() => queries.close());

const values = async (list: string, params: object = {}) => columns((await queries.frames(list, params))[0]!).value;

it.each([
  ['genres', {}, ['folk', 'Jazz']],
  ['genres', { artists: ['bo'] }, ['Jazz']],
  ['venues', {}, ['Old Mill', 'Paradiso']],
  ['venues', { artists: ['bo'] }, ['Paradiso']],
  ['venues', { search: 'MILL' }, ['Old Mill']],
  ['venues', { search: '%' }, undefined],
  ['venues', { limit: 1 }, ['Paradiso']],
  ['platforms', { artists: ['bo'] }, ['deezer']],
  ['platforms', { artists: ['ada'] }, undefined],
  ['sources', {}, ['readings', 'test']],
  ['artists', { genres: ['Jazz'] }, ['bo']],
])('lists %s of %j by name', async (list, params, expected) => {
  expect(await values(list, params)).toEqual(expected);
});

it('tells what a choice is about', async () => {
  const [platforms] = await queries.frames('platforms');
  expect(columns(platforms!)).toEqual({ text: ['deezer'], value: ['deezer'], description: ['followers, streams'] });
  const [venues] = await queries.frames('venues', { search: 'paradiso' });
  expect(columns(venues!).description).toEqual(['Amsterdam']);
});

it('narrows shows to the venues that are chosen', async () => {
  const [gigs] = await queries.frames('gigs', { venues: ['Paradiso'] });
  expect(columns(gigs!).artist!.toSorted()).toEqual(['ada', 'bo']);
});

it('refuses an artist that nobody knows by the name of the parameter', async () => {
  expect(await queries.error('venues', { artists: ['zed'] })).toMatch(/^venues\.artists: there is no artist "zed"/);
});
