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

/** Venues by lower-case name and city, where only one has them. */
const alone = sql`(SELECT lower(name) AS name, lower(city) AS city, min(country) AS country, min(venue_id::text)::uuid AS venue_id
  FROM venue GROUP BY 1, 2 HAVING count(*) = 1)`;

/**
 * A venue is the same when its name, city and country are. Where only one that is known has the name and the city, and
 * either the file or what is known leaves the country out, that one is meant.
 */
async function identify(tx: TenantTx): Promise<Resolved> {
  const same = sql`known.name = lower(incoming.name) AND known.city = lower(incoming.city)`;
  await sql`UPDATE incoming SET country = known.country FROM ${alone} AS known
    WHERE incoming.country IS NULL AND ${same}`.execute(tx);
  const key = sql`lower(incoming.name) || '|' || lower(coalesce(incoming.city, '')) || '|' || lower(coalesce(incoming.country, ''))`;
  await sql`UPDATE incoming SET venue_key = ${key}, natural_key = ${key}`.execute(tx);
  await sql`UPDATE venue SET venue_key = found.venue_key FROM (
      SELECT known.venue_id, min(incoming.venue_key) AS venue_key FROM incoming JOIN ${alone} AS known ON ${same}
      WHERE known.country IS NULL AND incoming.country IS NOT NULL GROUP BY 1 HAVING count(DISTINCT incoming.venue_key) = 1) AS found
    WHERE venue.venue_id = found.venue_id`.execute(tx);
  return { rejected: [], notices: [] };
}
