import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Artist } from './artists.ts';
import { dataAsOf, visibleAt } from './asOf.ts';
import { addBuckets, bucketsBetween, bucketStart, floorTo, localMidnight } from './buckets.ts';
import type { Bucket } from './buckets.ts';
import type { TenantTx } from './connection.ts';
import type { Metric } from './metrics.ts';
import { loadRates, rateAt } from './money.ts';

/** A regular series: value i belongs to the bucket that starts i buckets after `start`; NaN = not known. */
export interface Series {
  start: number;
  values: Float64Array;
  bucket: Bucket;
  notices: string[];
}

export interface SeriesRequest {
  artist: Artist;
  metric: Metric;
  bucket: Bucket;
  asOf: Date;
  /** Keep the running bucket at the end; forecasts leave it out. */
  withPartial?: boolean;
  /** Only facts of this importer. */
  source?: string;
}

interface Cell {
  bucket: number;
  currency: string | null;
  value: number;
  /** What a mean weighs by, e.g. heads behind a ticket price; 1 where left out. */
  weight?: number;
  source: string;
  coarse: number;
}

/**
 * One metric of one artist by bucket, as known at `asOf`.
 * Sums are 0 between the first and the last known bucket; other metrics are NaN where nothing was read.
 * Facts that are coarser than the bucket are left out and named in a notice.
 * @returns undefined when there is no fact
 */
export async function loadSeries(tx: TenantTx, request: SeriesRequest): Promise<Series | undefined> {
  const { artist, metric, bucket, asOf } = request;
  const { rows } = await cellQuery(request).execute(tx);
  const fine = rows.filter((row) => row.coarse === 0);
  const notices: string[] = [];
  if (fine.length < rows.length) {
    notices.push(
      `${metric.title} of ${artist.name} has monthly statements, which are never spread over ${bucket}s; choose the bucket "month" to see them`
    );
  }
  const first = fine[0];
  if (!first)
    return notices.length
      ? { start: floorTo(bucket, asOf.getTime()), values: new Float64Array(0), bucket, notices }
      : undefined;
  const start = fine.reduce((min, row) => Math.min(min, row.bucket), first.bucket);
  const end = await lastBucket(tx, request, fine, notices);
  const values = new Float64Array(Math.max(0, bucketsBetween(bucket, start, end) + 1)).fill(
    metric.aggregation === 'sum' ? 0 : NaN
  );
  await fill(tx, request, fine, start, values, notices);
  return { start, values, bucket, notices };
}

async function fill(
  tx: TenantTx,
  { artist, metric, bucket }: SeriesRequest,
  rows: Cell[],
  start: number,
  values: Float64Array,
  notices: string[]
) {
  const foreign = [
    ...new Set(rows.flatMap(({ currency }) => (currency && currency !== artist.currency ? currency : []))),
  ];
  const rates = await loadRates(tx, foreign, artist.currency);
  const lacking = new Set<string>();
  const weights = new Float64Array(values.length);
  for (const row of rows) {
    const index = bucketsBetween(bucket, start, row.bucket);
    if (index >= values.length) continue;
    const rate =
      !row.currency || row.currency === artist.currency
        ? 1
        : rateAt(rates, row.currency, addBuckets(bucket, row.bucket, 1) - 1);
    if (rate === undefined) lacking.add(row.currency ?? '');
    else if (metric.aggregation === 'mean') addToMean(values, weights, index, row.value * rate, row.weight ?? 1);
    else values[index] = (Number.isNaN(values[index]) ? 0 : values[index]!) + row.value * rate;
  }
  for (const currency of lacking) {
    notices.push(
      `${metric.title}: amounts in ${currency} are left out, because no exchange rate from ${currency} to ${artist.currency} is known; import fx rates`
    );
  }
}

/** Means of several currencies or sources in one bucket make one mean, each by its weight. */
function addToMean(values: Float64Array, weights: Float64Array, index: number, value: number, weight: number): void {
  const before = weights[index]!;
  weights[index] = before + weight;
  values[index] = ((before ? values[index]! : 0) * before + value * weight) / (before + weight);
}

// A source that was silent for longer than this has ended; until then the series stops where its statements stop.
const sourceEndsAfter = 200 * 86_400_000;

/**
 * Shows and practice are known to the data's as-of. A statement or a reading may be late, so there the series
 * ends where the slowest source that is still alive ends.
 */
