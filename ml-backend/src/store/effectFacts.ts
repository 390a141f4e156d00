import { sql } from 'kysely';
import { visibleAt } from './asOf.ts';
import type { TenantTx } from './connection.ts';

/** A show with what may explain how many came; amounts in `currency`. */
export interface ShowFact {
  artistId: string;
  externalId: string;
  status: 'played' | 'booked';
  /** Epoch ms. */
  time: number;
  city: string | null;
  country: string | null;
  tour: string | null;
  venue: string | null;
  capacity: number | null;
  heads: number | null;
  netIncome: number | null;
  merch: number | null;
  /** Face price of the tier with the most tickets. */
  price: number | null;
  currency: string | null;
}

/** Shows of artists, played and booked, as known at `asOf`, by date. */
export async function loadShowFacts(tx: TenantTx, artistIds: readonly string[], asOf: Date): Promise<ShowFact[]> {
  if (artistIds.length === 0) return [];
  const { rows } = await sql<ShowFact>`
    SELECT g.artist_id AS "artistId", g.external_id AS "externalId", g.status,
      (extract(epoch FROM g.occurred_at) * 1000)::float8 AS time, g.city, g.country, g.tour, g.venue_name AS venue, g.capacity, g.heads,
      g.net_income::float8 AS "netIncome", g.merch::float8 AS merch, t.face_price::float8 AS price,
      coalesce(t.currency, g.currency) AS currency
    FROM encore.gig g LEFT JOIN (
      SELECT DISTINCT ON (gig_key) gig_key, face_price, currency FROM encore.gig_ticket_tier
      WHERE artist_id IN (${sql.join(artistIds)}) ORDER BY gig_key, available DESC NULLS LAST, tier) t USING (gig_key)
    WHERE g.artist_id IN (${sql.join(artistIds)}) AND g.status IN ('played', 'booked') AND g.occurred_at IS NOT NULL
      AND ${visibleAt(asOf)}
    ORDER BY g.occurred_at, g.external_id`.execute(tx);
  return rows;
}

/** Money that was spent to be noticed; `amount` in `currency`. */
export interface SpendFact {
  artistId: string;
  time: number;
  campaign: string | null;
  amount: number;
  currency: string;
}

export async function loadSpends(tx: TenantTx, artistIds: readonly string[], asOf: Date): Promise<SpendFact[]> {
  if (artistIds.length === 0) return [];
  const { rows } = await sql<SpendFact>`
    SELECT artist_id AS "artistId", (extract(epoch FROM occurred_at) * 1000)::float8 AS time, campaign, amount::float8 AS amount, currency
    FROM encore.marketing_spend WHERE artist_id IN (${sql.join(artistIds)}) AND ${visibleAt(asOf)}
    ORDER BY occurred_at`.execute(tx);
  return rows;
}

/** Works with others, by day. */
export async function loadCollaborations(
  tx: TenantTx,
  artistIds: readonly string[],
  asOf: Date
): Promise<Array<{ artistId: string; time: number }>> {
  if (artistIds.length === 0) return [];
  const { rows } = await sql<{ artistId: string; time: number }>`
    SELECT artist_id AS "artistId", (extract(epoch FROM occurred_at) * 1000)::float8 AS time FROM encore.collaboration
    WHERE artist_id IN (${sql.join(artistIds)}) AND ${visibleAt(asOf)} ORDER BY occurred_at`.execute(tx);
  return rows;
}

/**
 * How mixed the genres of the songs are that an artist played in a month: 0 for one genre, towards 1 for many
 * (1 - sum of squared shares). Months without a setlist whose songs have genres are not in it.
 */
export async function loadGenreMix(
  tx: TenantTx,
  artistIds: readonly string[],
  asOf: Date
): Promise<Array<{ artistId: string; month: number; mix: number }>> {
  if (artistIds.length === 0) return [];
  const { rows } = await sql<{ artistId: string; month: number; mix: number }>`
    SELECT artist_id AS "artistId", month, 1 - sum(n * n) / (sum(n) * sum(n)) AS mix
    FROM (
      SELECT e.artist_id, (extract(epoch FROM date_trunc('month', e.occurred_at, 'UTC')) * 1000)::float8 AS month, s.genre,
        count(*)::float8 AS n
      FROM encore.setlist_entry e JOIN encore.song s ON s.song_id = e.song_id AND s.artist_id = e.artist_id
      WHERE e.artist_id IN (${sql.join(artistIds)}) AND e.occurred_at IS NOT NULL AND s.genre IS NOT NULL AND ${visibleAt(asOf)}
      GROUP BY 1, 2, 3) AS genres
    GROUP BY artist_id, month`.execute(tx);
  return rows;
}

/** Figures of reference by name and scope, e.g. the middle and the spread of an effect. */
export async function loadReferences(tx: TenantTx, prefix: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ key: string; value: number }>`
    SELECT name || ' ' || scope AS key, value FROM reference.figure WHERE starts_with(name, ${prefix})`.execute(tx);
  return new Map(rows.map(({ key, value }) => [key, value]));
}
