import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { visibleAt } from './asOf.ts';
import type { TenantTx } from './connection.ts';

/** Something to choose from, by name. */
export interface Choice {
  value: string;
  /** What tells it from others of its kind. */
  description: string | null;
}

export interface ChoiceRequest {
  /** Only what these artists have to do with; empty means all. */
  artistIds: readonly string[];
  /** Part of the name, in any case; empty means every name. */
  search: string;
  /** At most so many: those with the most facts. */
  limit: number;
  asOf: Date;
}

/** Genres of artists and of their songs. */
export const listGenres = (tx: TenantTx, request: ChoiceRequest): Promise<Choice[]> =>
  choose(
    tx,
    request,
    sql`SELECT genre AS value, count(DISTINCT artist_id) AS n, NULL::text AS description FROM (
      SELECT artist_id, genre FROM encore.artist WHERE ${ofArtists(request)}
      UNION ALL SELECT artist_id, genre FROM encore.song WHERE ${ofArtists(request)}) AS genres GROUP BY genre`
  );

/** Venues of shows, and without artists also those that only the list of venues has. */
export const listVenues = (tx: TenantTx, request: ChoiceRequest): Promise<Choice[]> =>
  choose(
    tx,
    request,
    sql`SELECT value, sum(n) AS n, mode() WITHIN GROUP (ORDER BY place) AS description FROM (
      SELECT coalesce(venue_name, location) AS value, nullif(concat_ws(', ', city, country), '') AS place, 1 AS n
      FROM encore.gig WHERE ${ofArtists(request)} AND ${visibleAt(request.asOf)}
      UNION ALL SELECT name, nullif(concat_ws(', ', city, country), ''), 0
      FROM encore.venue WHERE ${request.artistIds.length === 0}) AS known GROUP BY value`
  );

/** Platforms that audience readings came from. */
export const listPlatforms = (tx: TenantTx, request: ChoiceRequest): Promise<Choice[]> =>
  choose(
    tx,
    request,
    sql`SELECT platform AS value, count(*) AS n, string_agg(DISTINCT metric, ', ' ORDER BY metric) AS description
      FROM encore.audience_reading WHERE ${ofArtists(request)} AND ${visibleAt(request.asOf)} GROUP BY platform`
  );

/** Where facts came from: names of importers. */
export const listSources = (tx: TenantTx, request: ChoiceRequest): Promise<Choice[]> => {
  const of = (table: string, what: string) => sql`
    SELECT source AS value, count(*) AS n, ${what}::text AS what FROM ${sql.table(table)}
    WHERE ${ofArtists(request)} AND ${visibleAt(request.asOf)} GROUP BY source`;
  return choose(
    tx,
    request,
    sql`SELECT value, sum(n) AS n, string_agg(what, ', ' ORDER BY what) AS description FROM (
      ${of('ledger_entry', 'money')} UNION ALL ${of('gig', 'shows')}
      UNION ALL ${of('audience_reading', 'audience')} UNION ALL ${of('practice_session', 'practice')}) AS facts GROUP BY value`
  );
};

const ofArtists = ({ artistIds }: ChoiceRequest): RawBuilder<boolean> =>
  artistIds.length ? sql<boolean>`artist_id = ANY(${[...artistIds]}::uuid[])` : sql<boolean>`true`;

/** @param counted rows of value, n and description, one a value */
async function choose(tx: TenantTx, { search, limit }: ChoiceRequest, counted: RawBuilder<unknown>): Promise<Choice[]> {
  const { rows } = await sql<Choice>`
    SELECT value, description FROM (
      SELECT value, description FROM (${counted}) AS counted
      WHERE value <> '' AND position(lower(${search}) IN lower(value)) > 0
      ORDER BY n DESC, value LIMIT ${limit}) AS most
    ORDER BY lower(value), value`.execute(tx);
  return rows;
}
