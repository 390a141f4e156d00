import { sql } from 'kysely';
import { modelVersion } from './forecasts.ts';
import type { TenantTx } from '../store/connection.ts';

/** What stands about a metric by month: the history and the quantiles of what follows. */
export interface Outlook {
  artistId: string;
  metric: string;
  /** Epoch ms of 00:00 UTC. */
  historyFrom: number;
  asOfBucket: number;
  history: number[];
  steps: number[][];
  totals: number[][];
}

/** The standing monthly forecasts of several subjects, of those that have one: one statement. */
export async function standingOutlooks(
  tx: TenantTx,
  subjects: ReadonlyArray<{ artistId: string; metric: string }>
): Promise<Outlook[]> {
  if (subjects.length === 0) return [];
  const artists = subjects.map(({ artistId }) => artistId);
  const metrics = subjects.map(({ metric }) => metric);
  const ms = (column: string) => sql`extract(epoch FROM ${sql.ref(column)})::float8 * 1000`;
  const { rows } = await sql<Outlook>`
    SELECT DISTINCT ON (artist_id, metric) artist_id AS "artistId", metric,
      ${ms('history_from')} AS "historyFrom", ${ms('as_of_bucket')} AS "asOfBucket", history,
      payload->'distribution'->'steps' AS steps, payload->'distribution'->'totals' AS totals
    FROM encore.forecast_log JOIN unnest(${artists}::uuid[], ${metrics}::text[]) AS wanted(artist_id, metric) USING (artist_id, metric)
    WHERE bucket = 'month' AND model_version = ${modelVersion} AND history_from IS NOT NULL
    ORDER BY artist_id, metric, made_at DESC, as_of_bucket DESC`.execute(tx);
  return rows;
}
