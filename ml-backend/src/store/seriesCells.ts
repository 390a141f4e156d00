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
  /** Of a reading whose metric takes the last, else empty. */
  platform: string;
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
  const ours = sql`'' AS source, '' AS platform, false AS coarse, ${known}`;
  switch (from.table) {
    case 'ledger_entry': {
      const amount =
        from.measure === 'net' ? sql`CASE direction WHEN 'revenue' THEN amount ELSE -amount END` : sql`amount`;
      const direction = from.measure === 'net' ? sql`true` : sql`direction = ${from.measure}`;
      const category = from.categories ? sql`category IN (${sql.join(from.categories)})` : sql`true`;
      return sql`SELECT ${who}, currency::text, sum(${amount})::float8 AS value, 1::float8 AS weight, source, '' AS platform, ${coarse} AS coarse, ${known}
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
      return readings(
        metric,
        who,
        bucket,
        coarse,
        sql`${facts} AND metric = ${from.measure} AND ${onPlatforms(platforms)}`
      );
    case 'practice_session':
      return sql`SELECT ${who}, NULL::text AS currency, sum(minutes)::float8 AS value, 1::float8 AS weight, ${ours} ${facts} GROUP BY artist_id, bucket`;
  }
}

const onPlatforms = (platforms: readonly string[] | undefined) =>
  platforms?.length ? sql`platform = ANY(${[...platforms]}::text[])` : sql`true`;

/**
 * Readings add up over platforms and places; within one of those a bucket takes the sum, the mean or the last.
 * Of a platform that several sources or grains speak of, one speaks in each bucket (each month of a longer one), never
 * two together: a total before its split by territory or city; then the finest grain that covers the bucket from end to
 * end, as far as its own rhythm allows; then the source with the most readings; ties by name.
 */
function readings(
  metric: Metric,
  who: RawBuilder<unknown>,
  bucket: Bucket,
  coarse: RawBuilder<unknown>,
  facts: RawBuilder<unknown>
): RawBuilder<unknown> {
  const { inner, outer, platform } = {
    sum: { inner: sql`sum(value)`, outer: sql`sum(value)`, platform: sql`''` },
    mean: { inner: sql`avg(value)`, outer: sql`sum(value) / sum(places)`, platform: sql`''` },
    // The total carries each platform's last reading on, so that these stay apart.
    last: {
      inner: sql`(array_agg(value ORDER BY occurred_at DESC, known_at DESC))[1]`,
      outer: sql`(array_agg(value ORDER BY part DESC))[1]`,
      platform: sql`platform`,
    },
  }[metric.aggregation];
  const part = bucket === 'quarter' || bucket === 'year' ? bucketStart('month', 'who.zone') : sql`0::float8`;
  const fit = sql`CASE WHEN grain = 'month' THEN 1 WHEN ${coversMonth} THEN 0 ELSE 2 END`;
  const candidate = sql`"artistId", metric, bucket, part, platform, source, coarse, grain, level`;
  return sql`
    SELECT "artistId", metric, bucket, NULL::text AS currency, ${outer}::float8 AS value, 1::float8 AS weight, source, ${platform} AS platform, coarse, min(known) AS known FROM (
      SELECT DISTINCT ON ("artistId", bucket, part, platform) * FROM (
        SELECT ${candidate}, min(known) AS known, sum(value) AS value, count(*) AS places, max(days) AS days, min(first) AS first, max(last) AS last FROM (
          SELECT ${candidate}, ${known}, ${inner} AS value, count(*) AS days, min(occurred_at) AS first, max(occurred_at) AS last
          FROM (SELECT ${who}, ${part} AS part, source, ${coarse} AS coarse, grain, platform, territory, city, value, occurred_at, known_at,
                  num_nonnulls(territory, city) AS level ${facts}) AS readings
          GROUP BY ${candidate}, territory, city) AS places
        GROUP BY ${candidate}) AS candidates
      ORDER BY "artistId", bucket, part, platform, coarse, level, ${fit}, days DESC, source, grain) AS chosen
    GROUP BY "artistId", metric, bucket, source, coarse${metric.aggregation === 'last' ? sql`, platform` : sql``}`;
}

/** Whether readings leave no more of their month open at either end than between one and the next. */
const coversMonth = sql`(
  first - (last - first) / nullif(days - 1, 0) < date_trunc('month', first, 'UTC') + interval '1 day'
  AND last + (last - first) / nullif(days - 1, 0) >= date_trunc('month', first, 'UTC') + interval '1 month - 1 day')`;
