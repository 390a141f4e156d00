import { columns, dateOf, notices, testQueries } from './testing.ts';
import type { TestQueries } from './testing.ts';

let queries: TestQueries;

beforeAll(async () => {
  queries = await testQueries();
  const artist = await queries.artist({ slug: 'ada', name: 'Ada' });
  await queries.artist({ slug: 'silent', name: 'Silent' });
  for (let month = 0; month < 60; month++) {
    const occurred_at = dateOf(2021, month, 1);
    const wave = Math.sin(month * 1.7) + Math.sin(month * 0.9);
    await queries.facts(artist, 'ledger_entry', [{ occurred_at, amount: (1000 + 10 * month + 150 * wave).toFixed(2) }]);
    const value = 2000 + 50 * month + 20 * wave;
    await queries.facts(artist, 'audience_reading', [{ occurred_at, metric: 'followers', value }]);
  }
  const set_on = dateOf(2026, 0, 5);
  const goal = { set_on, occurred_at: set_on, known_at: dateOf(2025, 11, 1), deadline: dateOf(2026, 11, 31) };
  await queries.facts(artist, 'goal', [
    { ...goal, title: 'Earn 18,000 in 2026', metric: 'revenue', target: 18_000 },
    { ...goal, title: '6,000 followers', metric: 'followers', target: 6_000 },
  ]);
});
afterAll(() => queries.close());

const ask = async (params: object = {}, more?: Parameters<TestQueries['frames']>[2]) =>
  (await queries.frames('milestones', { artist: 'ada', ...params }, more))[0]!;
const numbers = (values: unknown[] | undefined) => values as number[];

describe('when milestones are passed', () => {
  it('offers round sums of the career and the goals, the nearest first, each with range and chance', async () => {
    const dates = columns(await ask());
    expect(dates.kind).toContain('goal');
    const median = numbers(dates.median).filter((time) => time !== null);
    expect(median.length).toBeGreaterThan(2);
    expect(median).toEqual(median.toSorted((a, b) => a - b));
    dates.median!.forEach((time, row) => {
      if (time === null) return;
      expect(dates.early![row]).toBeLessThanOrEqual(time as number);
      if (dates.late![row] !== null) expect(dates.late![row]).toBeGreaterThanOrEqual(time as number);
    });
    for (const target of numbers(dates.target).filter((_, row) => dates.kind![row] === 'threshold'))
      expect(target).toBeGreaterThan(77_000);
  });

  it('takes thresholds, and tells when one was passed already', async () => {
    const dates = columns(await ask({ thresholds: [50_000, 90_000, 1e9], goals: false }));
    expect(dates.title).toEqual(['50,000 USD in all', '90,000 USD in all', '1,000,000,000 USD in all']);
    expect(dates.passed).toEqual([Date.UTC(2024, 5, 1), null, null]);
    expect(dates.chance![0]).toBe(1);
    expect(dates.chance![2]).toBe(0);
    expect(dates.median![2]).toBeNull();
    // 77,800 are there, about 1,600 come a month.
    expect(numbers(dates.median)[1]).toBeGreaterThan(Date.UTC(2026, 5, 1));
    expect(numbers(dates.median)[1]).toBeLessThan(Date.UTC(2026, 9, 1));
  });

  it('looks at months alone when told to, and at levels always', async () => {
    const months = columns(await ask({ count: 'bucket', thresholds: [1_300], goals: false }));
    expect(months).toMatchObject({ title: ['1,300 USD in a month'], passed: [expect.any(Number)] });
    const followers = columns(await ask({ metric: 'followers', thresholds: [5_500] }));
    expect(followers.title).toEqual(['5,500 followers', '6,000 followers']);
    expect(followers.chance![0]).toBeGreaterThanOrEqual(followers.chance![1] as number);
  });

  it('counts the chance up to the day that is asked for', async () => {
    const at = async (by: string) =>
      columns(await ask({ thresholds: [90_000], goals: false, by })).chance![0] as number;
    const chances = [await at('2026-03-31'), await at('2026-09-30'), await at('2027-12-31')];
    expect(chances[0]).toBeLessThan(0.1);
    expect(chances[2]).toBeGreaterThan(0.95);
    expect(chances).toEqual(chances.toSorted((a, b) => a - b));
    expect(columns(await ask({ thresholds: [90_000], goals: false, by: '2040-01-01' })).chance).toEqual([null]);
  });

  it('gives the chance of a goal that the timeline gives', async () => {
    const dates = columns(await ask());
    const timeline = await queries.frames('timeline', { artists: ['ada'], kinds: ['goal'] });
    const goals = columns(timeline[0]!);
    const chanceOf = (table: Record<string, unknown[]>) => table.chance![table.title!.indexOf('Earn 18,000 in 2026')];
    expect(chanceOf(dates)).toBe(chanceOf(goals));
    expect(chanceOf(dates)).not.toBeNull();
  });

  it('draws the chance by month, one rising line a milestone', async () => {
    const { schema, data } = await ask({ show: 'chances', thresholds: [80_000, 90_000], goals: false });
    expect(schema.fields.slice(1).map(({ labels }) => labels!.milestone)).toEqual([
      '80,000 USD in all',
      '90,000 USD in all',
    ]);
    expect(data.values[0]).toHaveLength(36);
    for (const line of data.values.slice(1)) expect(line).toEqual(numbers(line).toSorted((a, b) => a - b));
  });

  it('answers rules with one chance a milestone', async () => {
    const frame = await ask({ thresholds: [90_000], goals: false, by: '2026-12-31' }, { fromAlert: true });
    expect(columns(frame)).toEqual({
      artist: ['ada'],
      metric: ['revenue'],
      milestone: ['90,000 USD in all'],
      value: [expect.any(Number)],
    });
    expect(await queries.error('milestones', { artist: 'ada' }, { fromAlert: true, format: 'table' })).toMatch(
      /use alert$/
    );
  });
});

describe('three years ahead', () => {
  it('widens from year to year and begins with the total of the forecast', async () => {
    const years = columns(await ask({ show: 'years' }));
    expect(years.title).toEqual(['Next 12 months', 'Months 13 to 24', 'Months 25 to 36']);
    const spread = numbers(years.spread);
    expect(spread[1]).toBeGreaterThan(spread[0]!);
    expect(spread[2]).toBeGreaterThan(spread[1]!);
    const [forecast] = await queries.frames('forecast', { artist: 'ada' });
    const total = forecast!.schema.meta!.custom!.total as Record<string, number>;
    expect([years.lower![0], years.upper![0]]).toEqual([total.lower, total.upper]);
  });

  it('keeps the months that the forecast tells and goes on from them without a jump', async () => {
    const long = columns(await ask({ show: 'trajectory' }));
    const short = columns((await queries.frames('forecast', { artist: 'ada', horizon: 24 }))[0]!);
    const ahead = (table: Record<string, unknown[]>, name: string) => numbers(table[name]).filter((v) => v !== null);
    expect(ahead(long, 'mean')).toHaveLength(36);
    expect(ahead(long, 'mean').slice(0, 24)).toEqual(ahead(short, 'mean'));
    expect(ahead(long, 'upper/80').slice(0, 24)).toEqual(ahead(short, 'upper/80'));
    const mean = ahead(long, 'mean');
    expect(Math.abs(mean[24]! / mean[12]! - 1)).toBeLessThan(0.3);
  });
});

it('says what to import where nothing is known', async () => {
  expect(notices(await ask({ artist: 'silent' }))).toEqual([
    'No revenue of Silent is known yet; import some to see what lies ahead.',
  ]);
});
