import { fixture, liveRows } from '../fixtures/fixture.ts';
import { counts, importBench, rejections } from '../testing.ts';
import type { ImportBench } from '../testing.ts';

let bench: ImportBench;
beforeAll(async () => (bench = await importBench()));
beforeEach(() => bench.newArtist());
afterAll(() => bench.close());

const now = new Date('2024-06-15T12:00:00Z');
const rejected = async (file: string) => rejections(await bench.load('goals', file, { now }));
const goals = () =>
  liveRows<{ title: string; status: string; set: string; known: string }>(
    bench,
    'goal',
    "title, metric, target, set_on::text AS set, deadline::text AS due, status, reached_on::text AS reached, to_char(known_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS known",
    'title'
  );

describe('a file of goals', () => {
  it('lands metrics by name or title, months as their last day, and an outcome from the day after it', async () => {
    const outcome = await bench.load(undefined, await fixture('goals.csv'), { now });
    expect(outcome.format).toBe('goals');
    expect(await goals()).toEqual([
      {
        title: 'First merch thousand',
        metric: 'merch',
        target: 1000,
        set: '2024-01-01',
        due: '2024-03-31',
        status: 'reached',
        reached: '2024-03-20',
        known: '2024-03-21',
      },
      {
        title: 'Forty shows',
        metric: 'gigs',
        target: 40,
        set: '2024-01-01',
        due: '2024-12-31',
        status: 'open',
        reached: null,
        known: '2024-01-01',
      },
      {
        title: 'Ten thousand followers',
        metric: 'followers',
        target: 10000,
        set: '2024-01-01',
        due: '2024-12-31',
        status: 'open',
        reached: null,
        known: '2024-01-01',
      },
    ]);
  });

  it('changes nothing the second time; an outcome supersedes and the key of the goal stays', async () => {
    const file = await fixture('goals.csv');
    await bench.load('goals', file, { now });
    expect(counts(await bench.load('goals', file, { now }))).toEqual([0, 0, 3, 0]);
    const later = file.replace('40,2024-12,2024-01-01,,', '40,2024-12,2024-01-01,,2024-06-10');
    expect(counts(await bench.load('goals', later, { now }))).toEqual([0, 1, 2, 0]);
    const versions = await liveRows<{ n: number; keys: number }>(
      bench,
      'goal',
      "(SELECT count(DISTINCT goal_key)::int FROM goal AS g WHERE g.title = t.title AND g.artist_id = t.artist_id) AS keys, status, to_char(known_at, 'YYYY-MM-DD') AS known, title",
      'title'
    );
    expect(versions[1]).toEqual({ keys: 1, status: 'reached', known: '2024-06-11', title: 'Forty shows' });
  });

  it('was set on the day of its first import where the file does not say, and stays so', async () => {
    const file = 'goal,metric,target,due\nPlay abroad,Shows,1,2025-01-31\n';
    await bench.load('goals', file, { now });
    expect(await goals()).toMatchObject([{ set: '2024-06-15', known: '2024-06-15' }]);
    const month = { now: new Date('2024-07-15T12:00:00Z') };
    expect(counts(await bench.load('goals', file, month))).toEqual([0, 0, 1, 0]);
    expect(counts(await bench.load('goals', file.replace('Shows,1', 'Shows,2'), month))).toEqual([0, 1, 0, 0]);
    expect(await goals()).toMatchObject([{ set: '2024-06-15', known: '2024-07-15' }]);
  });

  it('names rows with an unknown metric, no target, or days that contradict each other', async () => {
    const rows = [
      'a,smiles,1,2024-12-31,,,',
      'b,gigs,,2024-12-31,,,',
      'c,gigs,1,2024-01-31,2024-02-01,,',
      'd,gigs,1,2024-12-31,2024-07-01,,',
      'e,gigs,1,2024-12-31,2024-02-01,,2024-01-01',
      'f,gigs,1,2024-12-31,,open,2024-05-01',
      'g,gigs,1,2024-12-31,,maybe,',
      'A,gigs,1,2024-12-31,,,',
      'a,gigs,1,2024-12-31,,,',
    ];
    expect(await rejected(`title,metric,target,deadline,set_on,status,reached_on\n${rows.join('\n')}\n`)).toEqual([
      [2, 'metric', 'smiles', 'IMPORT_BAD_VALUE'],
      [3, 'target', '', 'IMPORT_MISSING_VALUE'],
      [4, 'deadline', '2024-01-31', 'IMPORT_BAD_DATE'],
      [5, 'set_on', '2024-07-01', 'IMPORT_BAD_DATE'],
      [6, 'reached_on', '2024-01-01', 'IMPORT_BAD_DATE'],
      [7, 'status', 'open', 'IMPORT_BAD_VALUE'],
      [8, 'status', 'maybe', 'IMPORT_BAD_VALUE'],
      [10, 'title', 'a', 'IMPORT_REPEATED_KEY'],
    ]);
  });
});
