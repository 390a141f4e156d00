import type { Artist } from '../store/artists.ts';
import { columns, dateOf, notices, testQueries } from './testing.ts';
import type { TestQueries } from './testing.ts';

let queries: TestQueries;
let thin: Artist;

beforeAll(async () => {
  queries = await testQueries();
  thin = await queries.artist({ slug: 'thin', name: 'Thin Margin' });
  await queries.artist({ slug: 'silent', name: 'Silent' });
  const sound = await queries.artist({ slug: 'sound', name: 'Sound', currency: 'EUR' });
  for (let month = 0; month < 48; month++) {
    const occurred_at = dateOf(2022, month, 1);
    const wave = Math.sin(month * 1.7) + Math.sin(month * 0.9);
    const spent = { direction: 'expense', category: 'travel', occurred_at };
    await queries.facts(thin, 'ledger_entry', [
      { occurred_at, amount: (1000 + 300 * wave).toFixed(2) },
      { ...spent, amount: '990' },
    ]);
    await queries.facts(sound, 'ledger_entry', [
      { occurred_at, amount: (5000 + 50 * wave).toFixed(2), currency: 'EUR' },
      { ...spent, amount: '1000', currency: 'EUR' },
    ]);
  }
  await queries.facts(thin, 'goal', [
    { title: 'Earn 1 in 2026', metric: 'revenue', target: 1, ...days(2026, 0, 3, 11, 31) },
    { title: 'Earn a million in 2026', metric: 'revenue', target: 1e6, ...days(2026, 0, 3, 11, 31) },
    { title: 'Over', metric: 'revenue', target: 1, ...days(2025, 0, 3, 11, 31) },
    { title: 'Reached', metric: 'revenue', target: 1, status: 'reached', ...days(2026, 0, 3, 11, 31) },
    { title: 'Earn 1 in 2026', metric: 'revenue', target: 1e6, ...days(2026, 0, 3, 11, 31) },
    { title: 'Fame', metric: 'applause', target: 5, ...days(2026, 0, 3, 11, 31) },
  ]);
});
afterAll(() => queries.close());

function days(year: number, fromMonth: number, fromDay: number, toMonth: number, toDay: number) {
  const set_on = dateOf(year, fromMonth, fromDay);
  return { set_on, deadline: dateOf(year, toMonth, toDay), occurred_at: set_on, known_at: dateOf(2025, 6, 1) };
}

const one = async (params: object, more?: Parameters<TestQueries['frames']>[2]) =>
  (await queries.frames('risk', params, more))[0]!;

describe('risk of an artist', () => {
  it('tells of a thin margin that a loss is possible, how bad the worst cases are, and what reserve lasts', async () => {
    const row = columns(await one({ artists: ['thin'] }));
    const value = (name: string) => row[name]![0] as number;
    expect(value('lossChance')).toBeGreaterThan(0.02);
    expect(value('lossChance')).toBeLessThan(0.98);
    expect(value('anyLossChance')).toBeGreaterThanOrEqual(value('lossChance'));
    expect(value('worst')).toBeLessThan(value('lower'));
    expect(value('lower')).toBeLessThan(value('median'));
    expect(value('median')).toBeLessThan(value('upper'));
    expect(value('reserve')).toBeGreaterThan(0);
    expect(row.artist).toEqual(['Thin Margin']);
  });

  it('agrees with the forecast on the sum and its range', async () => {
    const row = columns(await one({ artists: ['sound'], metric: 'revenue', horizon: 6 }));
    const [forecast] = await queries.frames('forecast', { artist: 'sound', metric: 'revenue', horizon: 6 });
    const total = forecast!.schema.meta!.custom!.total as Record<string, number>;
    expect(row.median![0]).toBe(total.mean);
    expect([row.lower![0], row.upper![0]]).toEqual([total.lower, total.upper]);
    expect(row.previous![0]).toBe(total.previous);
    expect(row.lossChance).toEqual([0]);
    expect(row.reserve).toEqual([0]);
  });

  it('goes month by month', async () => {
    const months = columns(await one({ artists: ['thin'], show: 'months', horizon: 18 }));
    expect(months.time![0]).toBe(Date.UTC(2026, 0, 1));
    expect(months.time).toHaveLength(18);
    for (const chance of months.lossChance as number[]) expect(chance).toBeGreaterThan(0.05);
    expect(Object.keys(months)).not.toContain('artist');
  });

  it('takes another limit for a loss', async () => {
    const at = async (limit: number) => columns(await one({ artists: ['sound'], limit })).lossChance![0] as number;
    expect(await at(0)).toBe(0);
    expect(await at(1e7)).toBe(1);
  });

  it('says what to import where nothing is known', async () => {
    const frame = await one({ artists: ['silent'] });
    expect(frame.schema.fields).toEqual([]);
    expect(notices(frame)).toEqual(['No net income is known yet; import some to see what may go wrong.']);
  });
});