async function lastBucket(tx: TenantTx, request: SeriesRequest, rows: Cell[], notices: string[]): Promise<number> {
  const { artist, metric, bucket, asOf } = request;
  const until = (await dataAsOf(tx, artist.artistId, artist.timeZone, asOf)) ?? asOf;
  const local = localMidnight(until, artist.timeZone);
  const running = floorTo(bucket, local);
  const complete = localMidnight(new Date(until.getTime() + 1000), artist.timeZone) >= addBuckets(bucket, running, 1);
  const latest = complete || request.withPartial ? running : addBuckets(bucket, running, -1);
  if (metric.from.table === 'gig' || metric.from.table === 'practice_session') return latest;
  const ends = new Map<string, number>();
  for (const { source, bucket: at } of rows) ends.set(source, Math.max(at, ends.get(source) ?? at));
  const newest = Math.max(...ends.values());
  const alive = [...ends].filter(([, end]) => newest - end < sourceEndsAfter);
  const slowest = alive.reduce((a, b) => (b[1] < a[1] ? b : a));
  if (slowest[1] < newest && slowest[1] < latest && !request.withPartial) {
    notices.push(
      `Statements from ${slowest[0]} end ${new Date(slowest[1]).toISOString().slice(0, 7)}; later months are not complete and are left out`
    );
  }
  return Math.min(latest, request.withPartial ? newest : slowest[1]);
}

function cellQuery({ artist, metric, bucket, asOf, source }: SeriesRequest): RawBuilder<Cell> {
  const at = bucketStart(bucket, artist.timeZone);
  const coarse = bucket === 'month' ? sql`0` : sql`(grain = 'month')::int`;
  const from = metric.from;
  const facts = sql`FROM ${sql.table(from.table)} WHERE artist_id = ${artist.artistId} AND occurred_at <= ${asOf} AND ${visibleAt(asOf)}
    AND ${source ? sql`source = ${source}` : sql`true`}`;
  switch (from.table) {
    case 'ledger_entry': {
      const amount =
        from.measure === 'net' ? sql`CASE direction WHEN 'revenue' THEN amount ELSE -amount END` : sql`amount`;
      const direction = from.measure === 'net' ? sql`true` : sql`direction = ${from.measure}`;
      const category = from.categories ? sql`category IN (${sql.join(from.categories)})` : sql`true`;
      return sql`SELECT ${at} AS bucket, currency, sum(${amount})::float8 AS value, source, ${coarse} AS coarse ${facts} AND ${direction} AND ${category} GROUP BY 1, 2, 4, 5 ORDER BY 1`;
    }
    case 'gig': {
      const played = sql`${facts} AND status = 'played'`;
      if (from.measure === 'count')
        return sql`SELECT ${at} AS bucket, NULL AS currency, count(*)::float8 AS value, '' AS source, 0 AS coarse ${played} GROUP BY 1 ORDER BY 1`;
      if (from.measure === 'heads')
        return sql`SELECT ${at} AS bucket, NULL AS currency, sum(heads)::float8 AS value, '' AS source, 0 AS coarse ${played} AND heads IS NOT NULL GROUP BY 1 ORDER BY 1`;
      return sql`SELECT ${at} AS bucket, currency, (sum(gross) / sum(heads))::float8 AS value, sum(heads)::float8 AS weight, '' AS source, 0 AS coarse ${played} AND heads > 0 AND gross > 0 GROUP BY 1, 2 ORDER BY 1`;
    }
    case 'audience_reading':
      return readingQuery(at, coarse, facts, metric, from.measure);
    case 'practice_session':
      return sql`SELECT ${at} AS bucket, NULL AS currency, sum(minutes)::float8 AS value, '' AS source, 0 AS coarse ${facts} GROUP BY 1 ORDER BY 1`;
  }
}

/**
 * Readings add up over platforms and places; within one of those a bucket takes the sum, the mean or the last.
 * Where a platform gives a total and a split by territory or city, only the coarsest level counts.
 */
function readingQuery(
  at: RawBuilder<number>,
  coarse: RawBuilder<unknown>,
  facts: RawBuilder<unknown>,
  metric: Metric,
  measure: string
): RawBuilder<Cell> {
  const inner = {
    sum: sql`sum(value)`,
    mean: sql`avg(value)`,
    last: sql`(array_agg(value ORDER BY occurred_at DESC, known_at DESC))[1]`,
  }[metric.aggregation];
  const outer = metric.aggregation === 'mean' ? sql`avg(value)` : sql`sum(value)`;
  return sql`
    SELECT bucket, NULL AS currency, ${outer}::float8 AS value, source, coarse FROM (
      SELECT bucket, source, coarse, level = min(level) OVER (PARTITION BY bucket, source, platform) AS counts, ${inner} AS value
      FROM (SELECT ${at} AS bucket, source, ${coarse} AS coarse, platform, territory, city, value, occurred_at, known_at,
              num_nonnulls(territory, city) AS level ${facts} AND metric = ${measure}) AS readings
      GROUP BY bucket, source, coarse, platform, territory, city, level) AS places
    WHERE counts GROUP BY bucket, source, coarse ORDER BY bucket`;
}
