import { fixture, liveRows } from '../fixtures/fixture.ts';
import { counts, importBench } from '../testing.ts';
import type { ImportBench } from '../testing.ts';

let bench: ImportBench;
beforeAll(async () => (bench = await importBench()));
beforeEach(() => bench.newArtist());
afterAll(() => bench.close());

const now = new Date('2024-06-15T12:00:00Z');
const load = (file: string, format: string | undefined = 'market') => bench.load(format, file, { now, artist: null });
const events = () =>
  liveRows(
    bench,
    'market_event',
    "occurred_at::date::text AS day, kind, title, city, country, genre, value, (ends_at AT TIME ZONE 'UTC')::date::text AS ends, known_at = $$2024-06-15T12:00:00Z$$ AS now_known",
    'occurred_at, title'
  );

describe('a file of market events', () => {
  it('lands what happens around the artists of the tenant; what is to come is known from now on', async () => {
    const outcome = await load(await fixture('market.csv'), undefined);
    expect(outcome.format).toBe('market');
    expect(await events()).toEqual([
      {
        day: '2024-05-10',
        kind: 'venue_closing',
        title: 'The Cellar',
        city: 'Leeds',
        country: 'England',
        genre: null,
        value: null,
        ends: null,
        now_known: false,
      },
      {
        day: '2024-08-03',
        kind: 'festival',
        title: 'Round Hall Weekend',
        city: 'Austin',
        country: 'USA',
        genre: 'indie',
        value: 12000,
        ends: '2024-08-04',
        now_known: true,
      },
    ]);
  });

  it('changes nothing when it comes again, for whichever artist; a restated value supersedes', async () => {
    const file = await fixture('market.csv');
    expect(counts(await load(file))).toEqual([0, 0, 2, 0]);
    expect(counts(await bench.load('market', file, { now }))).toEqual([0, 0, 2, 0]);
    expect(counts(await load(file.replace('12000', '15000')))).toEqual([0, 1, 1, 0]);
  });

  it('names rows without a kind, with a bad value, ending before they start, or twice the same', async () => {
    const rows = [
      '2024-05-01,,T,,',
      '2024-05-01,show,T,many,',
      '2024-05-02,show,T,,2024-05-01',
      '2024-05-03,show,T,,',
      '2024-05-03,Show,t,,',
    ];
    const { report } = await load(`date,kind,title,value,ends\n${rows.join('\n')}\n`);
    expect(report.rejected.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 'kind', 'IMPORT_MISSING_VALUE'],
      [3, 'value', 'IMPORT_BAD_NUMBER'],
      [4, 'ends', 'IMPORT_BAD_DATE'],
      [6, 'date', 'IMPORT_REPEATED_KEY'],
    ]);
  });
});
