import { fixture, liveRows } from '../fixtures/fixture.ts';
import { counts, importBench } from '../testing.ts';
import type { ImportBench } from '../testing.ts';

let bench: ImportBench;
beforeAll(async () => (bench = await importBench()));
beforeEach(() => bench.newArtist());
afterAll(() => bench.close());

const now = new Date('2024-06-15T12:00:00Z');
const venues = () =>
  liveRows<{ name: string }>(
    bench,
    'venue',
    'name, city, region, country, capacity, latitude, longitude, time_zone, genres',
    'name, city, country'
  );
const cellar = {
  name: 'The Cellar',
  city: 'Leeds',
  region: null,
  country: 'England',
  capacity: 250,
  latitude: 53.8,
  longitude: -1.55,
  time_zone: 'Europe/London',
  genres: ['indie', 'folk'],
};

describe('a file of venues', () => {
  it('lands the venues of the tenant, whoever plays there, and changes nothing the second time', async () => {
    const file = await fixture('venues.csv');
    const outcome = await bench.load(undefined, file, { now, artist: null });
    expect(outcome.format).toBe('venues');
    expect(counts(outcome)).toEqual([2, 0, 0, 0]);
    expect(await venues()).toEqual([
      {
        name: 'Round Hall',
        city: 'Austin',
        region: 'TX',
        country: 'USA',
        capacity: 1200,
        latitude: 30.27,
        longitude: -97.74,
        time_zone: 'America/Chicago',
        genres: [],
      },
      cellar,
    ]);
    expect(counts(await bench.load('venues', file, { now, artist: null }))).toEqual([0, 0, 2, 0]);
  });

  it('rewrites what a later file says and nothing else, also where that leaves the country out', async () => {
    const outcome = await bench.load('venues', 'venue,town,cap\nTHE CELLAR,leeds,300\n', { now, artist: null });
    expect(counts(outcome)).toEqual([0, 1, 0, 0]);
    expect((await venues()).find(({ name }) => name === 'THE CELLAR')).toMatchObject({
      ...cellar,
      name: 'THE CELLAR',
      city: 'leeds',
      capacity: 300,
    });
  });

  it('adds to the venues that shows have made', async () => {
    await bench.load('gigs', 'gig_id,date,venue,city,country\n1,2024-05-01,Back Room,Graz,Austria\n', { now });
    expect(
      counts(
        await bench.load('venues', 'name,city,country,capacity\nback room,Graz,Österreich,80\n', { now, artist: null })
      )
    ).toEqual([0, 1, 0, 0]);
    expect((await venues()).filter(({ name }) => /back room/i.test(name))).toMatchObject([
      { capacity: 80, country: 'Austria' },
    ]);
  });

  it('is the venue of shows that leave the country out, before and after it is known', async () => {
    const gigs = (id: string) => bench.load('gigs', `gig_id,date,venue,city\n${id},2024-05-01,Loft,Graz\n`, { now });
    await gigs('1');
    const file = 'name,city,country,capacity\nLoft,Graz,Austria,80\n';
    expect(counts(await bench.load('venues', file, { now, artist: null }))).toEqual([0, 1, 0, 0]);
    await gigs('2');
    expect((await venues()).filter(({ name }) => name === 'Loft')).toMatchObject([
      { country: 'Austria', capacity: 80 },
    ]);
    const at = await liveRows<{ venue_id: string }>(bench, 'gig', 'venue_id', 'external_id');
    expect(at[0]).toEqual(at[1]);
  });

  it('names rows without a city, out of bounds, in no time zone, or of the same venue', async () => {
    const rows = [
      'A,,,,,',
      'B,X,0,,,',
      'C,X,,91,,',
      'D,X,,,Mars/Olympus,',
      `E,X,,,,"${'x'.repeat(70)}"`,
      'F,X,5,,,',
      'f,x,6,,,',
      `G,X,,,,"a,A|b;""c{}"""`,
    ];
    const { report } = await bench.load(
      'venues',
      `name,city,capacity,latitude,time_zone,genres\n${rows.join('\n')}\n`,
      { now, artist: null }
    );
    expect(report.rejected.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 'city', 'IMPORT_MISSING_VALUE'],
      [3, 'capacity', 'IMPORT_BAD_NUMBER'],
      [4, 'latitude', 'IMPORT_BAD_NUMBER'],
      [5, 'time_zone', 'IMPORT_BAD_VALUE'],
      [6, 'genres', 'IMPORT_BAD_VALUE'],
      [8, 'name', 'IMPORT_REPEATED_KEY'],
    ]);
    expect((await venues()).find(({ name }) => name === 'G')).toMatchObject({ genres: ['a', 'b', 'c'] });
  });
});
