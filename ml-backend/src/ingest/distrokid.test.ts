import { ImportRefused } from './request.ts';
import { counts, importBench } from './testing.ts';
import type { ImportBench } from './testing.ts';

let bench: ImportBench;
beforeAll(async () => (bench = await importBench()));
beforeEach(() => bench.newArtist());
afterAll(() => bench.close());

const header =
  'Reporting Date\tSale Month\tStore\tArtist\tTitle\tISRC\tUPC\tQuantity\tTeam Percentage\tSong/Album\tCountry of Sale\tSongwriter Royalties Withheld\tEarnings (USD)';
interface Line {
  reported?: string;
  month?: string;
  store?: string;
  artist?: string;
  title?: string;
  quantity?: string;
  country?: string;
  earnings?: string;
}
const line = ({
  reported = '2024-03-10',
  month = '2024-01',
  store = 'Spotify',
  artist = 'Mira',
  title = 'Blue',
  quantity = '10',
  country = 'US',
  earnings = '0.04',
}: Line = {}) =>
  [
    reported,
    month,
    store,
    artist,
    title,
    'QZ0000000001',
    '190000000001',
    quantity,
    '100',
    'Song',
    country,
    '0',
    earnings,
  ].join('\t');
const file = (...lines: Line[]) => `${header}\n${lines.map(line).join('\n')}\n`;

interface Entry {
  amount: string;
  category: string;
  counterparty: string;
  occurred_at: Date;
  known_at: Date;
  superseded_at: Date | null;
}

