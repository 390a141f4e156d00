import { sql } from 'kysely';
import type { TenantTx } from './connection.ts';
import type { FactIdentity, FactTarget, Resolved } from './factTarget.ts';
import { gigTarget } from './incomingGigs.ts';

/** Shows of a calendar on their way in: a series is one item with many shows. */
export const calendarTarget: FactTarget = {
  ...gigTarget,
  spread: true,
  staged: [['excluded', 'boolean']],
  resolve,
};

/** A date that a series leaves out was a show only if an earlier file said so; then it is called off. */
async function resolve(tx: TenantTx, identity: FactIdentity): Promise<Resolved> {
  const { artistId, source } = identity;
  await sql`DELETE FROM incoming WHERE excluded AND NOT EXISTS (SELECT FROM gig AS old
    WHERE old.source_key = incoming.source_key AND old.artist_id = ${artistId} AND old.source = ${source}
      AND old.superseded_at IS NULL)`.execute(tx);
  const resolved = await gigTarget.resolve!(tx, identity);
  return { ...resolved, notices: [...resolved.notices, ...(await knownElsewhere(tx, identity))] };
}

/** A show that a list of gigs has too counts twice, which only a person can tell from two shows on one day. */
async function knownElsewhere(tx: TenantTx, { artistId, source }: FactIdentity): Promise<Resolved['notices']> {
  const { rows } = await sql<{ shows: number; days: string[] }>`
    SELECT count(*)::int AS shows, (array_agg(DISTINCT occurred_at::date::text))[1:5] AS days FROM incoming
    WHERE status IN ('booked', 'played') AND EXISTS (SELECT FROM gig AS other
      WHERE other.artist_id = ${artistId} AND other.source <> ${source} AND other.superseded_at IS NULL
        AND other.occurred_at = incoming.occurred_at AND other.status IN ('booked', 'played'))`.execute(tx);
  const { shows, days } = rows[0]!;
  if (shows === 0) return [];
  const which = `${days.join(', ')}${shows > days.length ? ', …' : ''}`;
  const text = `${shows} ${shows === 1 ? 'show is' : 'shows are'} on a day on which another import has a show (${which}); if they are the same, keep one of the two files`;
  return [{ code: 'ICS_KNOWN_ELSEWHERE', text }];
}
