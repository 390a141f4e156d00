import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { TenantTx } from './connection.ts';
import type { FactIdentity, FactTarget, Merged, RecordKey } from './factTarget.ts';

const list = (parts: ReadonlyArray<RawBuilder<unknown>>): RawBuilder<unknown> => sql.join(parts);

/**
 * Turns the stage into rows of a table without versions. A row that is there takes over what the file says; what the
 * file does not say stays, so that a file with fewer columns takes nothing away. A rewritten row counts as superseded.
 */
export async function mergeRecords(
  tx: TenantTx,
  target: FactTarget,
  { key, empty = {} }: RecordKey,
  { artistId }: FactIdentity
): Promise<Merged> {
  const table = sql.table(target.table);
  const ofTenant = target.scope === 'tenant';
  const names = target.columns.map(([name]) => name);
  const said = names.filter((name) => !key.includes(name));
  const same = sql.join(
    key.map((name) => sql`old.${sql.ref(name)} = incoming.${sql.ref(name)}`),
    sql` AND `
  );
  const live = ofTenant ? same : sql`${same} AND old.artist_id = ${artistId}`;
  const old = said.map((name) => sql`old.${sql.ref(name)}`);
  const merged = said.map((name) => sql`coalesce(incoming.${sql.ref(name)}, old.${sql.ref(name)})`);
  const unchanged = await affected(
    tx,
    sql`DELETE FROM incoming USING ${table} AS old WHERE ${live} AND (${list(old)}) IS NOT DISTINCT FROM (${list(merged)})`
  );
  const superseded = await affected(
    tx,
    sql`UPDATE ${table} AS old SET ${list(said.map((name, at) => sql`${sql.ref(name)} = ${merged[at]}`))}
      FROM incoming WHERE ${live}`
  );
  const columns = list(names.map((name) => sql.ref(name)));
  const values = list(
    names.map((name) => (empty[name] === undefined ? sql.ref(name) : sql`coalesce(${sql.ref(name)}, ${empty[name]})`))
  );
  const artist = ofTenant ? { name: sql``, value: sql`` } : { name: sql`artist_id,`, value: sql`${artistId},` };
  const added = await affected(
    tx,
    sql`INSERT INTO ${table} (tenant_id, ${artist.name} ${columns})
      SELECT ${tx.tenantId}, ${artist.value} ${values} FROM incoming
      WHERE NOT EXISTS (SELECT FROM ${table} AS old WHERE ${live})`
  );
  return { added, superseded, unchanged, stale: 0 };
}

async function affected(tx: TenantTx, statement: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows } = await statement.execute(tx);
  return Number(numAffectedRows ?? 0);
}
