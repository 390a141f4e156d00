import { sql } from 'kysely';
import type { TenantTx } from './connection.ts';
import type { FactTarget, Resolved } from './factTarget.ts';

/** Venues of the tenant on their way in. */
export const venueTarget: FactTarget = {
  table: 'venue',
  scope: 'tenant',
  record: { key: ['venue_key'], empty: { genres: '{}' } },
  repeats: 'reject',
  columns: [
    ['venue_key', 'text'],
    ['name', 'text'],
    ['city', 'text'],
    ['region', 'text'],
    ['country', 'text'],
    ['latitude', 'double precision'],
    ['longitude', 'double precision'],
    ['capacity', 'integer'],
    ['time_zone', 'text'],
    ['genres', 'text[]'],
  ],
  identify,
};

/**
 * A venue is the same when its name, city and country are. Where the file leaves the country out, and only one venue
 * that is known has the name and the city, that one is meant.
 */
async function identify(tx: TenantTx): Promise<Resolved> {
  await sql`UPDATE incoming SET country = known.country FROM (
      SELECT lower(name) AS name, lower(city) AS city, min(country) AS country FROM venue
      WHERE country IS NOT NULL GROUP BY 1, 2 HAVING count(*) = 1) AS known
    WHERE incoming.country IS NULL AND known.name = lower(incoming.name) AND known.city = lower(incoming.city)`.execute(
    tx
  );
  const key = sql`lower(name) || '|' || lower(coalesce(city, '')) || '|' || lower(coalesce(country, ''))`;
  await sql`UPDATE incoming SET venue_key = ${key}, natural_key = ${key}`.execute(tx);
  return { rejected: [], notices: [] };
}
