import { sql } from 'kysely';
import { visibleAt } from './asOf.ts';
import type { TenantTx } from './connection.ts';

export interface PlayedSong {
  artistId: string;
  title: string;
  /** How often it was played, and in how many gigs. */
  plays: number;
  gigs: number;
  /** Epoch ms of the first and the last dated gig with it. */
  first: number | null;
  last: number | null;
  opener: number;
  /** Mean engagement from 0 to 1 where it was measured. */
  engagement: number | null;
  durationSeconds: number | null;
  musicalKey: string | null;
  tempo: number | null;
  genre: string | null;
}

/** The most played songs as known at `asOf`, most plays first. */
export async function loadSongs(
  tx: TenantTx,
  artistIds: readonly string[],
  asOf: Date,
  limit: number,
  genres: readonly string[] = []
): Promise<PlayedSong[]> {
  if (artistIds.length === 0) return [];
  const { rows } = await sql<PlayedSong>`
    WITH played AS (
      SELECT artist_id, song_id, gig_key, position, engagement FROM encore.setlist_entry
      WHERE artist_id IN (${sql.join(artistIds)}) AND ${visibleAt(asOf)}),
    dated AS (
      SELECT gig_key, occurred_at FROM encore.gig WHERE artist_id IN (${sql.join(artistIds)}) AND ${visibleAt(asOf)})
    SELECT song.artist_id AS "artistId", song.title, count(*) AS plays, count(DISTINCT played.gig_key) AS gigs,
      (extract(epoch FROM min(dated.occurred_at)) * 1000)::float8 AS first,
      (extract(epoch FROM max(dated.occurred_at)) * 1000)::float8 AS last,
      count(*) FILTER (WHERE position = 1) AS opener, avg(played.engagement)::float8 AS engagement,
      song.duration_s AS "durationSeconds", song.musical_key AS "musicalKey", song.tempo_bpm AS tempo, song.genre
    FROM played JOIN encore.song ON song.tenant_id = ${tx.tenantId} AND song.song_id = played.song_id
    LEFT JOIN dated ON dated.gig_key = played.gig_key
    WHERE ${genres.length ? sql`song.genre = ANY(${[...genres]}::text[])` : sql`true`}
    GROUP BY song.artist_id, song.song_id, song.title, song.duration_s, song.musical_key, song.tempo_bpm, song.genre
    ORDER BY plays DESC, song.title LIMIT ${limit}`.execute(tx);
  return rows;
}
