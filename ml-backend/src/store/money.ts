import { sql } from 'kysely';
import type { TenantTx } from './connection.ts';

/** Rates into one currency, each list ascending by day (epoch ms). */
export type Rates = Map<string, Array<{ on: number; rate: number }>>;

/**
 * Rates of the given currencies into `quote`; the tenant's own come before the public ones, a rate for the
 * opposite direction is inverted. Of several sources of one day the first by name counts, the demo's last.
 */
export async function loadRates(tx: TenantTx, currencies: readonly string[], quote: string): Promise<Rates> {
  const rates: Rates = new Map();
  if (currencies.length === 0) return rates;
  const list = sql.join(currencies);
  const { rows } = await sql<{ currency: string; on: number; rate: number }>`
    SELECT DISTINCT ON (currency, rate_on) currency, extract(epoch FROM rate_on)::float8 * 1000 AS "on", rate::float8 AS rate
    FROM (
      SELECT base AS currency, rate_on, rate, source, 1 AS rank FROM encore.fx_rate WHERE quote = ${quote} AND base IN (${list})
      UNION ALL SELECT quote, rate_on, 1 / rate, source, 2 FROM encore.fx_rate WHERE base = ${quote} AND quote IN (${list})
      UNION ALL SELECT base, rate_on, rate, source, 3 FROM reference.fx_rate WHERE quote = ${quote} AND base IN (${list})
      UNION ALL SELECT quote, rate_on, 1 / rate, source, 4 FROM reference.fx_rate WHERE base = ${quote} AND quote IN (${list})
    ) AS known ORDER BY currency, rate_on, rank, source = 'demo', source`.execute(tx);
  for (const { currency, on, rate } of rows) rates.set(currency, [...(rates.get(currency) ?? []), { on, rate }]);
  return rates;
}

/** Rates of the given currencies into each of `quotes`, by quote. */
export async function loadRatesInto(
  tx: TenantTx,
  currencies: Iterable<string>,
  quotes: Iterable<string>
): Promise<Map<string, Rates>> {
  const sorted = [...new Set(currencies)].sort();
  const byQuote = new Map<string, Rates>();
  for (const quote of new Set(quotes)) {
    const foreign = sorted.filter((currency) => currency !== quote);
    byQuote.set(quote, await loadRates(tx, foreign, quote));
  }
  return byQuote;
}

/** The last rate at or before `time`, undefined when there is none: never 1. */
export function rateAt(rates: Rates, currency: string, time: number): number | undefined {
  return rates.get(currency)?.findLast(({ on }) => on <= time)?.rate;
}
