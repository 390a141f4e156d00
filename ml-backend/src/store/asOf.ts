import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { TenantTx } from './connection.ts';

/** A fact is visible at `asOf` when it was known by then and nothing had replaced it yet, whatever it is about. */
export const visibleAt = (asOf: Date): RawBuilder<boolean> =>
  sql<boolean>`(known_at <= ${asOf} AND (superseded_at IS NULL OR superseded_at > ${asOf}))`;

/**
 * The moment up to which an artist's data tell a story: the end of the month of the latest thing that happened
 * (a show played, an entry, a reading, practice), but never later than `asOf`.
 * @returns null for an artist without facts
 */
export async function dataAsOf(tx: TenantTx, artistId: string, timeZone: string, asOf: Date): Promise<Date | null> {
  const latest = (table: string, condition = sql`true`) => sql`
    (SELECT max(occurred_at) FROM ${sql.table(table)}
     WHERE artist_id = ${artistId} AND occurred_at <= ${asOf} AND ${visibleAt(asOf)} AND ${condition})`;
  const { rows } = await sql<{ until: Date | null }>`
    SELECT least(${asOf}::timestamptz,
      (date_trunc('month', latest AT TIME ZONE ${timeZone}) + interval '1 month - 1 millisecond') AT TIME ZONE ${timeZone}) AS until
    FROM (SELECT greatest(
      ${latest('gig', sql`status = 'played'`)}, ${latest('ledger_entry')},
      ${latest('audience_reading')}, ${latest('practice_session')}) AS latest) AS facts
    WHERE latest IS NOT NULL`.execute(tx);
  return rows[0]?.until ?? null;
}
