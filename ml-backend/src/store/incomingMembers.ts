import { sql } from 'kysely';
import type { TenantTx } from './connection.ts';
import type { FactIdentity, FactTarget, Resolved } from './factTarget.ts';

/** Members of an artist on their way in. */
export const memberTarget: FactTarget = {
  table: 'member',
  record: { key: ['slug'] },
  repeats: 'reject',
  columns: [
    ['slug', 'text'],
    ['name', 'text'],
    ['role', 'text'],
    ['joined_on', 'date'],
    ['left_on', 'date'],
  ],
  resolve,
};

/** A date that the file gives may contradict one that is known from before. */
async function resolve(tx: TenantTx, { artistId }: FactIdentity): Promise<Resolved> {
  const { rows } = await sql<{ line: number; value: string }>`
    WITH out AS (DELETE FROM incoming USING member AS old WHERE old.artist_id = ${artistId} AND old.slug = incoming.slug
        AND coalesce(incoming.left_on, old.left_on) < coalesce(incoming.joined_on, old.joined_on)
      RETURNING line, coalesce(incoming.left_on, old.left_on)::text AS value)
    SELECT line, value FROM out ORDER BY line`.execute(tx);
  const rejected = rows.map(({ line, value }) => ({
    line,
    value,
    column: 'left_on',
    code: 'IMPORT_BAD_DATE',
    reason: `a member cannot leave on ${value}, before joining`,
  }));
  return { rejected, notices: [] };
}
