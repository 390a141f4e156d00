import { sql } from 'kysely';
import type { TenantTx } from './connection.ts';
import type { FactIdentity, FactTarget, Resolved } from './factTarget.ts';

/** Goals on their way in: a goal keeps its key over all versions, and the day on which it was set. */
export const goalTarget: FactTarget = {
  table: 'goal',
  repeats: 'reject',
  columns: [
    ['title', 'text'],
    ['metric', 'text'],
    ['target', 'double precision'],
    ['set_on', 'date'],
    ['deadline', 'date'],
    ['status', 'text'],
    ['reached_on', 'date'],
    ['goal_key', 'uuid'],
  ],
  resolve,
};

/**
 * A goal whose file does not say when it was set keeps the day that is known, else it was set today. It is known from
 * then on; an outcome is known from the day after it.
 */
async function resolve(tx: TenantTx, { artistId, source, now }: FactIdentity): Promise<Resolved> {
  await sql`UPDATE incoming SET set_on = old.set_on FROM goal AS old
    WHERE incoming.set_on IS NULL AND old.source_key = incoming.source_key AND old.artist_id = ${artistId}
      AND old.source = ${source} AND old.superseded_at IS NULL AND old.set_on <= incoming.deadline`.execute(tx);
  await sql`UPDATE incoming SET goal_key = source_key,
      set_on = coalesce(set_on, least(deadline, reached_on, (${now}::timestamptz AT TIME ZONE 'UTC')::date))`.execute(
    tx
  );
  const outcome = sql`CASE status WHEN 'open' THEN set_on WHEN 'missed' THEN deadline + 1 WHEN 'reached' THEN reached_on + 1 END`;
  await sql`UPDATE incoming SET occurred_at = set_on::timestamp AT TIME ZONE 'UTC',
      known_at = least(coalesce((${outcome})::timestamp AT TIME ZONE 'UTC', ${now}), ${now})`.execute(tx);
  return { rejected: [], notices: [] };
}
