import { sql } from 'kysely';
import { withTenant } from '../store/connection.ts';
import type { TestQueries } from './testing.ts';
import { dateOf, notices, testQueries } from './testing.ts';

describe('marketing of a scenario', () => {
  let queries: TestQueries;
  beforeAll(async () => {
    queries = await testQueries();
    const { db, tenantId } = queries.database;
    await withTenant(db, tenantId, (tx) =>
      sql`INSERT INTO encore.fx_rate (tenant_id, rate_on, base, quote, rate, source) VALUES (${tenantId}, '2022-01-01', 'NOK', 'USD', 0.125, 'test')`.execute(
        tx
      )
    );
  });
  afterAll(() => queries.close());

  const careerOf = async (slug: string, spends: Array<Record<string, unknown>>) => {
    const artist = await queries.artist({ slug, currency: 'USD' });
    const months = Array.from({ length: 36 }, (_, month) => month);
    const listeners = months.map((month) => ({
      metric: 'listeners',
      value: 1000 + 10 * month + 50 * Math.sin(month),
      occurred_at: dateOf(2023, month, 20),
    }));
    await queries.facts(artist, 'audience_reading', listeners);
    await queries.facts(artist, 'marketing_spend', spends);
  };
  const ask = async (artist: string, more: object = {}) => {
    const [frame] = await queries.frames('scenario', { artist, metric: 'listeners', marketing: 500, ...more });
    return notices(frame!).join('\n');
  };
  const spend = (currency: string, amount: number) => ({
    campaign: 'spring',
    amount,
    currency,
    occurred_at: dateOf(2024, 3, 1),
  });

  it('costs what campaigns cost in the artist’s currency, at the rate of their day', async () => {
    await careerOf('mira', [spend('USD', 100), spend('NOK', 1600)]);
    const told = await ask('mira');
    expect(told).toContain('+500 USD of marketing a month');
    expect(told).toContain('counted as one campaign a month: 150.00 USD is what one cost');
    expect(told).not.toContain('left out');
  });

  it('leaves spends without an exchange rate out and tells which', async () => {
    await careerOf('nils', [spend('USD', 100), spend('ISK', 90_000)]);
    const told = await ask('nils');
    expect(told).toContain('100.00 USD is what one cost; spends in ISK are left out');
    expect(told).toContain('no exchange rate to USD');
  });

  it('tells of the missing rate where no spend can be converted', async () => {
    await careerOf('olga', [spend('ISK', 90_000)]);
    const told = await ask('olga');
    expect(told).toContain('spends in ISK are left out');
    expect(told).not.toContain('nothing was spent');
  });

  it('knows at an earlier moment nothing of what came later, though that was asked for just now', async () => {
    await careerOf('pia', [spend('USD', 100), { ...spend('USD', 300), known_at: dateOf(2026, 0, 10) }]);
    expect(await ask('pia')).toContain('200.00 USD is what one cost');
    expect(await ask('pia', { asOf: dateOf(2026, 0, 5) })).toContain('100.00 USD is what one cost');
  });
});
