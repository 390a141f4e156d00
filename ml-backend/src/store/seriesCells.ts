import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Artist } from './artists.ts';
import { visibleAt, whoOf } from './asOf.ts';
import { bucketStart } from './buckets.ts';
import type { Bucket } from './buckets.ts';
import type { TenantTx } from './connection.ts';
import type { Metric, MetricName } from './metrics.ts';

/** What one source says of one metric of one artist in one bucket, in one currency. */
export interface Cell {
  artistId: string;
  metric: MetricName;
  /** Start of the bucket, epoch ms. */
  bucket: number;
  currency: string | null;
  value: number;
  /** What a mean weighs by, e.g. heads behind a ticket price. */
  weight: number;
  source: string;
  /** Coarser than the bucket: a monthly statement where days are asked for. */
  coarse: boolean;
  /** Epoch ms at which the first of its facts became known. */
  known: number;
}

export interface CellRequest {
  artists: readonly Artist[];
  metrics: readonly Metric[];
  bucket: Bucket;
  asOf: Date;
  /** Only facts of this importer. */
  source?: string;
  /** Only readings of these platforms; other metrics have none and stay whole. */
  platforms?: readonly string[];
}

/** All cells of all artists and metrics by bucket, as known at `asOf`: one statement. */
export async function loadCells(tx: TenantTx, request: CellRequest): Promise<Cell[]> {
  if (request.artists.length === 0 || request.metrics.length === 0) return [];
  const parts = request.metrics.map((metric) => sql`(${cellsOf(metric, request)})`);
  const { rows } = await sql<Cell>`${sql.join(parts, sql` UNION ALL `)} ORDER BY bucket`.execute(tx);
  return rows;
}

const known = sql`(extract(epoch FROM min(known_at)) * 1000)::float8 AS known`;

function cellsOf(metric: Metric, { artists, bucket, asOf, source, platforms }: CellRequest): RawBuilder<unknown> {
  const at = bucketStart(bucket, 'who.zone');
  const coarse = bucket === 'day' || bucket === 'week' ? sql`grain = 'month'` : sql`false`;
  const from = metric.from;
  const facts = sql`FROM ${sql.table(from.table)} JOIN ${whoOf(artists)} ON who.id = artist_id
    WHERE occurred_at <= ${asOf} AND ${visibleAt(asOf)} AND ${source ? sql`source = ${source}` : sql`true`}`;
  const who = sql`artist_id AS "artistId", ${sql.lit(metric.name)} AS metric, ${at} AS bucket`;
  // Shows and practice are not split by source: what one list lacks is not late.
  const ours = sql`'' AS source, false AS coarse, ${known}`;
  switch (from.table) {
    case 'ledger_entry': {
      const amount =
        from.measure === 'net' ? sql`CASE direction WHEN 'revenue' THEN amount ELSE -amount END` : sql`amount`;
      const direction = from.measure === 'net' ? sql`true` : sql`direction = ${from.measure}`;
      const category = from.categories ? sql`category IN (${sql.join(from.categories)})` : sql`true`;
      return sql`SELECT ${who}, currency::text, sum(${amount})::float8 AS value, 1::float8 AS weight, source, ${coarse} AS coarse, ${known}
        ${facts} AND ${direction} AND ${category} GROUP BY artist_id, bucket, currency, source, coarse`;
    }
    case 'gig': {
      const played = sql`${facts} AND status = 'played'`;
      if (from.measure === 'count')
        return sql`SELECT ${who}, NULL::text AS currency, count(*)::float8 AS value, 1::float8 AS weight, ${ours} ${played} GROUP BY artist_id, bucket`;
      if (from.measure === 'heads')
        return sql`SELECT ${who}, NULL::text AS currency, sum(heads)::float8 AS value, 1::float8 AS weight, ${ours} ${played} AND heads IS NOT NULL GROUP BY artist_id, bucket`;
      return sql`SELECT ${who}, currency::text, (sum(gross) / sum(heads))::float8 AS value, sum(heads)::float8 AS weight, ${ours}
        ${played} AND heads > 0 AND gross > 0 GROUP BY artist_id, bucket, currency`;
    }
    case 'audience_reading':
      return readings(metric, who, coarse, sql`${facts} AND metric = ${from.measure} AND ${onPlatforms(platforms)}`);
    case 'practice_session':
      return sql`SELECT ${who}, NULL::text AS currency, sum(minutes)::float8 AS value, 1::float8 AS weight, ${ours} ${facts} GROUP BY artist_id, bucket`;
  }
}

const onPlatforms = (platforms: readonly string[] | undefined) =>
  platforms?.length ? sql`platform = ANY(${[...platforms]}::text[])` : sql`true`;

/**
 * Readings add up over platforms and places; within one of those a bucket takes the sum, the mean or the last.
 * Where a platform gives a total and a split by territory or city, only the coarsest level counts.
 */
function readings(
  metric: Metric,
  who: RawBuilder<unknown>,
  coarse: RawBuilder<unknown>,
  facts: RawBuilder<unknown>
): RawBuilder<unknown> {
  const inner = {
    sum: sql`sum(value)`,
    mean: sql`avg(value)`,
    last: sql`(array_agg(value ORDER BY occurred_at DESC, known_at DESC))[1]`,
  }[metric.aggregation];
  const outer = metric.aggregation === 'mean' ? sql`avg(value)` : sql`sum(value)`;
  return sql`
    SELECT "artistId", metric, bucket, NULL::text AS currency, ${outer}::float8 AS value, 1::float8 AS weight, source, coarse, min(known) AS known FROM (
      SELECT "artistId", metric, bucket, source, coarse, ${known}, ${inner} AS value,
        level = min(level) OVER (PARTITION BY "artistId", bucket, source, platform) AS counts
      FROM (SELECT ${who}, source, ${coarse} AS coarse, platform, territory, city, value, occurred_at, known_at,
              num_nonnulls(territory, city) AS level ${facts}) AS readings
      GROUP BY "artistId", metric, bucket, source, coarse, platform, territory, city, level) AS places
    WHERE counts GROUP BY "artistId", metric, bucket, source, coarse`;
}
