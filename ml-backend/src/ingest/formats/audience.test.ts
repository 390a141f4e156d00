import { fixture, liveRows } from '../fixtures/fixture.ts';
import { counts, importBench, rejections } from '../testing.ts';
import type { ImportBench } from '../testing.ts';

let bench: ImportBench;
beforeAll(async () => (bench = await importBench()));
beforeEach(() => bench.newArtist());
afterAll(() => bench.close());

const now = new Date('2024-06-15T12:00:00Z');
const header = 'date,platform,metric,value\n';
const readings = () =>
  liveRows(
    bench,
    'audience_reading',
    'occurred_at::date::text AS day, grain, platform, metric, value, territory, city',
    'platform, metric, city NULLS FIRST, occurred_at'
  );

describe('an audience file', () => {
  it('lands daily and monthly readings, of everywhere and of places', async () => {
    const outcome = await bench.load(undefined, await fixture('audience.csv'), { now });
    expect(outcome.format).toBe('audience');
    const everywhere = { territory: null, city: null };
    const day = { day: '2024-05-01', grain: 'day' };
    expect(await readings()).toEqual([
      { ...day, platform: 'instagram', metric: 'engagement', value: 0.045, ...everywhere },
      { ...day, platform: 'instagram', metric: 'followers', value: 5210, ...everywhere },
      { ...day, platform: 'spotify', metric: 'listeners', value: 12400, ...everywhere },
      { ...day, platform: 'spotify', metric: 'listeners', value: 960, territory: 'DE', city: 'Berlin' },
      { day: '2024-04-01', grain: 'month', platform: 'youtube', metric: 'views', value: 18200, ...everywhere },
    ]);
  });

  it('changes nothing the second time; a restated value supersedes', async () => {
    const file = await fixture('audience.csv');
    await bench.load('audience', file, { now });
    expect(counts(await bench.load('audience', file, { now }))).toEqual([0, 0, 5, 0]);
    expect(counts(await bench.load('audience', file.replace('5210', '5212'), { now }))).toEqual([0, 1, 4, 0]);
  });

  it('takes platform and metric of the whole file from --map', async () => {
    const map = { platform: 'TikTok', metric: 'fans', value: 'Total' };
    await bench.load('audience', 'Day,Total\n2024-05-01,7\n', { now, map });
    expect(await readings()).toMatchObject([{ platform: 'tiktok', metric: 'followers', value: 7 }]);
  });

  it('reads dates of each file in its own order', async () => {
    const file = `${header}01/02/2024,x,fans,1\n`;
    await bench.load('audience', file, { now, dateOrder: 'dmy' });
    await bench.load('audience', file, { now, dateOrder: 'mdy' });
    expect(await readings()).toMatchObject([{ day: '2024-01-02' }, { day: '2024-02-01' }]);
  });

  it('names rows with an unknown metric, a bad number, no share, no platform or a day that has not come', async () => {
    const rows = [
      '2024-05-01,x,likes,1',
      '2024-05-01,x,fans,many',
      '2024-05-01,x,engagement,12',
      '2024-05-01,,fans,1',
      '2024-07-01,x,fans,1',
      '2024-06,x,fans,1',
    ];
    const outcome = await bench.load('audience', header + rows.join('\n'), { now });
    expect(counts(outcome)).toEqual([1, 0, 0, 5]);
    expect(rejections(outcome)).toEqual([
      [2, 'metric', 'likes', 'IMPORT_BAD_VALUE'],
      [3, 'value', 'many', 'IMPORT_BAD_NUMBER'],
      [4, 'value', '12', 'IMPORT_BAD_NUMBER'],
      [5, 'platform', '', 'IMPORT_MISSING_VALUE'],
      [6, 'date', '2024-07-01', 'IMPORT_BAD_DATE'],
    ]);
    expect(outcome.report.rejected[0]!.reason).toContain('playlist_adds');
  });
});