describe('a DistroKid file', () => {
  it('lands by month of sale, known since its reporting date, to the fraction of a cent', async () => {
    await bench.load('distrokid', file({ earnings: '0.0412345678' }, { store: 'iTunes', earnings: '-1.2E-05' }));
    const [stream, sale] = await bench.versions<Entry>('ledger_entry');
    expect(stream).toMatchObject({
      direction: 'revenue',
      category: 'streaming',
      counterparty: 'Spotify',
      territory: 'US',
      work: 'Blue',
      grain: 'month',
      currency: 'USD',
    });
    expect(stream).toMatchObject({
      amount: '0.0412345678',
      occurred_at: new Date('2024-01-01'),
      known_at: new Date('2024-03-10'),
    });
    expect(sale).toMatchObject({ category: 'download', amount: '-0.0000120000' });
  });

  it('keeps rows that differ in their values only, in any order, and changes nothing the second time', async () => {
    const [free, premium] = [
      { quantity: '900', earnings: '0.9' },
      { quantity: '100', earnings: '0.4' },
    ];
    expect(counts(await bench.load('distrokid', file(free, premium, premium)))).toEqual([3, 0, 0, 0]);
    expect(counts(await bench.load('distrokid', file(premium, free, premium)))).toEqual([0, 0, 3, 0]);
  });

  it('says which value is wrong, in the words of the file', async () => {
    const { report } = await bench.load('distrokid', file({}, { month: '2024-13' }));
    expect(report).toMatchObject({ read: 2, added: 1, rejectedCount: 1 });
    expect(report.rejected).toEqual([
      {
        file: 'file.csv',
        line: 3,
        column: 'Sale Month',
        value: '2024-13',
        code: 'IMPORT_BAD_DATE',
        reason: '"2024-13" is not a month; write it as 2024-01',
      },
    ]);
  });

  it('replaces rows of an overlapping export that were restated, and adds the new ones', async () => {
    const months = ['2024-01', '2024-02', '2024-03'];
    await bench.load('distrokid', file(...months.map((month) => ({ month }))));
    const outcome = await bench.load(
      'distrokid',
      file({ month: '2024-02' }, { month: '2024-03', earnings: '0.05' }, { month: '2024-04' })
    );
    expect(counts(outcome)).toEqual([1, 1, 1, 0]);
  });

  it('takes a later reporting date of the same sales for a restatement when the file lists them again', async () => {
    await bench.load('distrokid', file({}, { country: 'DE' }));
    const restated = file({ reported: '2024-04-10', earnings: '0.07' }, { country: 'DE' });
    expect(counts(await bench.load('distrokid', restated))).toEqual([0, 1, 1, 0]);
    const [old] = await bench.versions<Entry>('ledger_entry');
    expect(old).toMatchObject({ amount: '0.0400000000', superseded_at: new Date('2024-04-10') });
    expect(counts(await bench.load('distrokid', restated))).toEqual([0, 0, 2, 0]);
    const again = await bench.load('distrokid', file({}, { country: 'DE' }));
    expect(counts(again)).toEqual([0, 0, 2, 0]);
    expect(again.report.notices[0]?.code).toBe('IMPORT_STALE');
  });

  it('adds a late payment for sales that were reported before', async () => {
    const countries = ['US', 'DE', 'FR', 'GB', 'SE'].map((country) => ({ country }));
    await bench.load('distrokid', file(...countries));
    expect(counts(await bench.load('distrokid', file({ reported: '2024-06-10', earnings: '0.001' })))).toEqual([
      1, 0, 0, 0,
    ]);
  });

  it('comes to the same sum whether two payments arrive in one file or in two', async () => {
    const first = { earnings: '10.00' };
    const second = { reported: '2024-06-10', earnings: '2.00' };
    await bench.load('distrokid', file(first));
    expect(counts(await bench.load('distrokid', file(second)))).toEqual([1, 0, 0, 0]);
    expect(counts(await bench.load('distrokid', file(first, second)))).toEqual([0, 0, 2, 0]);
    const live = (await bench.versions<Entry>('ledger_entry')).filter(({ superseded_at }) => superseded_at === null);
    expect(live.map(({ amount }) => Number(amount)).sort()).toEqual([10, 2]);
  });

  it('takes a file with one name for an artist whom it makes, whoever it names, but says so', async () => {
    const { report } = await bench.load('distrokid', file({ artist: 'Mira Solo' }));
    expect(report).toMatchObject({
      added: 1,
      notices: [{ code: 'IMPORT_OTHER_ARTISTS', text: 'the file names "Mira Solo"; all rows are taken for Mira' }],
    });
  });

  it('refuses a file of somebody else for an artist who is there, until it is said that this one is meant', async () => {
    await bench.load('distrokid', file({}));
    const next = file({ artist: 'Mira Solo', reported: '2024-04-10', month: '2024-02' });
    for (const dryRun of [true, false])
      await expect(bench.load('distrokid', next, { dryRun })).rejects.toMatchObject({
        code: 'IMPORT_OTHER_ARTISTS',
        statusCode: 400,
        field: 'artist',
        message:
          'file.csv is of "Mira Solo", not of Mira; choose another artist, or, if Mira is meant, take all rows with --any-artist (anyArtist over HTTP)',
      });
    expect(await bench.versions('ledger_entry')).toHaveLength(1);
    expect((await bench.load('distrokid', next, { anyArtist: true, dryRun: true })).report.added).toBe(1);
    await expect(bench.load('distrokid', next)).rejects.toMatchObject({ code: 'IMPORT_OTHER_ARTISTS' });
    expect(counts(await bench.load('distrokid', next, { anyArtist: true }))).toEqual([1, 0, 0, 0]);
    const third = file({ artist: 'MIRA SOLO feat. Jo', reported: '2024-05-10', month: '2024-03' });
    const { report } = await bench.load('distrokid', third);
    expect(report).toMatchObject({ added: 1, notices: [] });
  });

  it('knows the name in the file by which an artist was made, of that artist only', async () => {
    await bench.load('distrokid', file({ artist: '!!!' }));
    expect(counts(await bench.load('distrokid', file({ artist: '!!!', country: 'DE' })))).toEqual([1, 0, 0, 0]);
    const another = { slug: `${bench.slug()}-b`, name: 'Jo' };
    await bench.load('distrokid', file({ artist: 'Jo' }), { artist: another });
    await expect(bench.load('distrokid', file({ artist: '!!!' }), { artist: another })).rejects.toMatchObject({
      message: expect.stringContaining('is of "!!!", not of Jo'),
    });
  });

  it('leaves out rows of other artists, unless all are wanted', async () => {
    const mixed = file({ artist: 'MIRA' }, { artist: 'The Others' }, { artist: 'Mira feat. Jo', country: 'DE' });
    const outcome = await bench.load('distrokid', mixed);
    expect(counts(outcome)).toEqual([2, 0, 0, 1]);
    expect(outcome.report.rejected[0]).toMatchObject({
      line: 3,
      column: 'Artist',
      value: 'The Others',
      code: 'IMPORT_OTHER_ARTIST',
    });
    expect(counts(await bench.load('distrokid', mixed, { anyArtist: true }))).toEqual([1, 0, 2, 0]);
  });

  it('refuses a file of several artists of whom none is meant', async () => {
    const refused = await bench
      .load('distrokid', file({ artist: 'A' }, { artist: 'B' }))
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ImportRefused);
    expect(refused).toMatchObject({ code: 'IMPORT_OTHER_ARTISTS', message: expect.stringContaining('"A", "B"') });
    expect(await bench.versions('ledger_entry')).toEqual([]);
  });
});
