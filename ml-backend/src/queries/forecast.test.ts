import { columns, notices, testQueries } from './testing.ts';
import type { TestQueries } from './testing.ts';

let queries: TestQueries;
beforeAll(async () => {
  queries = await testQueries();
});
afterAll(() => queries.close());

/** Entries of the first of each of `count` months, the last one December 2025. */
const monthly = (count: number, more: (index: number) => object) =>
  Array.from({ length: count }, (_, i) => ({
    occurred_at: new Date(Date.UTC(2025, 12 - count + i, 1)).toISOString(),
    amount: String(100 + (i % 12)),
    ...more(i),
  }));

describe('a forecast of money in another currency', () => {
  it('shows months without a rate as a gap, with what to do', async () => {
    const artist = await queries.artist({ slug: 'gap' });
    const inEuros = (index: number) => (index >= 20 && index < 22 ? { currency: 'EUR' } : {});
    await queries.facts(artist, 'ledger_entry', monthly(40, inEuros));
    const [frame] = await queries.frames('forecast', { artist: 'gap' });
    const { actual } = columns(frame!);
    expect(actual!.slice(19, 23)).toEqual([107, null, null, 110]);
    expect(notices(frame!)[0]).toMatch(
      /^Revenue: amounts in EUR of 2024-05 to 2024-06 are left out.*import fx rates \(import fx\)\. 2 months/
    );
  });

  it('is none where nothing can be converted, for that reason and no other', async () => {
    const artist = await queries.artist({ slug: 'abroad' });
    await queries.facts(
      artist,
      'ledger_entry',
      monthly(12, () => ({ currency: 'EUR' }))
    );
    const [frame] = await queries.frames('forecast', { artist: 'abroad' });
    expect(frame!.schema.fields).toEqual([]);
    expect(notices(frame!)).toEqual([expect.stringMatching(/amounts in EUR of 2025-01 to 2025-12/)]);
  });
});
