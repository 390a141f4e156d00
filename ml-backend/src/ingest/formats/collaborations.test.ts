import { fixture, liveRows } from '../fixtures/fixture.ts';
import { counts, importBench } from '../testing.ts';
import type { ImportBench } from '../testing.ts';

let bench: ImportBench;
beforeAll(async () => (bench = await importBench()));
beforeEach(() => bench.newArtist());
afterAll(() => bench.close());

const now = new Date('2024-06-15T12:00:00Z');
const works = () =>
  liveRows(
    bench,
    'collaboration',
    'occurred_at::date::text AS day, grain, other_name, work, role, (SELECT slug FROM artist AS a WHERE a.artist_id = t.other_artist_id) AS other',
    'other_name, work'
  );

describe('a file of collaborations', () => {
  it('lands works with others, and finds those who are artists of the tenant', async () => {
    const other = { artist: { slug: 'nova-parade', name: 'Nova Parade' } };
    await bench.load('practice', 'date,minutes\n2024-05-01,30\n', { now, ...other });
    const outcome = await bench.load(undefined, await fixture('collaborations.csv'), { now });
    expect(outcome.format).toBe('collaborations');
    expect(await works()).toEqual([
      { day: '2024-02-01', grain: 'month', other_name: 'Juno Reed', work: 'Slow Tide', role: 'co-writer', other: null },
      {
        day: '2024-03-08',
        grain: 'day',
        other_name: 'Nova Parade',
        work: 'Harbour Light',
        role: 'featured voice',
        other: 'nova-parade',
      },
    ]);
  });

  it('changes nothing the second time; a restated role or date supersedes', async () => {
    const file = await fixture('collaborations.csv');
    await bench.load('collaborations', file, { now });
    expect(counts(await bench.load('collaborations', file, { now }))).toEqual([0, 0, 2, 0]);
    const restated = file.replace('featured voice', 'voice').replace('2024-02,', '2024-03,');
    expect(counts(await bench.load('collaborations', restated, { now }))).toEqual([0, 2, 0, 0]);
  });

  it('names rows without the other one, without a date, with the artist itself, or twice the same work', async () => {
    const rows = [
      '2024-03-08,,Song,',
      'soon,Juno Reed,Song,',
      '2024-03-08,MIRA,Song,',
      '2024-03-08,Juno Reed,Song,',
      '2024-03-09,juno reed,song,',
    ];
    const { report } = await bench.load('collaborations', `date,with,work,role\n${rows.join('\n')}\n`, { now });
    expect(report.rejected.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 'with', 'IMPORT_MISSING_VALUE'],
      [3, 'date', 'IMPORT_BAD_DATE'],
      [4, 'with', 'IMPORT_SAME_ARTIST'],
      [6, 'date', 'IMPORT_REPEATED_KEY'],
    ]);
  });
});
