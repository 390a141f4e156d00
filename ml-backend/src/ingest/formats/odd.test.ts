import fc from 'fast-check';
import { formats } from '../catalogue.ts';
import type { DocumentFormat, Fact } from '../format.ts';
import { fixture } from '../fixtures/fixture.ts';
import { Notices } from '../notices.ts';
import { RecordReader } from '../read/records.ts';
import { ImportRefused } from '../request.ts';
import { importBench } from '../testing.ts';
import type { ImportBench } from '../testing.ts';
import { knownAfterUntil } from '../values/time.ts';
import { ics } from './ics.ts';

let bench: ImportBench;
beforeAll(async () => (bench = await importBench()));
beforeEach(() => bench.newArtist());
afterAll(() => bench.close());

const now = new Date('2025-11-01T12:00:00Z');
const days = [
  '2024-05-01',
  '2024-05',
  '31/12/2023',
  '1800-01-01',
  '2200-12-31',
  '0000-00-00',
  '2024-02-30',
  '10/1/23 1:02am',
];
const numbers = [
  '0',
  '1',
  '-1',
  '7/10',
  '5%',
  '1,5',
  '1.234.567,89',
  '9999999999999',
  '1e15',
  '1e400',
  'NaN',
  '-0',
  '.5',
  '$5',
  '5 EUR',
  '(3)',
  '1:30',
];
const words = [
  'x',
  'Mira',
  'EUR',
  'usd',
  'revenue',
  'followers',
  'gigs',
  'Stage presence',
  'open',
  'refund',
  'payout',
  'track',
  'package',
  'Europe/Berlin',
  'Germany',
  'festival',
  'album',
];
const odd = [
  '',
  ' ',
  '\\N',
  '\\',
  '{}',
  "'; --",
  '=1+1',
  '🎸',
  'ﷺ',
  '\u202e',
  '\u0007',
  'a\tb',
  'a"b',
  'é'.repeat(400),
  'null',
  '__proto__',
  'constructor',
];
const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...days) },
  { weight: 4, arbitrary: fc.constantFrom(...numbers) },
  { weight: 4, arbitrary: fc.constantFrom(...words) },
  { weight: 3, arbitrary: fc.constantFrom(...odd) },
  fc.string({ unit: 'grapheme', maxLength: 12 })
);
const quoted = (text: string) => `"${text.replaceAll('"', '""').replaceAll('\0', '')}"`;

/** What a good file of a format looks like: fixtures, and for the others a few rows. */
const good: Record<string, string> = {
  distrokid:
    'Reporting Date,Sale Month,Store,Artist,Title,ISRC,UPC,Quantity,Team Percentage,Song/Album,Country of Sale,Songwriter Royalties Withheld,Earnings (USD)\n2024-03-01,2024-01,Spotify,Mira,One,X1,1,10,100,Song,DE,0,0.03\n2024-04-01,2024-02,iTunes,Mira,Two,X2,2,1,100,Album,US,0,6.1\n',
  gigs: 'gig_id,date,location,state,city,country,tour,venue,status,time_zone,fee_model,guarantee,split_percent,currency,heads,capacity,gross,net_income,merch\n1,2024-05-01,"CLUB, LEEDS, ENGLAND",,,,Spring,,played,Europe/London,flat,100,50,GBP,80,100,900,50,20\n2,2024-07-01,,TX,Austin,USA,,Hall,booked,,,,,,,,,,\n',
  setlists: 'gig_id,position,song,encore,engagement\n1,1,One,no,0.5\n1,2,Two,yes,\n2,1,One,,1\n',
  ledger:
    'date,amount,currency,source,category,territory,work,quantity,direction\n2024-05-01,5.50,EUR,Shop,merch,DE,One,1,in\n2024-05,12,USD,Van,travel,,,,out\n',
  fx: 'date,base,quote,rate,source\n2024-05-01,EUR,USD,1.08,ECB\n2024-05-02,EUR,USD,1.09,ECB\n',
};
const files: Record<string, string> = {
  bandcamp: 'bandcamp-raw-data.csv',
  spotify: 'spotify-timeline.csv',
};

