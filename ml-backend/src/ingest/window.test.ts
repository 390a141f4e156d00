import { importBench } from './testing.ts';
import type { ImportBench } from './testing.ts';

let bench: ImportBench;
beforeAll(async () => (bench = await importBench()));
beforeEach(() => bench.newArtist());
afterAll(() => bench.close());

const now = new Date('2024-06-15T12:00:00Z');
const distrokid = (month: string) =>
  `Reporting Date\tSale Month\tStore\tArtist\tTitle\tEarnings (USD)\n2024-06-01\t${month}\tSpotify\tMira\tOne\t0.03\n`;
const calendar = (start: string) =>
  `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:${start}\r\nSUMMARY:Show\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;

describe('a date that is far off', () => {
  it.each([
    ['gigs', 'gig_id,date,location\n1,1800-05-05,X\n', 'date', '"1800-05-05" is before 1900-01-01; check the year'],
    [
      'gigs',
      'gig_id,date,location\n1,9999-12-31,X\n',
      'date',
      '"9999-12-31" is more than 5 years ahead; check the year',
    ],
    ['gigs', 'gig_id,date,location\n1,0204-06-01,X\n', 'date', '"0204-06-01" is before 1900-01-01; check the year'],
    [
      'ledger',
      'date,amount,currency\n1.5.1800,1,EUR\n31.5.2024,1,EUR\n',
      'date',
      '"1.5.1800" is before 1900-01-01; check the year',
    ],
    ['ledger', 'date,amount,currency\n2042-05,1,EUR\n', 'date', '"2042-05" is more than 5 years ahead; check the year'],
    [
      'ledger',
      'date,reported,amount,currency\n2024-05-01,2042-05-02,1,EUR\n',
      'reported',
      '"2042-05-02" has not come yet; check the year',
    ],
    ['distrokid', distrokid('2204-05'), 'Sale Month', '"2204-05" has not come yet; check the year'],
    ['distrokid', distrokid('1924-05'), 'Sale Month', '"1924-05" is before 1995-01-01; check the year'],
    [
      'fx',
      'date,base,quote,rate\n1800-01-01,EUR,USD,1.1\n',
      'date',
      '"1800-01-01" is before 1900-01-01; check the year',
    ],
    [
      'audience',
      'date,platform,metric,value\n1800-01-01,x,followers,1\n',
      'date',
      '"1800-01-01" is before 1900-01-01; check the year',
    ],
    ['ics', calendar('18500105'), 'DTSTART', '"1850-01-05" is before 1900-01-01; check the year'],
    ['ics', calendar('21500105'), 'DTSTART', '"2150-01-05" is more than 5 years ahead; check the year'],
  ])('is refused by %s', async (format, text, column, reason) => {
    const { report } = await bench.load(format, text, { now });
    expect(report.rejected).toMatchObject([{ column, reason, code: 'IMPORT_BAD_DATE' }]);
  });

  it('is none that a source can have', async () => {
    const { report } = await bench.load('gigs', 'gig_id,date,location\n1,1900-01-01,X\n2,2029-06-15,X\n', { now });
    expect(report).toMatchObject({ added: 2, rejectedCount: 0 });
    const tomorrow = 'date,reported,amount,currency\n2024-05-01,2024-06-16,1,EUR\n';
    expect((await bench.load('ledger', tomorrow, { now })).report).toMatchObject({ added: 1 });
  });
});
