import type { Artist } from '../store/artists.ts';
import { columns, notices, testQueries } from './testing.ts';
import type { TestQueries } from './testing.ts';

let queries: TestQueries;
let ada: Artist;
beforeAll(async () => {
  queries = await testQueries();
  ada = await queries.artist({ slug: 'ada', name: 'Ada' });
  const bo = await queries.artist({ slug: 'bo', name: 'Bo' });
  const show = (occurred_at: string, more: object = {}) => ({ occurred_at, tour: 'Tour', venue_name: 'Hall', ...more });
  await queries.facts(ada, 'gig', [
    show('2025-03-01', { gross: '100', currency: 'USD' }),
    show('2025-03-02', { gross: '90', currency: 'EUR' }),
  ]);
  await queries.facts(bo, 'gig', [show('2025-04-01', { gross: '70', currency: 'GBP' })]);
});
afterAll(() => queries.close());

const frameOf = async (kind: string, params: object, more: object = {}) =>
  (await queries.frames('timeline', { kinds: [kind], ...params }, more)).find(({ schema }) => schema.name === kind);

describe('timeline', () => {
  it('says whose career it is even when nothing has happened', async () => {
    await queries.artist({ slug: 'newcomer', name: 'New Comer' });
    const [frame] = await queries.frames('timeline', { artists: ['newcomer'] });
    expect(frame!.schema).toMatchObject({
      fields: [],
      meta: { custom: { encore: 'timeline', subject: 'New Comer', asOf: Date.UTC(2026, 0, 15, 12) } },
    });
    expect(notices(frame!)).toEqual(['Nothing has happened yet: import gigs to begin.']);
  });

  it('gives each show its currency where they differ, and one unit where they do not', async () => {
    const mixed = await frameOf('show', { artists: ['ada'] });
    expect(columns(mixed!)).toMatchObject({ gross: [100, 90], currency: ['USD', 'EUR'] });
    const same = await frameOf('show', { artists: ['bo'] });
    expect(columns(same!)).not.toHaveProperty('currency');
    expect(same!.schema.fields.find(({ name }) => name === 'gross')!.config!.unit).toBe('currencyGBP');
  });

  it('reads all careers with as many statements as one', async () => {
    const count = async (artists: string[]) => {
      const before = queries.statements();
      await queries.frames('timeline', { artists });
      return queries.statements() - before;
    };
    expect(await count([])).toBe(await count(['ada']));
  });
});

describe('goals', () => {
  const months = (from: number, count: number, amount: (i: number) => number) =>
    Array.from({ length: count }, (_, i) => ({
      occurred_at: new Date(Date.UTC(2025, from + i, 5)).toISOString(),
      amount: String(amount(i)),
    }));
  const goal = (title: string, target: number, more: object = {}) => ({
    title,
    metric: 'revenue',
    target,
    set_on: '2026-01-03',
    deadline: '2026-12-31',
    occurred_at: '2026-01-03',
    ...more,
  });

  it('carry the chance that the stored forecast gives them, and are at risk below 0.35', async () => {
    const artist = await queries.artist({ slug: 'saver', name: 'Saver' });
    await queries.facts(
      artist,
      'ledger_entry',
      months(-36, 48, (i) => 100 + 5 * (i % 12))
    );
    await queries.facts(artist, 'goal', [
      goal('Easy', 1000),
      goal('Hard', 5000),
      goal('Done', 10, { status: 'reached', reached_on: '2026-01-04' }),
      goal('Loved', 1, { metric: 'smiles' }),
    ]);
    const before = columns((await frameOf('goal', { artists: ['saver'] }))!);
    expect(before).toMatchObject({ state: ['reached', 'open', 'open', 'open'] });
    expect(before).not.toHaveProperty('chance');
    await queries.frames('forecast', { artist: 'saver' });
    const { title, state, chance } = columns((await frameOf('goal', { artists: ['saver'] }))!);
    expect(title).toEqual(['Done', 'Easy', 'Hard', 'Loved']);
    expect(state).toEqual(['reached', 'open', 'at-risk', 'open']);
    expect(chance![1]).toBeGreaterThan(0.95);
    expect(chance![2]).toBeLessThan(0.05);
    expect([chance![0], chance![3]]).toEqual([null, null]);
  });

  it('have no chance in a look back: what stands now was not known then', async () => {
    const past = columns((await frameOf('goal', { artists: ['saver'], asOf: '2026-01-10T00:00:00Z' }))!);
    expect(past).not.toHaveProperty('chance');
  });
});
