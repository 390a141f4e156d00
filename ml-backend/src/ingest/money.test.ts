import { formats } from './catalogue.ts';
import { importBench } from './testing.ts';
import type { ImportBench } from './testing.ts';
import { anyMoney, money } from './values/amount.ts';

let bench: ImportBench;
beforeAll(async () => (bench = await importBench()));
beforeEach(() => bench.newArtist());
afterAll(() => bench.close());

const header = 'date,amount,currency,source\n';
const entries = () => bench.versions<{ amount: string; currency: string }>('ledger_entry');

describe('money', () => {
  it('whose symbol contradicts the column of currencies is refused', async () => {
    const rows = '2024-01-01,$12.50,EUR,Shop\n2024-01-02,€3,EUR,Shop\n2024-01-03,12 GBP,USD,Shop\n';
    const { report } = await bench.load('ledger', header + rows);
    expect(report).toMatchObject({ added: 1, rejectedCount: 2 });
    expect(report.rejected).toEqual([
      {
        file: 'file.csv',
        line: 2,
        column: 'amount',
        value: '$12.50',
        code: 'IMPORT_CURRENCY_CONFLICT',
        reason: '"$12.50" is in USD, but the column "currency" says EUR; make them agree',
      },
      expect.objectContaining({ line: 4, value: '12 GBP', reason: expect.stringContaining('is in GBP') }),
    ]);
  });

  it('whose symbol contradicts the currency of the whole file is refused', async () => {
    const map = { currency: 'EUR' };
    const { report } = await bench.load('ledger', 'date,amount\n2024-01-01,$12.50\n2024-01-02,12.50\n', { map });
    expect(report).toMatchObject({
      added: 1,
      rejected: [
        { line: 2, value: '$12.50', reason: '"$12.50" is in USD, but --map currency says EUR; make them agree' },
      ],
    });
  });

  it('with a symbol of several currencies is of the one that the column names', async () => {
    await bench.load('ledger', `${header}2024-01-01,$5,CAD,a\n2024-01-02,¥5,CNY,b\n2024-01-03,$6,MXN,c\n`);
    expect((await entries()).map(({ currency }) => currency)).toEqual(['CAD', 'CNY', 'MXN']);
  });

  it('of several currencies in one file is kept row by row', async () => {
    await bench.load('ledger', 'date,amount,source\n2024-01-01,€5,a\n2024-01-02,£6,b\n2024-01-03,7 NOK,c\n');
    expect((await entries()).map(({ amount, currency }) => `${Number(amount)} ${currency}`)).toEqual([
      '5 EUR',
      '6 GBP',
      '7 NOK',
    ]);
  });

  it('of a currency that does not exist is refused', async () => {
    const { report } = await bench.load('ledger', `${header}2024-01-01,5,EUX,a\n2024-01-02,5 ZZZ,,b\n`);
    expect(report.rejected).toMatchObject([
      { line: 2, column: 'currency', value: 'EUX', code: 'IMPORT_BAD_CURRENCY' },
      { line: 3, column: 'amount', value: '5 ZZZ', code: 'IMPORT_BAD_CURRENCY' },
    ]);
    await expect(bench.load('ledger', 'date,amount\n', { map: { currency: 'EUX' } })).rejects.toMatchObject({
      code: 'IMPORT_BAD_MAP',
      message: expect.stringContaining('ISO 4217'),
    });
    await expect(bench.load('ledger', header, { artist: { slug: 'new-one', currency: 'EUX' } })).rejects.toMatchObject({
      code: 'IMPORT_BAD_ARTIST',
      field: 'currency',
    });
  });

  it('of a show is refused in another currency than its row, and needs no column where a symbol tells', async () => {
    const { report } = await bench.load(
      'gigs',
      'gig_id,date,location,gross,merch,currency\n1,2024-01-01,X,$500,,EUR\n2,2024-01-02,X,€500,€20,\n3,2024-01-03,X,€500,$20,\n'
    );
    expect(report.rejected).toMatchObject([
      { line: 2, column: 'gross', code: 'IMPORT_CURRENCY_CONFLICT' },
      { line: 4, column: 'merch', code: 'IMPORT_CURRENCY_CONFLICT' },
    ]);
    expect(await bench.versions('gig')).toMatchObject([{ currency: 'EUR', gross: '500.0000000000' }]);
  });

  it('with more decimals than are kept is rounded and told', async () => {
    const rows = '2024-01-01,0.123456789012,USD,a\n2024-01-02,0.1234567890000,USD,b\n2024-01-03,1.2E-12,USD,c\n';
    const { report } = await bench.load('ledger', header + rows);
    expect(report.notices).toEqual([
      {
        code: 'IMPORT_ROUNDED',
        text: '2 amounts have more than 10 decimals and are rounded to 10: 0.123456789012, 0.0000000000012',
      },
    ]);
    expect((await entries()).map(({ amount }) => amount)).toContain('0.1234567890');
  });

  it('says in every format where its currency stands', () => {
    const readers = new Set([money, anyMoney]);
    const bare = formats.flatMap(({ name, columns }) =>
      Object.entries(columns).flatMap(([key, column]) =>
        readers.has(column.read) && !column.currency ? `${name}.${key}` : []
      )
    );
    expect(bare).toEqual([]);
  });
});
