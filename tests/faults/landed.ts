import pg from 'pg';
import type { Sender } from './sender.ts';

export interface Landed {
  /** Rows of acknowledged ledgers of which no version holds now. */
  lost: number;
  /** Rows that are there more than once, in any version. */
  doubled: number;
  /** Ledgers of which some rows are there and others are not. */
  half: number;
  rows: number;
}

interface Counts {
  name: string;
  live: number;
  versions: number;
  payments: number;
}

/** Counts by SQL, past the service and its row security, what of the ledgers has landed. */
export async function countLanded(superuserUrl: string, { sent, acknowledged }: Sender): Promise<Landed> {
  // What is acknowledged now must be there; what is acknowledged while we count is none of this.
  const promised = new Set(acknowledged);
  const counts = await ask<Counts>(
    superuserUrl,
    `SELECT counterparty AS name, count(*) FILTER (WHERE superseded_at IS NULL)::int AS live,
       count(*)::int AS versions, count(DISTINCT source_key)::int AS payments
     FROM encore.ledger_entry GROUP BY counterparty`
  );
  const found = new Map(counts.map((one) => [one.name, one]));
  const landed: Landed = { lost: 0, doubled: 0, half: 0, rows: 0 };
  for (const { name, rows } of sent.values()) {
    const { live = 0, versions = 0, payments = 0 } = found.get(name) ?? {};
    landed.rows += live;
    landed.doubled += versions - payments;
    if (live > 0 && live < rows) landed.half += 1;
    if (promised.has(name)) landed.lost += Math.max(0, rows - live);
  }
  return landed;
}

/** What is recorded of every import: its status by its id. */
export async function importRuns(superuserUrl: string): Promise<Map<string, string>> {
  const runs = await ask<{ id: string; status: string }>(
    superuserUrl,
    'SELECT import_id AS id, status FROM encore.import_run'
  );
  return new Map(runs.map(({ id, status }) => [id, status]));
}

/** One statement as superuser. */
export async function ask<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}
