import { sql } from 'kysely';
import type { TenantTx } from './connection.ts';
import type { FactTarget, Resolved } from './factTarget.ts';

/** Shows on their way in: the venue is found or made, the gig keeps its key over all versions. */
export const gigTarget: FactTarget = {
  table: 'gig',
  repeats: 'reject',
  columns: [
    ['external_id', 'text'],
    ['status', 'text'],
    ['title', 'text'],
    ['tour', 'text'],
    ['venue_name', 'text'],
    ['city', 'text'],
    ['region', 'text'],
    ['country', 'text'],
    ['location', 'text'],
    ['time_zone', 'text'],
    ['fee_model', 'text'],
    ['guarantee', 'numeric(24,10)'],
    ['split_percent', 'double precision'],
    ['currency', 'text'],
    ['heads', 'integer'],
    ['capacity', 'integer'],
    ['gross', 'numeric(24,10)'],
    ['net_income', 'numeric(24,10)'],
    ['merch', 'numeric(24,10)'],
    ['support', 'text'],
    ['venue_id', 'uuid'],
    ['gig_key', 'uuid'],
  ],
  resolve,
};

async function resolve(tx: TenantTx): Promise<Resolved> {
  await sql`UPDATE incoming SET gig_key = source_key`.execute(tx);
  await addVenues(tx);
  return { rejected: [], notices: await repeatedPlaces(tx) };
}

/** What makes two venues the same: lower-case name, city and country. */
const venueKey = sql`lower(venue_name) || '|' || lower(coalesce(incoming.city, '')) || '|' || lower(coalesce(incoming.country, ''))`;

async function addVenues(tx: TenantTx): Promise<void> {
  // A show that leaves the country out is at the only venue that has the name and the city.
  await sql`UPDATE incoming SET venue_id = known.venue_id FROM (
      SELECT lower(name) AS name, lower(coalesce(city, '')) AS city, min(venue_id::text)::uuid AS venue_id
      FROM venue GROUP BY 1, 2 HAVING count(*) = 1) AS known
    WHERE incoming.country IS NULL AND known.name = lower(incoming.venue_name)
      AND known.city = lower(coalesce(incoming.city, ''))`.execute(tx);
  const unknown = sql`venue_name IS NOT NULL AND venue_id IS NULL`;
  await sql`INSERT INTO venue (tenant_id, venue_key, name, city, region, country, capacity, time_zone)
    SELECT DISTINCT ON (venue_key) ${tx.tenantId}::uuid, venue_key, venue_name, city, region, country, capacity, time_zone
    FROM (SELECT *, ${venueKey} AS venue_key FROM incoming WHERE ${unknown}) AS named ORDER BY venue_key, capacity DESC NULLS LAST, line
    ON CONFLICT (tenant_id, venue_key) DO NOTHING`.execute(tx);
  await sql`UPDATE incoming SET venue_id = venue.venue_id FROM venue
    WHERE incoming.venue_name IS NOT NULL AND incoming.venue_id IS NULL AND venue.venue_key = ${venueKey}`.execute(tx);
}

/** Two shows on one day at one place may be an early and a late one, so they are only pointed out. */
async function repeatedPlaces(tx: TenantTx): Promise<Resolved['notices']> {
  const { rows } = await sql<{ days: number; extra: number; ids: string[] }>`
    SELECT count(*) AS days, sum(n - 1)::int AS extra, (array_agg(ids ORDER BY first))[1:5] AS ids FROM (
      SELECT count(*) AS n, min(line) AS first, string_agg(external_id, ' and ' ORDER BY line) AS ids FROM incoming
      WHERE occurred_at IS NOT NULL GROUP BY occurred_at, coalesce(location, venue_name), city HAVING count(*) > 1) AS same`.execute(
    tx
  );
  const same = rows[0];
  if (!same?.extra) return [];
  const text = `${same.extra} ${same.extra === 1 ? 'show repeats' : 'shows repeat'} the date and place of another one, on ${same.days} ${same.days === 1 ? 'day' : 'days'}; all are kept (${same.ids.join('; ')}${same.days > 5 ? '; …' : ''})`;
  return [{ code: 'GIGS_LISTED_TWICE', text }];
}
