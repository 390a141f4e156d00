import { sql } from 'kysely';
import type { TenantTx } from './connection.ts';

/** Ids of artists with amounts in another currency than the one that they report in. */
export async function artistsWithForeignMoney(tx: TenantTx): Promise<string[]> {
  const paidOtherwise = (table: string) => sql`EXISTS (SELECT FROM ${sql.table(table)} AS paid
    WHERE paid.artist_id = artist.artist_id AND paid.superseded_at IS NULL AND paid.currency <> artist.reporting_currency)`;
  const { rows } = await sql<{ artist_id: string }>`
    SELECT artist_id FROM artist WHERE ${paidOtherwise('ledger_entry')} OR ${paidOtherwise('gig')} OR ${paidOtherwise('marketing_spend')}
    ORDER BY artist_id`.execute(tx);
  return rows.map((row) => row.artist_id);
}
