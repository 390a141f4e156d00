import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { TenantTx } from './connection.ts';
import type { FactIdentity, FactTarget } from './factTarget.ts';

const keyOf = (columns: readonly string[]): RawBuilder<string> =>
  sql`concat_ws(chr(31), ${sql.join(columns.map((name) => sql`coalesce(${sql.ref(name)}::text, '')`))})`;

/**
 * Closes rows that a later report says anew. The reporting date is part of a statement row's natural key, because a
 * second payment for the same sales is one more fact. A row is a restatement only when the earlier row is missing in a
 * file that covers its reporting date: one file or several of the same payments come to the same sum.
 * @returns how many rows were closed, and how many of the stage were replaced by a later report before
 */
export async function closeReportedAnew(
  tx: TenantTx,
  target: FactTarget,
  { artistId, source }: FactIdentity
): Promise<{ closed: number; stale: number }> {
  if (!target.sameSubject) return { closed: 0, stale: 0 };
  const table = sql.table(target.table);
  const mine = sql`artist_id = ${artistId} AND source = ${source}`;
  const { of } = target.sameSubject;
  const stale = await sql`DELETE FROM incoming WHERE source_key IN (
      SELECT source_key FROM ${table} WHERE ${mine} GROUP BY source_key HAVING bool_and(superseded_at IS NOT NULL))`.execute(
    tx
  );
  const closed = await sql`WITH
    gone AS MATERIALIZED (SELECT fact_id, known_at, ${keyOf(of)} AS subject,
        known_at IN (SELECT known_at FROM incoming) AS covered,
        row_number() OVER (PARTITION BY ${keyOf(of)} ORDER BY known_at, fact_id) AS n
      FROM ${table} WHERE ${mine} AND superseded_at IS NULL AND NOT EXISTS (SELECT FROM incoming WHERE incoming.source_key = ${table}.source_key)),
    fresh AS (SELECT known_at, ${keyOf(of)} AS subject, row_number() OVER (PARTITION BY ${keyOf(of)} ORDER BY known_at, line) AS n
      FROM incoming WHERE NOT EXISTS (SELECT FROM ${table} AS old WHERE old.source_key = incoming.source_key AND ${mine} AND superseded_at IS NULL)),
    pairs AS (SELECT fact_id, fresh.known_at FROM gone JOIN fresh USING (subject, n) WHERE covered AND fresh.known_at > gone.known_at)
    UPDATE ${table} AS old SET superseded_at = pairs.known_at FROM pairs
    WHERE old.fact_id = pairs.fact_id`.execute(tx);
  return { closed: Number(closed.numAffectedRows ?? 0), stale: Number(stale.numAffectedRows ?? 0) };
}
