import { fixture, liveRows } from '../fixtures/fixture.ts';
import { counts, importBench } from '../testing.ts';
import type { ImportBench } from '../testing.ts';

let bench: ImportBench;
beforeAll(async () => (bench = await importBench()));
beforeEach(() => bench.newArtist());
afterAll(() => bench.close());

const now = new Date('2024-06-15T12:00:00Z');
const payments = () =>
  liveRows(
    bench,
    'marketing_spend',
    'occurred_at::date::text AS day, grain, channel, campaign, territory, amount::float8 AS amount, currency',
    'channel, amount'
  );

describe('a file of marketing spend', () => {
  it('lands every payment, of days and of months', async () => {
    const outcome = await bench.load(undefined, await fixture('spend.csv'), { now });
    expect(outcome.format).toBe('spend');
    const ads = {
      day: '2024-05-01',
      grain: 'day',
      channel: 'Instagram ads',
      campaign: 'Slow Tide',
      territory: 'DE',
      currency: 'EUR',
    };
    expect(await payments()).toEqual([
      { ...ads, amount: 80 },
      { ...ads, amount: 120 },
      {
        day: '2024-04-01',
        grain: 'month',
        channel: 'Posters',
        campaign: null,
        territory: null,
        amount: 1250.5,
        currency: 'GBP',
      },
    ]);
  });

  it('changes nothing the second time, in any order; a restated amount supersedes', async () => {
    const file = await fixture('spend.csv');
    await bench.load('spend', file, { now });
    const [head, ...rows] = file.trim().split('\n');
    expect(counts(await bench.load('spend', [head, ...rows.reverse()].join('\n'), { now }))).toEqual([0, 0, 3, 0]);
    expect(counts(await bench.load('spend', file.replace('80.00', '85.00'), { now }))).toEqual([0, 1, 2, 0]);
  });

  it('takes channel and currency of the whole file from --map', async () => {
    const file = 'Reporting starts,Campaign name,Amount spent\n2024-05-01,Tour,12.5\n';
    await bench.load('spend', file, { now, map: { channel: 'Meta ads', currency: 'usd' } });
    expect(await payments()).toMatchObject([{ channel: 'Meta ads', campaign: 'Tour', amount: 12.5, currency: 'USD' }]);
  });

  it('names rows without a channel or a currency, with money back, in two currencies, or of a day to come', async () => {
    const rows = [
      '2024-05-01,,1.5,EUR',
      '2024-05-01,x,1.5,',
      '2024-05-01,x,-1.5,EUR',
      '2024-05-01,x,$1.5,EUR',
      '2024-07-01,x,1.5,EUR',
      '2024-05-01,x,free,EUR',
    ];
    const { report } = await bench.load('spend', `date,channel,amount,currency\n${rows.join('\n')}\n`, { now });
    expect(report.rejected.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 'channel', 'IMPORT_MISSING_VALUE'],
      [3, 'amount', 'IMPORT_BAD_CURRENCY'],
      [4, 'amount', 'IMPORT_BAD_AMOUNT'],
      [5, 'amount', 'IMPORT_CURRENCY_CONFLICT'],
      [6, 'date', 'IMPORT_BAD_DATE'],
      [7, 'amount', 'IMPORT_BAD_AMOUNT'],
    ]);
  });
});
