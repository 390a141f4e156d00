import { withTenant } from '../../store/connection.ts';
import { sql } from 'kysely';
import { loadRates, rateAt } from '../../store/money.ts';
import { counts, importBench } from '../testing.ts';
import type { ImportBench } from '../testing.ts';

let bench: ImportBench;
beforeAll(async () => (bench = await importBench()));
beforeEach(() => withTenant(bench.db, bench.tenantId, (tx) => sql`DELETE FROM fx_rate`.execute(tx)));
afterAll(() => bench.close());

const header = 'date,base,quote,rate,source\n';
const now = new Date('2024-06-15T12:00:00Z');
const load = (rows: string, extra = {}) => bench.load('fx', header + rows, { now, artist: null, ...extra });
const stored = async () =>
  (
    await withTenant(bench.db, bench.tenantId, (tx) =>
      sql`SELECT rate_on, base, quote, rate, source FROM fx_rate ORDER BY rate_on, base, quote, source`.execute(tx)
    )
  ).rows;

describe('exchange rates', () => {
  it('are of the tenant, and are what amounts are converted at', async () => {
    const outcome = await load('2024-05-31,EUR,USD,1.0852,ECB\n2024-05-31,GBP,USD,1.27,ECB\n');
    expect(counts(outcome)).toEqual([2, 0, 0, 0]);
    expect(outcome).toMatchObject({ artistId: null, artistCreated: false });
    const rates = await withTenant(bench.db, bench.tenantId, (tx) => loadRates(tx, ['EUR'], 'USD'));
    expect(rateAt(rates, 'EUR', Date.parse('2024-06-30'))).toBe(1.0852);
    expect(rateAt(rates, 'EUR', Date.parse('2024-05-30'))).toBeUndefined();
  });

  it('are rewritten by a later file, and unchanged when they come again', async () => {
    await load('2024-05-30,EUR,USD,1.08,ECB\n2024-05-31,EUR,USD,1.0852,ECB\n');
    const again = '2024-05-31,EUR,USD,1.0900,ECB\n2024-05-30,EUR,USD,1.0800,ECB\n2024-06-03,EUR,USD,1.1,ECB\n';
    expect(counts(await load(again))).toEqual([1, 1, 1, 0]);
    expect(await stored()).toMatchObject([{ rate: '1.080000000000' }, { rate: '1.090000000000' }, {}]);
    expect(counts(await load(again))).toEqual([0, 0, 3, 0]);
  });

  it('of several sources stand beside each other, the first by name counts', async () => {
    await load('2024-05-31,EUR,USD,1.1,Fed\n2024-05-31,EUR,USD,1.2,ECB\n');
    expect(await stored()).toHaveLength(2);
    const rates = await withTenant(bench.db, bench.tenantId, (tx) => loadRates(tx, ['EUR'], 'USD'));
    expect(rates.get('EUR')).toEqual([{ on: Date.parse('2024-05-31'), rate: 1.2 }]);
  });

  it('without a source are of the same one as those of the source fx', async () => {
    const { report } = await load('2024-05-31,EUR,USD,1.1,\n2024-05-31,EUR,USD,1.2,fx\n2024-05-31,EUR,USD,1.3,ECB\n');
    expect(report).toMatchObject({ added: 2, rejected: [{ line: 3, code: 'IMPORT_REPEATED_KEY' }] });
    expect(await stored()).toMatchObject([{ source: 'ECB' }, { source: 'fx', rate: '1.100000000000' }]);
  });

  it.each([
    ['2024-05-31,EUX,USD,1.1,ECB', 'base', '"EUX" is not a currency; write its ISO 4217 code, e.g. USD'],
    ['2024-05-31,EUR,EUR,1.1,ECB', 'quote', 'base and quote are both EUR; a rate is between two currencies'],
    ['2024-05-31,EUR,USD,0,ECB', 'rate', '"0" is no rate: it must be above 0 and below 1000000000000'],
    ['2024-05-31,EUR,USD,-1.1,ECB', 'rate', '"-1.1" is no rate: it must be above 0 and below 1000000000000'],
    ['2024-05-31,EUR,USD,$1.1,ECB', 'rate', '"$1.1" is not an exchange rate; write it as 1.0852'],
    ['2024-05-31,EUR,USD,NaN,ECB', 'rate', '"NaN" is not an exchange rate; write it as 1.0852'],
    ['2024-06-16,EUR,USD,1.1,ECB', 'date', '"2024-06-16" is not over yet, so it has no rate'],
    ['2024-05,EUR,USD,1.1,ECB', 'date', '"2024-05" is a month; a rate needs its day, e.g. the last one'],
    ['2024-05-31,,USD,1.1,ECB', 'base', 'must not be empty'],
  ])('refuse %s', async (row, column, reason) => {
    const { report } = await load(`${row}\n2024-05-01,EUR,USD,1,ECB\n`);
    expect(report).toMatchObject({ added: 1, rejected: [{ line: 2, column, reason }] });
  });

  it('may be written with a comma, and take what is the same in all rows from --map', async () => {
    const text = 'Datum;Kurs\n31.05.2024;0,9215\n30.05.2024;0,9\n';
    const map = { date: 'Datum', rate: 'Kurs', base: 'USD', quote: 'EUR', source: 'Bundesbank' };
    expect(counts(await bench.load('fx', text, { now, artist: null, map }))).toEqual([2, 0, 0, 0]);
    expect(await stored()).toMatchObject([
      {},
      { base: 'USD', quote: 'EUR', rate: '0.921500000000', source: 'Bundesbank' },
    ]);
  });

  it('are found by their header', async () => {
    const outcome = await bench.load(undefined, `${header}2024-05-31,EUR,USD,1.1,ECB\n`, { now, artist: null });
    expect(outcome.format).toBe('fx');
  });

  it('may not be the only thing without an artist', async () => {
    await expect(bench.load('ledger', 'date,amount\n', { artist: null })).rejects.toMatchObject({
      code: 'IMPORT_NO_ARTIST',
      field: 'artist',
    });
  });
});