/** A good file in which rows are repeated and some cells are odd, bare or in a row that is shorter or longer. */
function editsOf(rows: number, columns: number) {
  const edit = fc.record({ column: fc.nat(columns - 1), put: cell });
  const row = fc.record({ of: fc.nat(rows - 1), edits: fc.array(edit, { maxLength: 2 }), more: fc.nat(12) });
  return fc.array(row, { minLength: 1, maxLength: 20 });
}

async function goodRows(name: string): Promise<string[][]> {
  const text = good[name] ?? (await fixture(files[name] ?? `${name}.csv`));
  const rows: string[][] = [];
  const reader = new RecordReader(',', { record: (fields) => rows.push(fields), broken: () => undefined });
  reader.push(text);
  reader.end();
  return rows;
}

describe('odd values', () => {
  const tables = formats.flatMap((format) => ('fact' in format ? [format.name] : []));
  it.each(tables)('of %s are rejected by row or land, and land no second time', async (name) => {
    const [header, ...rows] = await goodRows(name);
    let landed = 0;
    await fc.assert(
      fc.asyncProperty(editsOf(rows.length, header!.length), async (edited) => {
        bench.newArtist();
        const lines = edited.map(({ of, edits, more }) => {
          const cells = [...rows[of]!];
          for (const { column, put } of edits) cells[column] = put;
          if (more === 11) cells.push('one more');
          return cells.map(quoted).join(',');
        });
        const file = [header!.map(quoted).join(','), ...lines].join('\n');
        const load = () =>
          bench.load(name, file, { now, dateOrder: 'dmy', decimal: 'dot', anyArtist: true }).catch((error: unknown) => {
            if (error instanceof ImportRefused) return undefined;
            throw error;
          });
        const first = await load();
        const again = await load();
        if (!first || !again) return;
        const { read, added, superseded, unchanged, rejectedCount } = first.report;
        landed += added;
        expect(added + superseded + unchanged + rejectedCount).toBe(read);
        expect(again.report).toMatchObject({ added: 0, superseded: 0, rejectedCount });
      }),
      { numRuns: 12, seed: 4 }
    );
    // Setlists need shows, which this artist has none of; the venues and rates of the tenant are there after a while.
    expect(landed).toBeGreaterThan(name === 'setlists' ? -1 : 0);
  });
});

describe('a calendar that is cut, doubled and mixed up', () => {
  it('gives shows or faults and nothing else, in bounded time', async () => {
    const whole = await fixture('tour.ics');
    const edit = fc.tuple(
      fc.nat(whole.length),
      fc.nat(300),
      fc.oneof(
        fc.constant(''),
        fc.string({ unit: 'binary', maxLength: 20 }),
        fc.constantFrom('\n', ':', ';', 'BEGIN:VEVENT\n', 'END:VEVENT\n', '99999999', 'Z', '"', 'RRULE:FREQ=DAILY\n')
      )
    );
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
        let text = whole;
        for (const [at, length, put] of edits) text = text.slice(0, at) + put + text.slice(at + length);
        const facts = await read(ics, text);
        for (const { occurredAt, values } of facts) {
          expect(occurredAt).toMatch(/^\d{4}-\d\d-\d\d 00:00:00\+00$/);
          expect(Object.values(values).join('')).not.toMatch(/[\u0000-\u001f\u007f]/);
        }
      }),
      { numRuns: 100, seed: 4 }
    );
  });

  async function read(format: DocumentFormat, text: string): Promise<Fact[]> {
    const facts: Fact[] = [];
    const sink = {
      item: async (_line: number, own: readonly Fact[]) => void facts.push(...own),
      reject: () => undefined,
    };
    const context = {
      now,
      today: '2025-11-01',
      timeZone: 'Europe/Berlin',
      currency: 'EUR',
      decimal: undefined,
      dateOrder: undefined,
    };
    const more = { notices: new Notices(), constants: {}, knownAfter: knownAfterUntil(now) };
    async function* pieces() {
      yield text;
    }
    await format.readAll(pieces(), { ...context, ...more }, sink, 'tour.ics').catch((error: { code?: string }) => {
      expect(error.code).toMatch(/^IMPORT_/);
    });
    return facts;
  }
});
