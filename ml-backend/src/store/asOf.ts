import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Artist } from './artists.ts';
import type { TenantTx } from './connection.ts';

/** A fact is visible at `asOf` when it was known by then and nothing had replaced it yet, whatever it is about. */
export const visibleAt = (asOf: Date): RawBuilder<boolean> =>
  sql<boolean>`(known_at <= ${asOf} AND (superseded_at IS NULL OR superseded_at > ${asOf}))`;

/**
 * The moment up to which artists' data tell a story: the end of the month of the latest thing that happened
 * (a show played, an entry, a reading, practice), but never later than `asOf`.
 * @returns by artist id; artists without facts are not in it
 */
export async function dataAsOf(tx: TenantTx, artists: readonly Artist[], asOf: Date): Promise<Map<string, Date>> {
  const latest = (table: string, condition = sql`true`) => sql`
    (SELECT max(occurred_at) FROM ${sql.table(table)}
     WHERE artist_id = who.id AND occurred_at <= ${asOf} AND ${visibleAt(asOf)} AND ${condition})`;
  const { rows } = await sql<{ id: string; until: Date }>`
    SELECT who.id, least(${asOf}::timestamptz,
      (date_trunc('month', latest AT TIME ZONE who.zone) + interval '1 month - 1 millisecond') AT TIME ZONE who.zone) AS until
    FROM ${whoOf(artists)},
      LATERAL (SELECT greatest(
        ${latest('gig', sql`status = 'played'`)}, ${latest('ledger_entry')},
        ${latest('audience_reading')}, ${latest('practice_session')}) AS latest) AS facts
    WHERE latest IS NOT NULL`.execute(tx);
  return new Map(rows.map(({ id, until }) => [id, until]));
}

/** The artists of a statement as a table `who` of id and time zone, the same text for one and for five hundred. */
export const whoOf = (artists: readonly Artist[]): RawBuilder<unknown> => sql`
  unnest(${artists.map(({ artistId }) => artistId)}::uuid[], ${artists.map(({ timeZone }) => timeZone)}::text[]) AS who(id, zone)`;
