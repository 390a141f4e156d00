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
  return gigTarget.resolve!(tx, identity);
}
