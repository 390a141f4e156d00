import { sql } from 'kysely';
import { visibleAt } from './asOf.ts';
import type { TenantTx } from './connection.ts';

/** A tour's date or a release; time in epoch ms. */
export interface Happening {
  kind: 'date' | 'release';
  time: number;
  /** The tour's name, or the title. */
  name: string;
  /** The type of a release. */
  type: string | null;
  place: string | null;
  city: string | null;
  country: string | null;
}

/**
 * Dates of named tours, played or booked, and releases, as known at `asOf`: one narrow statement, since it stands behind
 * every forecast that is drawn.
 * @param datesFrom    epoch ms of the first tour date that is wanted
 * @param releasesFrom epoch ms of the first release that is wanted
 */
export async function loadHappenings(
  tx: TenantTx,
  artistId: string,
  datesFrom: number,
  releasesFrom: number,
  asOf: Date
): Promise<Happening[]> {
  const time = sql`(extract(epoch FROM occurred_at) * 1000)::float8 AS time`;
  const { rows } = await sql<Happening>`
    SELECT 'date' AS kind, ${time}, tour AS name, NULL AS type, coalesce(location, venue_name) AS place, city, country
    FROM encore.gig
    WHERE artist_id = ${artistId} AND occurred_at >= ${new Date(datesFrom)} AND status IN ('played', 'booked')
      AND tour IS NOT NULL AND ${visibleAt(asOf)}
    UNION ALL
    SELECT 'release', ${time}, title, release_type, NULL, NULL, NULL
    FROM encore.release
    WHERE artist_id = ${artistId} AND occurred_at >= ${new Date(releasesFrom)} AND ${visibleAt(asOf)}`.execute(tx);
  return rows;
}
