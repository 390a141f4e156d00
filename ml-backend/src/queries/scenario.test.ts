import { end as lastDay } from '../demo/testing.ts';
import { loadDemo } from '../demo/load.ts';
import { withTenant } from '../store/connection.ts';
import { deleteScenario, listScenarios, saveScenario } from '../store/scenarios.ts';
import { findArtists } from '../store/artists.ts';
import type { TestQueries } from './testing.ts';
import { columns, notices, testQueries } from './testing.ts';

const now = new Date(lastDay * 86_400_000);
const artist = 'ada-marlowe';

describe('scenarios of simulated careers', () => {
  let queries: TestQueries;
  beforeAll(async () => {
    queries = await testQueries();
    const { pool, tenantId } = queries.database;
    const signal = new AbortController().signal;
    await loadDemo(pool, tenantId, { artists: 6, years: 6, seed: 1, end: lastDay, signal });
  }, 180_000);
  afterAll(() => queries.close());

  const ask = async (params: object) => (await queries.frames('scenario', { artist, ...params }, { now }))[0]!;
  const future = (values: unknown[]) => values.slice(-12) as number[];
  const sum = (values: unknown[]) => future(values).reduce((total, value) => total + value, 0);

  it('are the forecast where nothing is changed, and say so', async () => {
    const frame = await ask({ metric: 'heads' });
    const { mean, baseline } = columns(frame);
    expect(future(mean!)).toEqual(future(baseline!));
    expect(notices(frame).join()).toContain('Nothing is changed');
  });

  it('bring more with more shows, in a frame that a forecast panel draws, and tell n and where the effect is from', async () => {
    const frame = await ask({ metric: 'heads', gigs: 4 });
    const { mean, baseline, 'lower/80': lower, 'upper/80': upper } = columns(frame);
    expect(frame.schema.meta?.custom).toMatchObject({ encore: 'forecast', bucket: 'month', scenario: 'scenario' });
    expect(sum(mean!)).toBeGreaterThan(sum(baseline!));
    future(mean!).forEach((value, t) => expect(value).toBeGreaterThan(future(lower!)[t]!));
    future(mean!).forEach((value, t) => expect(value).toBeLessThan(future(upper!)[t]!));
    expect(notices(frame).join()).toMatch(/\+4 shows a month: the effect is .*n = \d+/);
  });

  it('lose heads with dearer tickets, with a difference whose range is of the same futures', async () => {
    const frame = await ask({ metric: 'heads', ticketPrice: 20, show: 'difference' });
    const { mean, 'upper/95': upper, actual } = columns(frame);
    expect(actual).toBeUndefined();
    expect(sum(mean!)).toBeLessThan(0);
    expect(future(upper!).every(Number.isFinite)).toBe(true);
    expect(frame.schema.meta?.custom).toMatchObject({ total: { level: 80 } });
  });

  it('tell the effects behind them, and name what nobody can tell', async () => {
    const frame = await ask({ metric: 'expenses', ticketPrice: 10, gigs: 1, show: 'effects' });
    const { change, source, n } = columns(frame);
    expect(change).toEqual(['+1 shows a month', '+10% ticket price']);
    expect(source![1]).toBe('not estimated');
    expect(n![0]).toBeGreaterThan(20);
    expect(notices(frame).join()).toContain('no history tells what that does');
  });

  it.each(['revenue', 'streams', 'listeners', 'practice_minutes', 'gigs', 'ticket_price', 'net'])(
    'answer all changes of %s at once',
    async (metric) => {
      const changes = { gigs: 2, ticketPrice: -10, marketing: 200, practiceHours: 3, releaseIn: 2 };
      const frame = await ask({ metric, ...changes });
      expect(future(columns(frame).mean!).every(Number.isFinite)).toBe(true);
      expect(notices(frame).length).toBe(5);
    }
  );

  it('count booked shows where there are more of them than usual', async () => {
    const frame = await ask({ metric: 'heads', booked: true });
    const { mean, baseline } = columns(frame);
    future(mean!).forEach((value, t) => expect(value).toBeGreaterThanOrEqual(future(baseline!)[t]! - 1e-6));
    expect(notices(frame).join()).toMatch(/\d+ booked shows: .* more than the forecast presumes/);
  });

  it('lift streams after a release and fade', async () => {
    const { mean, baseline } = columns(await ask({ metric: 'streams', releaseIn: 2 }));
    const lift = future(mean!).map((value, t) => value / future(baseline!)[t]!);
    expect(lift[0]).toBeCloseTo(1, 6);
    expect(Math.max(...lift)).toBeGreaterThan(1.005);
    expect(lift[11]!).toBeLessThan(Math.max(...lift));
  });

  it('are saved under a name, asked for by it, listed and deleted', async () => {
    const { db, tenantId } = queries.database;
    const [one] = await withTenant(db, tenantId, (tx) => findArtists(tx, [artist]));
    const save = (gigs: number) =>
      withTenant(db, tenantId, (tx) =>
        saveScenario(tx, { artistId: one!.artistId, name: 'Busy year', definition: { gigs }, by: 'test' })
      );
    const id = await save(1);
    expect(await save(4)).toBe(id);
    const saved = columns(await ask({ metric: 'heads', name: 'Busy year' }));
    expect(saved.mean).toEqual(columns(await ask({ metric: 'heads', gigs: 4 })).mean);
    expect(columns(await ask({ show: 'saved' })).name).toEqual(['Busy year']);
    expect(await withTenant(db, tenantId, (tx) => deleteScenario(tx, id, 'test'))).toBe(true);
    expect(await withTenant(db, tenantId, (tx) => listScenarios(tx))).toEqual([]);
    expect(await queries.error('scenario', { artist, name: 'Busy year' }, { now })).toContain(
      'scenario.name: no scenario is saved as "Busy year"'
    );
  });

  it('grow an audience as the forecast says, and tell what drove it', async () => {
    const frames = await queries.frames('audience_growth', { artist }, { now });
    expect(frames[0]!.schema.meta?.custom).toMatchObject({ encore: 'forecast', metric: 'Listeners' });
    const [drivers] = await queries.frames('audience_growth', { artist, show: 'drivers' }, { now });
    const { driver, effect, lower, upper, lag, source } = columns(drivers!);
    expect(new Set(driver)).toEqual(
      new Set(['Social engagement', 'Gig frequency', 'Venue progression', 'Genre mix', 'Collaborations'])
    );
    source!.forEach((from, i) => {
      if (from === 'not estimated') return expect([effect![i], lag![i]]).toEqual([null, null]);
      expect(lower![i] as number).toBeLessThan(effect![i] as number);
      expect(upper![i] as number).toBeGreaterThan(effect![i] as number);
      expect(lag![i] as number).toBeGreaterThanOrEqual(0);
    });
  });
});
