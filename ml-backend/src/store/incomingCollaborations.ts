import { sql } from 'kysely';
import type { TenantTx } from './connection.ts';
import type { FactIdentity, FactTarget, Resolved } from './factTarget.ts';

/** Works with others on their way in; the other one may be an artist of the tenant too. */
export const collaborationTarget: FactTarget = {
  table: 'collaboration',
  repeats: 'reject',
  columns: [
    ['other_name', 'text'],
    ['work', 'text'],
    ['role', 'text'],
    ['other_artist_id', 'uuid'],
  ],
  resolve,
};

async function resolve(tx: TenantTx, { artistId }: FactIdentity): Promise<Resolved> {
  // Of several artists of one name the same one is meant every time.
  await sql`UPDATE incoming SET other_artist_id = (SELECT artist.artist_id FROM artist
    WHERE artist.slug = lower(incoming.other_name) OR lower(artist.name) = lower(incoming.other_name)
    ORDER BY artist.artist_id = ${artistId} DESC, artist.slug = lower(incoming.other_name) DESC, artist.artist_id LIMIT 1)`.execute(
    tx
  );
  const { rows } = await sql<{ line: number; value: string }>`
    WITH out AS (DELETE FROM incoming WHERE other_artist_id = ${artistId} RETURNING line, other_name AS value)
    SELECT line, value FROM out ORDER BY line`.execute(tx);
  const rejected = rows.map(({ line, value }) => ({
    line,
    value,
    column: 'other_name',
    code: 'IMPORT_SAME_ARTIST',
    reason: `"${value}" is the artist itself; name the other one`,
  }));
  return { rejected, notices: [] };
}
