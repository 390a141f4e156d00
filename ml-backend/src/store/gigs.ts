import { sql } from 'kysely';
import { visibleAt } from './asOf.ts';
import type { TenantTx } from './connection.ts';

export type GigStatus = 'offered' | 'booked' | 'played' | 'cancelled' | 'moved';

export interface Gig {
  artistId: string;
  externalId: string;
  status: GigStatus;
  /** Epoch ms; null for a gig whose date nobody knows. */
  time: number | null;
  title: string | null;
  tour: string | null;
  venue: string | null;
  city: string | null;
  region: string | null;
  country: string | null;
  location: string | null;
  feeModel: string | null;
  heads: number | null;
  capacity: number | null;
  currency: string | null;
  gross: number | null;
  netIncome: number | null;
  merch: number | null;
  /** Songs in the setlist that is on record, 0 when there is none. */
  songs: number;
}

/** All gigs of the artists as known at `asOf`, by date; those without a date come last. */
export async function loadGigs(tx: TenantTx, artistIds: readonly string[], asOf: Date): Promise<Gig[]> {
  if (artistIds.length === 0) return [];
  const songs = await countSongs(tx, artistIds, asOf);
  const { rows } = await sql<Gig & { gigKey: string }>`
    SELECT gig_key AS "gigKey", artist_id AS "artistId", external_id AS "externalId", status,
      (extract(epoch FROM occurred_at) * 1000)::float8 AS time, title, tour, venue_name AS venue, city, region, country, location,
      fee_model AS "feeModel", heads, capacity, currency, gross::float8 AS gross, net_income::float8 AS "netIncome", merch::float8 AS merch
    FROM encore.gig
    WHERE artist_id IN (${sql.join(artistIds)}) AND ${visibleAt(asOf)}
    ORDER BY occurred_at NULLS LAST, external_id`.execute(tx);
  return rows.map(({ gigKey, ...gig }) => ({ ...gig, songs: songs.get(gigKey) ?? 0 }));
}

/**
 * Songs on record by gig. A statement of its own: joined to the gigs of sixty artists on tables that were just filled,
 * and so have no statistics, it was planned as a loop over both and took minutes.
 */
async function countSongs(tx: TenantTx, artistIds: readonly string[], asOf: Date): Promise<Map<string, number>> {
  const { rows } = await sql<{ gigKey: string; n: number }>`
    SELECT gig_key AS "gigKey", count(*) AS n FROM encore.setlist_entry
    WHERE artist_id IN (${sql.join(artistIds)}) AND ${visibleAt(asOf)} GROUP BY gig_key`.execute(tx);
  return new Map(rows.map(({ gigKey, n }) => [gigKey, n]));
}
