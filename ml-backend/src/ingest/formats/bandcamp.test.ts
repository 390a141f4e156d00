import { sql } from 'kysely';
import { withTenant } from '../../store/connection.ts';
import { fixture, liveRows } from '../fixtures/fixture.ts';
import { counts, importBench, rejections } from '../testing.ts';
import type { ImportBench } from '../testing.ts';

let bench: ImportBench;
let report: string;
beforeAll(async () => {
  bench = await importBench();
  report = await fixture('bandcamp-raw-data.csv');
});
beforeEach(() => bench.newArtist());
afterAll(() => bench.close());

const now = new Date('2025-11-01T12:00:00Z');
const entries = () =>
  liveRows<{ amount: string; category: string; work: string }>(
    bench,
    'ledger_entry',
    "to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') AS at, grain, direction, category, counterparty, territory, work, isrc, upc, quantity, amount::float8::text AS amount, withheld::float8 AS withheld, currency",
    'occurred_at, category, work'
  );
const header =
  'date,item type,item name,artist,currency,sub total,transaction fee,net amount,bandcamp transaction id\n';

describe('a raw data report of Bandcamp', () => {
  it('lands what is left of each item at its moment, as download or merchandise; refunds are negative', async () => {
    const outcome = await bench.load(undefined, report, { now });
    expect(outcome.format).toBe('bandcamp');
    expect(counts(outcome)).toEqual([4, 0, 0, 0]);
    expect(outcome.report.read).toBe(4);
    expect(outcome.report.notices).toContainEqual({
      code: 'BANDCAMP_PAYOUTS',
      text: '1 row of payouts left out; what they pay was earned by other rows',
    });
    const always = { grain: 'instant', direction: 'revenue', counterparty: 'Bandcamp', currency: 'EUR', quantity: 1 };
    const none = { isrc: null, upc: null, withheld: null };
    const vinyl = { ...always, ...none, work: 'Slow Tide, white vinyl', category: 'merch', territory: 'GB' };
    expect(await entries()).toEqual([
      {
        ...always,
        ...none,
        at: '2025-10-01 01:02',
        category: 'download',
        work: 'Slow Tide',
        amount: '8.01',
        territory: 'GB',
        upc: '012345678905',
      },
      { ...vinyl, at: '2025-10-01 01:02', amount: '18.34' },
      {
        ...always,
        ...none,
        at: '2025-10-03 23:40',
        category: 'download',
        work: 'Harbour Light',
        amount: '0.6',
        territory: 'DE',
        isrc: 'DEAB12500001',
        withheld: 0.1,
      },
      { ...vinyl, at: '2025-10-09 12:15', amount: '-18.34' },
    ]);
  });

  it('reads the same from UTF-16, and changes nothing the second time', async () => {
    const utf16 = Buffer.from(`\ufeff${report}`, 'utf16le');
    expect(counts(await bench.load(undefined, utf16, { now }))).toEqual([4, 0, 0, 0]);
    expect(counts(await bench.load('bandcamp', report, { now }))).toEqual([0, 0, 4, 0]);
  });

  it('lets a later report restate an amount, and keeps what was believed before', async () => {
    await bench.load('bandcamp', report, { now });
    const restated = report.replace(',18.34,Vinyl', ',18.10,Vinyl');
    expect(counts(await bench.load('bandcamp', restated, { now }))).toEqual([0, 1, 3, 0]);
    expect((await entries()).map(({ amount }) => amount)).toEqual(['8.01', '18.1', '0.6', '-18.34']);
  });

  it('keeps two equal items of one order apart', async () => {
    const row = '10/1/25 1:02am,track,Harbour Light,Mira,EUR,1.00,0.2,0.6,77\n';
    await bench.load('bandcamp', header + row + row, { now });
    expect(counts(await bench.load('bandcamp', header + row + row, { now }))).toEqual([0, 0, 2, 0]);
  });

  it('takes the price less the fees where there is no net amount, and says so', async () => {
    const { report: said } = await bench.load(
      'bandcamp',
      `${header}04 Jan 2021 23:22:11 GMT,track,Old Song,Mira,USD,1.10,0.2,n/a,78\n2021-01-05,refund,Old Song,Mira,USD,1.10,*,n/a,79\n`,
      { now }
    );
    expect(said.notices).toEqual([
      {
        code: 'BANDCAMP_NO_NET_AMOUNT',
        text: '2 rows without a net amount; the price less the transaction fee is taken for it: Old Song',
      },
    ]);
    expect(await entries()).toMatchObject([
      { at: '2021-01-04 23:22', grain: 'instant', amount: '0.9' },
      { at: '2021-01-05 00:00', grain: 'day', amount: '-1.1' },
    ]);
  });

  it('leaves out the other artists of a label', async () => {
    const rows = ['1,track,Harbour Light,Mira,EUR,1,0,1,80', '1,track,Elsewhere,Another Act,EUR,1,0,1,81'];
    const outcome = await bench.load(
      'bandcamp',
      header + rows.map((row) => `10/1/25 1:02am${row.slice(1)}`).join('\n'),
      {
        now,
      }
    );
    expect(counts(outcome)).toEqual([1, 0, 0, 1]);
    expect(outcome.report.rejected[0]).toMatchObject({ line: 3, column: 'artist', value: 'Another Act' });
  });

  it('names bad rows, but repeats nothing of a row that may hold a buyer', async () => {
    const rows = [
      '31/12/25 1:02am,track,Song,Mira,EUR,1,0,1,82',
      '10/1/25 13:02am,track,Song,Mira,EUR,1,0,1,83',
      '10/1/25 1:02am,track,Song,Mira,EURO,1,0,1,84',
      '10/1/25 1:02am,track,Song,Mira,EUR,,,,85',
      '10/1/25 1:02am,track,Song,Mira,EUR,1,0,1,86,Jo Doe',
      '10/1/25 1:02am,track,"Song" Jo Doe,Mira,EUR,1,0,1,87',
    ];
    const outcome = await bench.load('bandcamp', header + rows.join('\n'), { now });
    expect(rejections(outcome)).toEqual([
      [2, 'date', '31/12/25 1:02am', 'IMPORT_BAD_DATE'],
      [3, 'date', '10/1/25 13:02am', 'IMPORT_BAD_DATE'],
      [4, 'currency', 'EURO', 'IMPORT_BAD_CURRENCY'],
      [5, 'net amount', '', 'IMPORT_MISSING_VALUE'],
      [6, null, '', 'IMPORT_BAD_ROW'],
      [7, null, '', 'IMPORT_BAD_ROW'],
    ]);
  });

  it('stores nothing about buyers in any table', async () => {
    await bench.load('bandcamp', `${report}${report.split('\n')[1]},one value too many\n`, { now });
    const { rows } = await sql<{ name: string }>`
      SELECT relname AS name FROM pg_class WHERE relnamespace = 'encore'::regnamespace AND relkind = 'r'`.execute(
      bench.db
    );
    for (const { name } of rows) {
      const found = await withTenant(bench.db, bench.tenantId, (tx) =>
        sql`SELECT 1 FROM ${sql.table(name)} AS t WHERE t::text ~* 'jo doe|fan\\.example|private lane|LS1 1AA|love it'`.execute(
          tx
        )
      );
      expect([name, found.rows.length]).toEqual([name, 0]);
    }
  });
});
