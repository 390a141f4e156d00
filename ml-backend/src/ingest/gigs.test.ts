import { sql } from 'kysely';
import { withTenant } from '../store/connection.ts';
import { counts, importBench } from './testing.ts';
import type { ImportBench } from './testing.ts';

let bench: ImportBench;
beforeAll(async () => (bench = await importBench()));
beforeEach(() => bench.newArtist());
afterAll(() => bench.close());

const now = new Date('2024-06-15T12:00:00Z');
const file = (...rows: string[]) => `gig_id,date,location,state,city,country,tour\n${rows.join('\n')}\n`;
const spring = '1,2024-05-01,"THE CELLAR, LEEDS, ENGLAND",,England,England,Spring Tour';
const summer = '2,2024-07-01,"ROUND HALL, AUSTIN, TX, USA",TX,,USA,';
const undated = '3,,"BACK ROOM, AUSTIN, TX, USA",TX,,USA,';

interface Gig {
  external_id: string;
  status: string;
  venue_name: string;
  city: string;
  region: string | null;
  country: string;
  occurred_at: Date | null;
  known_at: Date;
  superseded_at: Date | null;
  gig_key: string;
  heads: number | null;
}

describe('a gigs file', () => {
  it('lands with places out of the location, and played or booked by its date', async () => {
    await bench.load('gigs', file(spring, summer, undated), { now });
    const [a, b, c] = await bench.versions<Gig>('gig');
    expect(a).toMatchObject({
      status: 'played',
      venue_name: 'The Cellar',
      city: 'Leeds',
      region: null,
      country: 'England',
    });
    expect(a!.occurred_at).toEqual(new Date('2024-05-01'));
    expect(a!.known_at).toEqual(new Date('2024-05-02'));
    expect(b).toMatchObject({
      status: 'booked',
      venue_name: 'Round Hall',
      city: 'Austin',
      region: 'TX',
      country: 'USA',
      known_at: now,
    });
    expect(c).toMatchObject({ status: 'played', occurred_at: null });
  });

  it('keeps shows without a date and says which', async () => {
    const { report } = await bench.load('gigs', file(spring, undated), { now });
    expect(report.notices).toEqual([
      { code: 'GIGS_WITHOUT_DATE', text: '1 show has no date and is kept without one: 3' },
    ]);
  });

  it('keeps two shows on one day at one place and points them out', async () => {
    const outcome = await bench.load('gigs', file(spring, spring.replace('1,', '9,')), { now });
    expect(counts(outcome)).toEqual([2, 0, 0, 0]);
    expect(outcome.report.notices[0]).toMatchObject({
      code: 'GIGS_LISTED_TWICE',
      text: expect.stringContaining('1 and 9'),
    });
  });

  it('rejects a second row of one gig_id, which cannot be two shows', async () => {
    const outcome = await bench.load('gigs', file(spring, spring.replace('LEEDS', 'YORK')), { now });
    expect(counts(outcome)).toEqual([1, 0, 0, 1]);
    expect(outcome.report.rejected[0]).toMatchObject({
      line: 3,
      column: 'gig_id',
      value: '1',
      reason: '"1" stands already in row 2',
    });
  });

  it('changes nothing the second time', async () => {
    await bench.load('gigs', file(spring, summer, undated), { now });
    expect(counts(await bench.load('gigs', file(spring, summer, undated), { now }))).toEqual([0, 0, 3, 0]);
  });

  it('closes the old version of a corrected show, which an earlier as-of still sees', async () => {
    await bench.load('gigs', file(spring), { now });
    const later = new Date('2024-06-20T00:00:00Z');
    expect(counts(await bench.load('gigs', file(spring.replace('LEEDS', 'YORK')), { now: later }))).toEqual([
      0, 1, 0, 0,
    ]);
    expect(
      counts(await bench.load('gigs', file(spring.replace('LEEDS', 'HULL')), { now: new Date('2024-06-21') }))
    ).toEqual([0, 1, 0, 0]);
    const [old, middle, live] = await bench.versions<Gig>('gig');
    expect(old).toMatchObject({ city: 'Leeds', superseded_at: later });
    expect(middle).toMatchObject({ city: 'York', known_at: later, superseded_at: new Date('2024-06-21') });
    expect(live).toMatchObject({ city: 'Hull', superseded_at: null, gig_key: old!.gig_key });
  });

  it('turns a booked show into a played one when its day has passed', async () => {
    await bench.load('gigs', file(summer), { now });
    await bench.load('gigs', file(summer), { now: new Date('2024-07-03') });
    const [booked, played] = await bench.versions<Gig>('gig');
    expect(booked).toMatchObject({ status: 'booked', superseded_at: new Date('2024-07-02') });
    expect(played).toMatchObject({ status: 'played', known_at: new Date('2024-07-02') });
  });

  it('takes the country from the state where they contradict each other', async () => {
    const { report } = await bench.load('gigs', file('1,2024-05-01,"BAYOU, WASHINGTON, DC, Canada",DC,,Canada,'), {
      now,
    });
    expect((await bench.versions<Gig>('gig'))[0]).toMatchObject({ city: 'Washington', region: 'DC', country: 'USA' });
    expect(report.notices[0]?.text).toContain('DC is in the USA, not in Canada');
  });

  it('accepts the other columns of a show, and asks for the currency of money', async () => {
    const rows = [
      'a,2024-05-01,Cellar,Leeds,180,200,"2,400.50",GBP,cancelled',
      'b,2024-05-02,Cellar,Leeds,180,200,2400,,played',
      'c,2024-05-03,Cellar,Leeds,many,200,,,played',
    ];
    const outcome = await bench.load(
      'gigs',
      `gig_id,date,venue,city,heads,capacity,gross,currency,status\n${rows.join('\n')}`,
      { now }
    );
    expect(outcome.report.rejected.map(({ line, column }) => [line, column])).toEqual([
      [3, 'currency'],
      [4, 'heads'],
    ]);
    expect((await bench.versions<Gig>('gig'))[0]).toMatchObject({
      heads: 180,
      gross: '2400.5000000000',
      status: 'cancelled',
    });
  });

  it('makes each venue once', async () => {
    const loft = spring.replace('THE CELLAR', 'THE LOFT');
    await bench.load('gigs', file(loft, loft.replace('1,2024-05-01', '8,2024-05-02')), { now });
    const venues = sql`SELECT name, city, venue_key FROM venue WHERE name = 'The Loft'`;
    const { rows } = await withTenant(bench.db, bench.tenantId, (tx) => venues.execute(tx));
    expect(rows).toEqual([{ name: 'The Loft', city: 'Leeds', venue_key: 'the loft|leeds|england' }]);
  });
});

