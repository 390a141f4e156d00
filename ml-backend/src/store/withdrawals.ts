import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { TenantTx } from './connection.ts';
import type { FactIdentity, FactTarget } from './factTarget.ts';

/** What each file tells completely: all rows of a thing that occurs in it, e.g. the whole setlist of a show. */
export interface Complete {
  /** What the thing is called, one and several. */
  says: readonly [one: string, several: string];
  /** Key of the file's column that names it. */
  by: string;
  /** Staged column with that name, as the file has it. */
  named: string;
  /** Column of the target that tells it; of a thing with `until`, as its name or as `name/date`. */
  column: string;
  /** Column that orders its rows: a file whose rows all follow those that are known goes on with them. */
  order?: string;
  /** Staged column with the moment before which all dates of the thing are told; `named` is null where they are not. */
  until?: string;
}

/**
 * Closes rows of things that the stage tells completely and that it no longer has. They count until the import: what
 * was believed before stays visible to an earlier as-of. Rows that return after that are known from their return on.
 * @param except names of things of which the file has rows that cannot be used
 */
export async function withdrawMissing(
  tx: TenantTx,
  target: FactTarget,
  { named, column, order, until }: Complete,
  { artistId, source, now }: FactIdentity,
  except: readonly string[]
): Promise<{ rows: number; things: number }> {
  const table = sql.table(target.table);
  const mine = sql`old.artist_id = ${artistId} AND old.source = ${source}`;
  const close = sql`UPDATE ${table} AS old SET superseded_at = greatest(${now}, old.known_at) FROM standing
      WHERE ${mine} AND old.superseded_at IS NULL
        AND NOT EXISTS (SELECT FROM incoming WHERE incoming.source_key = old.source_key)`;
  const gone = until ? dated(column, named, until, close) : ordered(table, column, named, order!, mine, close, except);
  const { rows } = await sql<{ rows: number; things: number }>`${gone}
    SELECT count(*)::int AS rows, count(DISTINCT thing)::int AS things FROM gone`.execute(tx);
  await sql`UPDATE incoming SET known_at = greatest(${now}, gone.until) FROM (
      SELECT source_key, max(superseded_at) AS until FROM ${table} AS old WHERE ${mine}
      GROUP BY source_key HAVING bool_and(superseded_at IS NOT NULL)) AS gone
    WHERE gone.source_key = incoming.source_key`.execute(tx);
  return rows[0]!;
}

type Sql = RawBuilder<unknown>;

/** Rows of one thing follow each other, e.g. songs. */
function ordered(
  table: Sql,
  column: string,
  named: string,
  order: string,
  mine: Sql,
  close: Sql,
  except: readonly string[]
): Sql {
  const [thing, place] = [sql.ref(column), sql.ref(order)];
  return sql`WITH told AS (SELECT ${thing} AS thing, min(${place}) AS first FROM incoming
      GROUP BY 1 HAVING NOT bool_or(${sql.ref(named)} = ANY(${except}::text[]))),
    standing AS (SELECT old.${thing} AS thing FROM ${table} AS old JOIN told ON told.thing = old.${thing}
      WHERE ${mine} AND old.superseded_at IS NULL GROUP BY 1, told.first HAVING max(old.${place}) >= told.first),
    gone AS (${close} AND old.${thing} = standing.thing RETURNING old.${thing} AS thing)`;
}

/** Rows of one thing are its dates, e.g. those of a series of shows. */
function dated(column: string, named: string, until: string, close: Sql): Sql {
  const name = sql`regexp_replace(old.${sql.ref(column)}, '/\\d{8}(T\\d{6})?$', '')`;
  return sql`WITH standing AS (SELECT ${sql.ref(named)} AS thing, min(${sql.ref(until)}) AS until FROM incoming
      WHERE ${sql.ref(named)} IS NOT NULL GROUP BY 1),
    gone AS (${close} AND old.occurred_at < standing.until
      AND (old.${sql.ref(column)} = standing.thing OR ${name} = standing.thing) RETURNING standing.thing AS thing)`;
}