describe('risk of a roster', () => {
  it('has a row an artist, names who is left out, and keeps currencies apart', async () => {
    const frame = await one({});
    expect(columns(frame)).toMatchObject({ artistId: ['sound', 'thin'], currency: ['EUR', 'USD'] });
    expect(notices(frame)).toEqual(['Without net income and so left out: Silent']);
    const median = frame.schema.fields.find(({ name }) => name === 'median')!;
    expect(median.config).not.toHaveProperty('unit');
  });

  it('answers rules with one number an artist, the silent ones too', async () => {
    const frame = await one({}, { fromAlert: true });
    expect(frame.schema.meta!.type).toBe('numeric-long');
    expect(columns(frame)).toMatchObject({
      artist: ['silent', 'sound', 'thin'],
      quantity: ['loss_chance', 'loss_chance', 'loss_chance'],
      value: [null, 0, expect.any(Number)],
    });
    const worst = columns(await one({ quantity: 'worst' }, { format: 'alert' })).value!;
    expect(worst[1]).toBeGreaterThan(worst[2] as number);
  });

  it('refuses rules a table', async () => {
    expect(await queries.error('risk', {}, { fromAlert: true, format: 'table' })).toMatch(/use alert$/);
  });
});

describe('goals at risk', () => {
  it('lists what is open and due, the least likely first, and those that no forecast tells of last', async () => {
    const goals = columns(await one({ artists: ['thin'], show: 'goals' }));
    expect(goals.title).toEqual(['Earn 1 in 2026', 'Earn a million in 2026', 'Earn 1 in 2026', 'Fame']);
    expect(goals.chance).toEqual([0, 0, 1, null]);
  });

  it('answers rules with one number a goal, the worse one of two that nobody can tell apart', async () => {
    const frame = await one({ quantity: 'goal_chance' }, { fromAlert: true });
    expect(columns(frame)).toMatchObject({
      artist: ['thin', 'thin', 'thin'],
      goal: expect.arrayContaining(['Earn 1 in 2026', 'Fame']),
      due: ['2026-12-31', '2026-12-31', '2026-12-31'],
      value: expect.arrayContaining([0, 0, null]),
    });
  });

  it('judges a moment that is past by what was known then', async () => {
    const asOf = '2025-12-15T00:00:00Z';
    const then = columns(await one({ artists: ['thin'], show: 'goals', asOf }));
    // The months of these goals had not begun: nothing could be said yet.
    expect(then).toMatchObject({ title: expect.arrayContaining(['Over']), chance: expect.arrayContaining([1, null]) });
  });

  it('says so where no goal is open', async () => {
    expect(notices(await one({ artists: ['sound'], show: 'goals' }))).toEqual([
      expect.stringMatching(/^No goal is open/),
    ]);
  });
});

it('draws the same futures again: the same question has the same answer', async () => {
  const first = await one({ artists: ['thin'] });
  expect(await one({ artists: ['thin'] })).toEqual(first);
});
