import { sql } from 'kysely';
import type { TenantTx } from './connection.ts';
import type { Merged } from './factTarget.ts';

/** Rows of the file that have facts in the stage. */
export async function countStagedRows(tx: TenantTx): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(DISTINCT line)::int AS count FROM incoming`.execute(tx);
  return rows[0]!.count;
}

/**
 * Counts rows where a row holds several facts, from what is left in the stage after the merge: a row is superseded
 * when any of its facts was, else added when any was, else unchanged.
 * @param staged rows that had facts in the stage
 * @param stale facts, not rows, that were older than what is known
 */
export async function mergedRows(tx: TenantTx, staged: number, stale: number): Promise<Merged> {
  const { rows } = await sql<{ written: number; superseded: number }>`
    SELECT count(DISTINCT line)::int AS written, (count(DISTINCT line) FILTER (WHERE restated))::int AS superseded
    FROM incoming`.execute(tx);
  const { written, superseded } = rows[0]!;
  return { added: written - superseded, superseded, unchanged: staged - written, stale };
}
