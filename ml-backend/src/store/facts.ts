import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { TenantTx } from './connection.ts';
import type { FactIdentity, FactTarget, Merged } from './factTarget.ts';
import { closeReportedAnew } from './laterReports.ts';
import { mergeRecords } from './records.ts';
import { countStagedRows, mergedRows } from './rowCounts.ts';

const list = (names: readonly string[], prefix?: string): RawBuilder<unknown> =>
  sql.join(names.map((name) => (prefix ? sql.ref(`${prefix}.${name}`) : sql.ref(name))));

/** The columns of the stage in the order of COPY. */
export const stageColumns = (target: FactTarget): string[] => [
  'line',
  'natural_key',
  'grain',
  'occurred_at',
  'known_at',
  ...target.columns.map(([name]) => name),
  ...(target.staged ?? []).map(([name]) => name),
];

/**
 * Makes the empty stage `incoming`, which lives as long as the transaction. A row's source_key is the MD5 of
 * artist, source and natural key, and of its number where a file holds several facts with one key.
 */
export async function createStage(
  tx: TenantTx,
  target: FactTarget,
  { artistId, source }: FactIdentity
): Promise<string> {
  const columns = [...target.columns, ...(target.staged ?? [])].map(
    ([name, type]) => sql`, ${sql.ref(name)} ${sql.raw(type)}`
  );
  const prefix = sql.lit(`${target.scope === 'tenant' ? '' : artistId}\u001f${source}\u001f`);
  await sql`SET LOCAL work_mem = '64MB'`.execute(tx);
  await sql`CREATE TEMP TABLE incoming (
      line integer NOT NULL, natural_key text NOT NULL, grain text NOT NULL, occurred_at timestamptz, known_at timestamptz NOT NULL
      ${sql.join(columns, sql``)}, repeat integer, restated boolean NOT NULL DEFAULT false,
      source_key uuid GENERATED ALWAYS AS (md5(${prefix} || natural_key || coalesce(chr(31) || repeat, ''))::uuid) STORED
    ) ON COMMIT DROP`.execute(tx);
  return `COPY incoming (${stageColumns(target)
    .map((name) => `"${name}"`)
    .join(', ')}) FROM STDIN`;
}

/** How often each value of a staged column occurs, most frequent first. */
export async function countStaged(tx: TenantTx, column: string) {
  const { rows } = await sql<{ value: string | null; count: number }>`
    SELECT ${sql.ref(column)} AS value, count(*) AS count FROM incoming GROUP BY 1 ORDER BY 2 DESC, 1`.execute(tx);
  return rows;
}

/** Takes staged rows out that name another artist. @returns them in order */
export async function takeOut(tx: TenantTx, column: string, values: readonly string[]) {
  const { rows } = await sql<{ line: number; value: string }>`
    WITH out AS (DELETE FROM incoming WHERE ${sql.ref(column)} IN (${sql.join(values)}) RETURNING line, ${sql.ref(column)} AS value)
    SELECT line, value FROM out ORDER BY line`.execute(tx);
  return rows;
}

/**
 * Settles rows that share a natural key. Numbers follow the values, not the order in the file, so that a file that
 * lists the same rows in another order changes nothing.
 */
export async function settleRepeats(
  tx: TenantTx,
  target: FactTarget
): Promise<Array<{ line: number; key: string; first: number }>> {
  await sql`ANALYZE incoming (source_key)`.execute(tx);
  await sql`CREATE TEMP TABLE repeated ON COMMIT DROP AS
    SELECT source_key, min(line) AS first FROM incoming GROUP BY source_key HAVING count(*) > 1`.execute(tx);
  if (target.repeats === 'reject') {
    // A row that holds several facts goes as a whole.
    const { rows } = await sql<{ line: number; key: string; first: number }>`
      WITH out AS (SELECT DISTINCT ON (line) line, natural_key AS key, first FROM incoming JOIN repeated USING (source_key)
          WHERE line > first ORDER BY line, first),
        gone AS (DELETE FROM incoming USING out WHERE incoming.line = out.line)
      SELECT line, key, first FROM out ORDER BY line`.execute(tx);
    return rows;
  }
  const order = list(target.columns.map(([name]) => name));
  await sql`UPDATE incoming SET repeat = nullif(n, 1) FROM (
      SELECT incoming.ctid AS id, row_number() OVER (PARTITION BY source_key ORDER BY ${order}, line) AS n
      FROM incoming JOIN repeated USING (source_key)) AS numbered
    WHERE incoming.ctid = id AND n > 1`.execute(tx);
  return [];
}

