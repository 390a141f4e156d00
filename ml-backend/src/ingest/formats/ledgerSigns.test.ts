import { importBench } from '../testing.ts';
import type { ImportBench } from '../testing.ts';

let bench: ImportBench;
beforeAll(async () => (bench = await importBench()));
beforeEach(() => bench.newArtist());
afterAll(() => bench.close());

interface Entry {
  direction: string;
  category: string;
  amount: string;
  occurred_at: Date;
}

/** `direction category amount` of each row, and what the report remarks. */
async function read(header: string, ...rows: string[]) {
  const text = `date,source,currency,${header}\n${rows.map((row, i) => `2024-01-0${i + 1},Shop ${i},EUR,${row}`).join('\n')}\n`;
  const { report } = await bench.load('ledger', text);
  expect(report.rejected).toEqual([]);
  const entries = await bench.versions<Entry>('ledger_entry');
  entries.sort((a, b) => Number(a.occurred_at) - Number(b.occurred_at));
  return {
    entries: entries.map(({ direction, category, amount }) => `${direction} ${category} ${Number(amount)}`),
    notices: report.notices.map(({ code }) => code),
  };
}

describe('a minus in a ledger', () => {
  it('on an expense that is named so is a refund and stays', async () => {
    expect(await read('direction,category,amount', 'expense,travel,120', 'expense,travel,-20')).toEqual({
      entries: ['expense travel 120', 'expense travel -20'],
      notices: ['LEDGER_REFUNDS'],
    });
    bench.newArtist();
    expect((await read('direction,amount', 'expense,-20')).entries).toEqual(['expense other -20']);
  });

  it('on a row of the kind "expense" is a refund and stays', async () => {
    expect(await read('kind,amount', 'expense,100', 'expense,-30', 'income,50', 'income,-5')).toEqual({
      entries: ['expense other 100', 'expense other -30', 'revenue other 50', 'revenue other -5'],
      notices: ['LEDGER_REFUNDS'],
    });
  });

  it('beside a category needs the kind only where that is a direction', async () => {
    const { entries } = await read('kind,category,amount', 'expense,travel,-30', 'SEPA,travel,40', 'Expense,,7');
    expect(entries).toEqual(['expense travel -30', 'expense travel 40', 'expense other 7']);
  });

  it('on all of three or more named expenses is money going out', async () => {
    expect(await read('type,amount', 'expense,-1', 'expense,-2', 'expense,-3', 'income,9')).toEqual({
      entries: ['expense other 1', 'expense other 2', 'expense other 3', 'revenue other 9'],
      notices: ['LEDGER_MINUS_IS_OUT'],
    });
  });

  it('is money going out in a list of payments, and a plus there a refund', async () => {
    expect(await read('category,amount', 'travel,-120', 'travel,-30', 'travel,20', ',-5', 'gig,500')).toEqual({
      entries: ['expense travel 120', 'expense travel 30', 'expense travel -20', 'expense other 5', 'revenue gig 500'],
      notices: ['LEDGER_REFUNDS'],
    });
  });

  it('is a refund where most expenses of a category have none', async () => {
    expect(await read('category,amount', 'travel,120', 'studio,300', 'travel,-20')).toEqual({
      entries: ['expense travel 120', 'expense recording 300', 'expense travel -20'],
      notices: ['LEDGER_REFUNDS'],
    });
  });

  it('on revenue takes revenue back', async () => {
    expect((await read('category,amount', 'merch,-10')).entries).toEqual(['revenue merch -10']);
  });
});
