import { sql } from 'kysely';
import type { TenantTx } from './connection.ts';
import type { FactIdentity, FactTarget, Resolved } from './factTarget.ts';

/** Songs of shows on their way in: the show must be there, the song is found or made. */
export const setlistTarget: FactTarget = {
  table: 'setlist_entry',
  repeats: 'reject',
  columns: [
    ['position', 'integer'],
    ['encore', 'boolean'],
    ['engagement', 'double precision'],
    ['gig_key', 'uuid'],
    ['song_id', 'uuid'],
  ],
  staged: [
    ['gig_ref', 'text'],
    ['song', 'text'],
  ],
  resolve,
};

async function resolve(tx: TenantTx, { artistId, now }: FactIdentity): Promise<Resolved> {
  // Where shows of one number come from several sources, those of a gigs file are meant.
  await sql`UPDATE incoming SET gig_key = gig.gig_key, occurred_at = gig.occurred_at,
      known_at = least(gig.occurred_at + interval '1 day', ${now})
    FROM (SELECT DISTINCT ON (external_id) external_id, gig_key, occurred_at FROM gig
      WHERE artist_id = ${artistId} AND superseded_at IS NULL ORDER BY external_id, (source = 'gigs') DESC, fact_id DESC) AS gig
    WHERE gig.external_id = incoming.gig_ref`.execute(tx);
  const { rows } = await sql<{ line: number; value: string }>`
    WITH out AS (DELETE FROM incoming WHERE gig_key IS NULL RETURNING line, gig_ref AS value) SELECT * FROM out ORDER BY line`.execute(
    tx
  );
  await addSongs(tx, artistId);
  const reason = (value: string) => `"${value}" is no show of this artist; import the gigs first`;
  return {
    rejected: rows.map(({ line, value }) => ({
      line,
      value,
      column: 'gig_id',
      code: 'IMPORT_UNKNOWN_GIG',
      reason: reason(value),
    })),
    notices: [],
  };
}

/** What makes two songs of an artist the same: the lower-case title with single spaces. */
const titleKey = sql`lower(regexp_replace(trim(incoming.song), '\\s+', ' ', 'g'))`;

async function addSongs(tx: TenantTx, artistId: string): Promise<void> {
  await sql`INSERT INTO song (tenant_id, artist_id, title_key, title)
    SELECT DISTINCT ON (title_key) ${tx.tenantId}::uuid, ${artistId}::uuid, title_key, song
    FROM (SELECT line, song, ${titleKey} AS title_key FROM incoming) AS named ORDER BY title_key, line
    ON CONFLICT (tenant_id, artist_id, title_key) DO NOTHING`.execute(tx);
  await sql`UPDATE incoming SET song_id = song.song_id FROM song
    WHERE song.artist_id = ${artistId} AND song.title_key = ${titleKey}`.execute(tx);
}
