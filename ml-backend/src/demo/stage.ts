import { sql } from 'kysely';
import type { BulkTx } from '../store/bulk.ts';
import { copyLine } from './copyText.ts';
import type { Rows } from './rows.ts';

const chunkSize = 256 * 1024;
/** The tenant may have these already, from another demo or from its own data. */
const shared = new Set(['venue', 'venue_slot', 'fx_rate', 'market_event']);

/**
 * Collects rows in temporary tables, since COPY is refused on tables with row security, and moves them under the
 * tenant's policy at the end.
 */
export class DemoStage {
  readonly #bulk: BulkTx;
  readonly #schema: 'encore' | 'truth';
  readonly #columns = new Map<string, string[]>();
  rows = 0;

  constructor(bulk: BulkTx, schema: 'encore' | 'truth' = 'encore') {
    this.#bulk = bulk;
    this.#schema = schema;
  }

  async add({ table, rows }: Rows): Promise<void> {
    let copy: ReturnType<BulkTx['copy']> | undefined;
    let columns: string[] = [];
    let chunk = '';
    for (const row of rows) {
      if (!copy) {
        columns = this.#columns.get(table) ?? (await this.#create(table, Object.keys(row)));
        copy = this.#bulk.copy(`COPY "demo_${table}" (${columns.map((name) => `"${name}"`).join(', ')}) FROM STDIN`);
      }
      chunk += copyLine(row, columns);
      this.rows++;
      if (chunk.length < chunkSize) continue;
      await copy.write(chunk);
      chunk = '';
    }
    if (!copy) return;
    if (chunk) await copy.write(chunk);
    await copy.end();
  }

  async #create(table: string, columns: string[]): Promise<string[]> {
    const own = columns.filter((name) => name !== 'natural').map((name) => sql.ref(name));
    const natural = columns.includes('natural') ? sql`, NULL::text AS "natural"` : sql``;
    await sql`CREATE TEMP TABLE ${sql.table(`demo_${table}`)} ON COMMIT DROP AS
      SELECT ${sql.join(own)}${natural} FROM ${sql.table(`${this.#schema}.${table}`)} WITH NO DATA`.execute(
      this.#bulk.tx
    );
    this.#columns.set(table, columns);
    return columns;
  }

  /** Moves everything, table by table in the order in which they were first met. @param moved counts the tables */
  async finish(moved: (done: number, total: number) => void): Promise<void> {
    const tables = [...this.#columns];
    for (const [i, [table, columns]] of tables.entries()) {
      const own = sql.join(columns.filter((name) => name !== 'natural').map((name) => sql.ref(name)));
      const fact = columns.includes('natural');
      const who = columns.includes('artist_id') ? sql`artist_id::text || chr(31) ||` : sql``;
      const key = fact ? sql`, md5(${who} source || chr(31) || "natural")::uuid` : sql``;
      await sql`INSERT INTO ${sql.table(`${this.#schema}.${table}`)} (tenant_id, ${own}${fact ? sql`, source_key` : sql``})
        SELECT ${this.#bulk.tx.tenantId}::uuid, ${own}${key} FROM ${sql.table(`demo_${table}`)}
        ${shared.has(table) ? sql`ON CONFLICT DO NOTHING` : sql``}`.execute(this.#bulk.tx);
      moved(i + 1, tables.length);
    }
  }
}
