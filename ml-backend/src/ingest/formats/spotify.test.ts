import { fixture, liveRows } from '../fixtures/fixture.ts';
import { counts, importBench, rejections } from '../testing.ts';
import type { ImportBench } from '../testing.ts';

let bench: ImportBench;
beforeAll(async () => (bench = await importBench()));
beforeEach(() => bench.newArtist());
afterAll(() => bench.close());

const now = new Date('2024-06-15T12:00:00Z');
const readings = () =>
  liveRows<{ day: string; metric: string; value: number }>(
    bench,
    'audience_reading',
    'occurred_at::date::text AS day, metric, value, platform, grain, (known_at - occurred_at)::text AS lag',
    'occurred_at, metric'
  );

describe('an audience timeline of Spotify for Artists', () => {
  it('makes three daily readings of every row, known two days later', async () => {
    const outcome = await bench.load(undefined, await fixture('spotify-timeline.csv'), { now });
    expect(outcome).toMatchObject({ format: 'spotify', report: { read: 5 } });
    expect(counts(outcome)).toEqual([5, 0, 0, 0]);
    const rows = await readings();
    expect(rows).toHaveLength(15);
    const of = { day: '2024-05-01', platform: 'spotify', grain: 'day', lag: '2 days' };
    expect(rows.slice(0, 3)).toEqual([
      { ...of, metric: 'followers', value: 2210 },
      { ...of, metric: 'listeners', value: 412 },
      { ...of, metric: 'streams', value: 1034 },
    ]);
  });

  it('changes nothing the second time, and counts a row once when one of its numbers was restated', async () => {
    const file = await fixture('spotify-timeline.csv');
    await bench.load('spotify', file, { now });
    expect(counts(await bench.load('spotify', file, { now }))).toEqual([0, 0, 5, 0]);
    const restated = file.replace('398,987', '401,991') + '2024-05-06,1,2,3\n';
    expect(counts(await bench.load('spotify', restated, { now }))).toEqual([1, 1, 4, 0]);
    expect((await readings()).filter(({ day }) => day === '2024-05-02').map(({ value }) => value)).toEqual([
      2214, 401, 991,
    ]);
  });

  it('takes a day without followers, and names rows that are wrong, of the future, empty or there already', async () => {
    const file = [
      'date,listeners,streams,followers',
      '2024-05-01,1,"1,034",',
      '2024-05-02,-1,2,3',
      '2024-13-01,1,2,3',
      '2024-08-01,1,2,3',
      '2024-04,1,2,3',
      '2024-05-04,,,',
      '2024-05-01,,,9',
      '2024-05-01,4,5,6',
      '2024-05-07,1,2',
    ].join('\n');
    const outcome = await bench.load('spotify', file, { now });
    expect(counts(outcome)).toEqual([2, 0, 0, 7]);
    expect(rejections(outcome)).toEqual([
      [3, 'listeners', '-1', 'IMPORT_BAD_NUMBER'],
      [4, 'date', '2024-13-01', 'IMPORT_BAD_DATE'],
      [5, 'date', '2024-08-01', 'IMPORT_BAD_DATE'],
      [6, 'date', '2024-04', 'IMPORT_BAD_DATE'],
      [7, 'streams', '', 'IMPORT_MISSING_VALUE'],
      [9, 'date', expect.stringContaining('2024-05-01'), 'IMPORT_REPEATED_KEY'],
      [10, null, '2024-05-07,1,2', 'IMPORT_BAD_ROW'],
    ]);
    expect(await readings()).toMatchObject([
      { metric: 'followers', value: 9 },
      { metric: 'listeners', value: 1 },
      { metric: 'streams', value: 1034 },
    ]);
  });

  it('refuses the timeline of a song, which has no listeners', async () => {
    await expect(bench.load('spotify', 'date,streams\n2024-05-01,5\n', { now })).rejects.toMatchObject({
      code: 'IMPORT_MISSING_COLUMN',
      field: 'listeners',
    });
  });
});