describe('a setlists file', () => {
  const songs = 'gig_id,position,song\n1,1,Rain\n1,2,  Long   Road \n1,3,rain\n77,1,Rain\n1,x,Rain\n1,4,\n';

  it('hangs songs on the shows that are there, and rejects those of others', async () => {
    await bench.load('gigs', file(spring), { now });
    const outcome = await bench.load('setlists', songs, { now });
    expect(counts(outcome)).toEqual([3, 0, 0, 3]);
    expect(outcome.report.rejected.map(({ line, column, code }) => [line, column, code])).toEqual([
      [5, 'gig_id', 'IMPORT_UNKNOWN_GIG'],
      [6, 'position', 'IMPORT_BAD_NUMBER'],
      [7, 'song', 'IMPORT_MISSING_VALUE'],
    ]);
    const [gig] = await bench.versions<Gig>('gig');
    const entries = await bench.versions<{ gig_key: string; song_id: string; occurred_at: Date }>('setlist_entry');
    expect(entries[0]).toMatchObject({ gig_key: gig!.gig_key, occurred_at: gig!.occurred_at, known_at: gig!.known_at });
    expect(entries[0]!.song_id).toBe(entries[2]!.song_id);
  });

  it('replaces a song that was written down wrongly', async () => {
    await bench.load('gigs', file(spring), { now });
    await bench.load('setlists', songs, { now });
    expect(counts(await bench.load('setlists', 'gig_id,position,song\n1,1,Snow\n1,2,Long Road\n', { now }))).toEqual([
      0, 1, 1, 0,
    ]);
  });
});
