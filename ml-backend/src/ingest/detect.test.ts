import { counts, importBench } from './testing.ts';
import type { ImportBench } from './testing.ts';

let bench: ImportBench;
beforeAll(async () => (bench = await importBench()));
beforeEach(() => bench.newArtist());
afterAll(() => bench.close());

const distrokid =
  'Reporting Date\tSale Month\tStore\tArtist\tTitle\tISRC\tUPC\tQuantity\tTeam Percentage\tSong/Album\tCountry of Sale\tSongwriter Royalties Withheld\tEarnings (USD)\n2024-03-01\t2024-01\tSpotify\tMira\tOne\t\t\t10\t100\tSong\tDE\t0\t0.03\n';

describe('a file of which nobody says the format', () => {
  it.each([
    ['distrokid', distrokid],
    ['gigs', 'gig_id,date,location\n1,2024-01-01,"CLUB, BERLIN, GERMANY"\n'],
    ['ledger', 'date,amount,currency,source\n2024-01-01,5,USD,Shop\n'],
    ['ledger', 'id;datum;betrag;währung\n1;2024-01-01;5,00;EUR\n'],
    ['ledger', 'id,date,amount,currency,name\n1,2024-01-01,5,EUR,Shop\n'],
  ])('is read as %s by its header', async (format, text) => {
    const outcome = await bench.load(undefined, text);
    expect(outcome.format).toBe(format);
    expect(counts(outcome)).toEqual([1, 0, 0, 0]);
    expect(outcome.report.notices[0]).toMatchObject({
      code: 'IMPORT_FORMAT_DETECTED',
      text: expect.stringContaining(`read as ${format}`),
    });
  });

  it('is read as setlists when a place in the order stands beside each song', async () => {
    await bench.load('gigs', 'gig_id,date,location\n1,2024-01-01,"CLUB, BERLIN, GERMANY"\n');
    expect((await bench.load(undefined, 'gig_id,position,song\n1,1,One\n')).format).toBe('setlists');
  });

  it('is refused with the nearest formats and their columns when no format has its columns', async () => {
    await expect(bench.load(undefined, 'gig_no,positoin,song\n1,1,One\n')).rejects.toMatchObject({
      code: 'IMPORT_FORMAT_UNKNOWN',
      field: 'format',
      message: expect.stringMatching(
        /first row reads "gig_no", "positoin", "song".*The nearest formats: setlists: gig_id \(missing\), position \(missing\), song; optional: encore, engagement/
      ),
    });
    await expect(bench.load(undefined, 'when,how much\n2024-01-01,5\n')).rejects.toMatchObject({
      code: 'IMPORT_FORMAT_UNKNOWN',
      message: expect.stringMatching(/first row reads "when", "how much"/),
    });
  });

  it('may be told which column is which', async () => {
    const map = { date: 'when', amount: 'how much', currency: 'EUR' };
    expect((await bench.load(undefined, 'when,how much\n2024-01-01,5\n', { map })).format).toBe('ledger');
  });

  it('is not guessed when two formats fit', async () => {
    const both = 'gig_id,date,location,position,song\n1,2024-01-01,"CLUB, BERLIN, GERMANY",1,One\n';
    await expect(bench.load(undefined, both)).rejects.toMatchObject({
      code: 'IMPORT_FORMAT_AMBIGUOUS',
      message: expect.stringMatching(/may be (gigs or setlists|setlists or gigs); say which/),
    });
  });

  it('is empty or no table as ever', async () => {
    await expect(bench.load(undefined, '')).rejects.toMatchObject({ code: 'IMPORT_EMPTY' });
    await expect(bench.load(undefined, Buffer.from('PK\x03\x04'))).rejects.toMatchObject({ code: 'IMPORT_BINARY' });
    await expect(bench.load(undefined, 'hello\n')).rejects.toMatchObject({ code: 'IMPORT_FORMAT_UNKNOWN' });
  });
});
