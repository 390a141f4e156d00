import { counts, importBench } from './testing.ts';
import type { ImportBench } from './testing.ts';

let bench: ImportBench;
beforeAll(async () => (bench = await importBench()));
beforeEach(() => bench.newArtist());
afterAll(() => bench.close());

const now = new Date('2024-06-15T12:00:00Z');

describe('a ledger', () => {
  it('finds its columns by name and reads German money and dates', async () => {
    const text =
      'Datum;Betrag;Zahler;Kategorie\n31.12.2023;"1.234,56 €";Clubheim;Gage\n01.02.2024;-12,00 €;Hotel Post;Reise\n03.03.2024;(5,50) €;Van;\n';
    const outcome = await bench.load('ledger', text, { now, map: { source: 'Zahler' } });
    expect(counts(outcome)).toEqual([3, 0, 0, 0]);
    const entries = await bench.versions<{ occurred_at: Date }>('ledger_entry');
    const [fee, hotel, van] = entries.sort((a, b) => Number(a.occurred_at) - Number(b.occurred_at));
    expect(fee).toMatchObject({
      direction: 'revenue',
      category: 'gig',
      counterparty: 'Clubheim',
      amount: '1234.5600000000',
      currency: 'EUR',
      occurred_at: new Date('2023-12-31'),
      known_at: new Date('2024-01-01'),
    });
    expect(hotel).toMatchObject({
      direction: 'expense',
      category: 'travel',
      amount: '12.0000000000',
      occurred_at: new Date('2024-02-01'),
    });
    expect(van).toMatchObject({ direction: 'expense', category: 'other', amount: '5.5000000000' });
  });

  it('takes a month for a month and never for its first day', async () => {
    await bench.load('ledger', 'month,amount,currency,source\n2024-05,10,USD,Spotify\n2024-06,11,USD,GEMA\n', { now });
    const [may, june] = await bench.versions('ledger_entry');
    expect(may).toMatchObject({
      grain: 'month',
      category: 'streaming',
      occurred_at: new Date('2024-05-01'),
      known_at: new Date('2024-06-01'),
    });
    expect(june).toMatchObject({ grain: 'month', category: 'royalty', known_at: now });
  });

  it('takes one currency and one payer for the whole file from the map', async () => {
    const map = { date: 'Paid on', amount: 'Net, after fees', currency: 'eur', source: 'Bandcamp' };
    await bench.load('ledger', 'Paid on,"Net, after fees"\n1 Feb 2024,7\n', { now, map });
    expect((await bench.versions('ledger_entry'))[0]).toMatchObject({
      currency: 'EUR',
      counterparty: 'Bandcamp',
      occurred_at: new Date('2024-02-01'),
    });
  });

  it('restates an amount of the same day, payer and category, and keeps what an earlier as-of saw', async () => {
    await bench.load('ledger', 'date,amount,currency,source\n2024-05-01,10,USD,Shop\n2024-05-02,10,USD,Shop\n', {
      now,
    });
    const later = new Date('2024-06-20');
    expect(
      counts(
        await bench.load('ledger', 'date,amount,currency,source\n2024-05-01,12,USD,Shop\n2024-05-02,10.00,USD,Shop\n', {
          now: later,
        })
      )
    ).toEqual([0, 1, 1, 0]);
    const [old, , live] = await bench.versions('ledger_entry');
    expect(old).toMatchObject({ amount: '10.0000000000', superseded_at: later });
    expect(live).toMatchObject({ amount: '12.0000000000', known_at: later, superseded_at: null });
  });

  it('restates everything of a row that has an id', async () => {
    await bench.load('ledger', 'id,date,amount,currency\nA1,2024-05-03,10,USD\n', { now });
    expect(counts(await bench.load('ledger', 'id,date,amount,currency\nA1,2024-05-01,11,EUR\n', { now }))).toEqual([
      0, 1, 0, 0,
    ]);
  });

  it('keeps the later report when an older file comes after it', async () => {
    const file = (reported: string, amount: number) =>
      `date,amount,currency,reported\n2024-03-31,${amount},USD,${reported}\n`;
    await bench.load('ledger', file('2024-05-01', 12), { now });
    const outcome = await bench.load('ledger', file('2024-04-10', 10), { now });
    expect(counts(outcome)).toEqual([0, 0, 1, 0]);
    expect(outcome.report.notices[0]).toMatchObject({ code: 'IMPORT_STALE' });
    expect(counts(await bench.load('ledger', file('2024-06-01', 13), { now }))).toEqual([0, 1, 0, 0]);
  });

  it('decides the order of day and month over the whole file', async () => {
    const rows = Array.from({ length: 4000 }, (_, i) => `0${(i % 9) + 1}/02/2024,${i},USD`);
    await expect(bench.load('ledger', `date,amount,currency\n${rows.join('\n')}`, { now })).rejects.toMatchObject({
      code: 'IMPORT_AMBIGUOUS_DATES',
    });
    expect(
      counts(
        await bench.load('ledger', `date,amount,currency\n${rows.join('\n')}\n13/02/2024,1,USD`, { now, dryRun: true })
      )
    ).toEqual([4001, 0, 0, 0]);
    const both = `date,amount,currency\n${rows.join('\n')}\n13/02/2024,1,USD\n02/13/2024,1,USD`;
    await expect(bench.load('ledger', both, { now })).rejects.toMatchObject({
      message: expect.stringContaining('--dates dmy or --dates mdy'),
    });
    expect(counts(await bench.load('ledger', both, { now, dateOrder: 'dmy', dryRun: true }))).toEqual([4001, 0, 0, 1]);
  });

  it('decides the order of day and month for each column of dates by itself', async () => {
    const text = 'date,reported,amount,currency\n01/02/2024,03/31/2024,1,USD\n25/02/2024,04/01/2024,2,USD\n';
    await bench.load('ledger', text, { now });
    const entries = await bench.versions<{ occurred_at: Date; known_at: Date }>('ledger_entry');
    expect(entries).toMatchObject([
      { occurred_at: new Date('2024-02-01'), known_at: new Date('2024-03-31') },
      { occurred_at: new Date('2024-02-25'), known_at: new Date('2024-04-01') },
    ]);
    await expect(bench.load('ledger', text.replace('25/02', '05/02'), { now })).rejects.toMatchObject({
      code: 'IMPORT_AMBIGUOUS_DATES',
      field: 'date',
      message: expect.stringContaining('column "date": dates such as "01/02/2024" may have'),
    });
  });

  it('reads dates of three styles in one column when the order of day and month is told', async () => {
    const rows = ['2024-01-31', 'Feb 3, 2024', '31/01/2024', '02/03/2024', '4 Mar 2024'];
    const text = (dates: string[]) => `date,amount,currency\n${dates.map((day) => `"${day}",1,USD`).join('\n')}\n`;
    await bench.load('ledger', text(rows), { now });
    const entries = await bench.versions<{ occurred_at: Date }>('ledger_entry');
    expect(entries.map(({ occurred_at }) => occurred_at.toISOString().slice(0, 10)).sort()).toEqual([
      '2024-01-31',
      '2024-01-31',
      '2024-02-03',
      '2024-03-02',
      '2024-03-04',
    ]);
    for (const dates of [rows.filter((day) => day !== '31/01/2024'), [...rows, '03/25/2024']]) {
      await expect(bench.load('ledger', text(dates), { now })).rejects.toMatchObject({
        code: 'IMPORT_AMBIGUOUS_DATES',
      });
    }
  });

  it('does not guess amounts that are thousands or fractions', async () => {
    await expect(bench.load('ledger', 'date,amount,currency\n2024-01-01,1.234,USD', { now })).rejects.toMatchObject({
      code: 'IMPORT_AMBIGUOUS_AMOUNTS',
      field: 'amount',
    });
    const mixed = 'date;amount;currency\n2024-01-01;1.234;USD\n2024-01-02;0,5;USD\n2024-01-03;0.5;USD';
    await expect(bench.load('ledger', mixed, { now })).rejects.toMatchObject({ code: 'IMPORT_AMBIGUOUS_AMOUNTS' });
    await bench.load('ledger', 'date;amount;currency\n2024-01-01;1.234;USD\n2024-01-02;0,5;USD', { now });
    expect((await bench.versions('ledger_entry'))[0]).toMatchObject({ amount: '1234.0000000000' });
  });

  it('asks for a currency and never assumes one', async () => {
    const { report } = await bench.load('ledger', 'date,amount\n2024-01-01,5\n', { now });
    expect(report.rejected[0]).toMatchObject({
      code: 'IMPORT_BAD_CURRENCY',
      column: 'amount',
      reason: expect.stringContaining('--map currency=EUR'),
    });
  });

  it('names categories that it does not know', async () => {
    const { report } = await bench.load('ledger', 'date,amount,currency,category\n2024-01-01,5,USD,Zauberei\n', {
      now,
    });
    expect(report.notices).toEqual([
      { code: 'LEDGER_UNKNOWN_CATEGORY', text: '1 row of categories that are not known, taken for "other": Zauberei' },
    ]);
  });
});