/**
 * Turns the stage into versions: equal rows are left alone, changed rows close the live version and add one,
 * new rows are added. A correction is known from its own reporting date where that is later (a show that was
 * booked: from the day after it), else from now on; one that moves the date, always from now on unless it was reported.
 * What was believed before stays visible to an earlier as-of.
 */
export async function mergeStage(tx: TenantTx, target: FactTarget, identity: FactIdentity): Promise<Merged> {
  if (target.record) return mergeRecords(tx, target, target.record, identity);
  const { artistId, source, importId, now } = identity;
  const table = sql.table(target.table);
  const facts = ['occurred_at', 'grain', ...target.columns.map(([name]) => name)];
  const ofTenant = target.scope === 'tenant';
  const owner = ofTenant ? sql`old.source = ${source}` : sql`old.artist_id = ${artistId} AND old.source = ${source}`;
  const live = sql`old.source_key = incoming.source_key AND old.superseded_at IS NULL AND ${owner}`;
  const known = await sql`SELECT 1 FROM ${table} AS old WHERE ${owner} AND superseded_at IS NULL LIMIT 1`.execute(tx);
  const rows = target.spread ? await countStagedRows(tx) : 0;
  const count = { superseded: 0, unchanged: 0, stale: 0, anew: 0 };
  if (known.rows.length > 0) {
    const later = await closeReportedAnew(tx, target, identity);
    count.anew = later.closed;
    count.stale = later.stale;
    count.unchanged = await affected(
      tx,
      sql`DELETE FROM incoming USING ${table} AS old WHERE ${live}
      AND (${list(facts, 'old')}) IS NOT DISTINCT FROM (${list(facts, 'incoming')})`
    );
    // A correction without a later reporting date is known since its import, which says nothing of an order.
    const older = sql`incoming.known_at < old.known_at AND old.known_at < old.ingested_at - interval '1 minute'`;
    if (identity.reported) {
      count.stale += await affected(tx, sql`DELETE FROM incoming USING ${table} AS old WHERE ${live} AND ${older}`);
    }
    count.superseded = await affected(
      tx,
      sql`UPDATE incoming SET restated = true,
      known_at = CASE WHEN (${identity.reported}::boolean OR incoming.occurred_at IS NOT DISTINCT FROM old.occurred_at) AND incoming.known_at > old.known_at THEN incoming.known_at ELSE greatest(${now}, old.known_at) END
      FROM ${table} AS old WHERE ${live}`
    );
    if (count.superseded > 0) {
      const close = sql`UPDATE ${table} AS old SET superseded_at = incoming.known_at FROM incoming WHERE restated AND ${live}`;
      await close.execute(tx);
    }
  }
  const columns = list(['source_key', 'known_at', ...facts]);
  const ofArtist = ofTenant ? { name: sql``, value: sql`` } : { name: sql`artist_id,`, value: sql`${artistId},` };
  const inserted = await affected(
    tx,
    sql`INSERT INTO ${table} (tenant_id, ${ofArtist.name} source, import_id, ${columns})
    SELECT ${tx.tenantId}, ${ofArtist.value} ${source}, ${importId}, ${columns} FROM incoming`
  );
  if (target.spread) return mergedRows(tx, rows, count.stale);
  const superseded = count.superseded + count.anew;
  const unchanged = count.unchanged + count.stale;
  return { added: inserted - superseded, superseded, unchanged, stale: count.stale };
}

async function affected(tx: TenantTx, statement: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows } = await statement.execute(tx);
  return Number(numAffectedRows ?? 0);
}
