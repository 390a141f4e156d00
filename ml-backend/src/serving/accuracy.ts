import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Score } from '../forecasting/accuracy.ts';
import { naiveScale, STEP_GROUPS } from '../forecasting/accuracy.ts';
import { seasonLength } from '../forecasting/calendar.ts';
import type { BacktestPoint } from '../forecasting/types.ts';
import { bucketsBetween } from '../store/buckets.ts';
import type { TenantTx } from '../store/connection.ts';
import type { ForecastBucket } from './forecasts.ts';
import { modelVersion } from './forecasts.ts';

export { STEP_GROUPS, summariseScores } from '../forecasting/accuracy.ts';
export type { Accuracy, Score } from '../forecasting/accuracy.ts';

/** Whose forecasts are judged. */
export interface AccuracyRequest {
  artistIds: readonly string[];
  metrics: readonly string[];
  bucket: ForecastBucket;
  /** Percent. */
  levels: readonly number[];
  asOf: Date;
}

export interface AccuracyRow {
  modelVersion: string;
  /** First step of one of `STEP_GROUPS`. */
  firstStep: number;
  /** Scored buckets, and forecasts that they belong to. */
  n: number;
  forecasts: number;
  mase: number | null;
  naiveMase: number | null;
  smape: number | null;
  naiveSmape: number | null;
  coverage: Array<number | null>;
}

/**
 * How good stored forecasts were, by model version and steps ahead. Of several that were made for the same first bucket
 * the last one counts, since it is what people saw. The naive is judged over the same buckets.
 */
export async function storedAccuracy(tx: TenantTx, request: AccuracyRequest): Promise<AccuracyRow[]> {
  const { artistIds, metrics, bucket, levels, asOf } = request;
  const group = STEP_GROUPS.reduceRight<RawBuilder<unknown>>(
    (rest, [first, last]) => sql`CASE WHEN step <= ${sql.lit(last)} THEN ${sql.lit(first)} ELSE ${rest} END`,
    sql`NULL`
  );
  const error = (said: string) => sql`abs(actual - ${sql.ref(said)})`;
  const symmetric = (said: string) =>
    sql`CASE WHEN actual = ${sql.ref(said)} THEN 0 ELSE 200 * ${error(said)} / (abs(actual) + abs(${sql.ref(said)})) END`;
  const paired = sql`FILTER (WHERE naive IS NOT NULL)`;
  const inside = levels.map((level) => sql`avg((abs(place - 0.5) <= ${level / 200 + 1e-9}::float8)::int)::float8`);
  const { rows } = await sql<AccuracyRow>`
    WITH last AS (
      SELECT DISTINCT ON (score.artist_id, score.metric, as_of_bucket, model_version, bucket_start) score.*
      FROM encore.forecast_score AS score
      JOIN encore.forecast_log AS log USING (tenant_id, artist_id, metric, bucket, as_of_bucket, model_version, facts_key)
      WHERE artist_id = ANY (${artistIds}::uuid[]) AND metric = ANY (${metrics}::text[]) AND bucket = ${bucket}
        AND scored_at <= ${asOf}
      ORDER BY score.artist_id, score.metric, as_of_bucket, model_version, bucket_start, made_at DESC)
    SELECT model_version AS "modelVersion", ${group} AS "firstStep", count(*)::int AS n,
      count(DISTINCT (artist_id, metric, as_of_bucket))::int AS forecasts,
      avg(${error('mean')} / scale) ${paired} AS mase, avg(${error('naive')} / scale) ${paired} AS "naiveMase",
      avg(${symmetric('mean')}) ${paired} AS smape, avg(${symmetric('naive')}) ${paired} AS "naiveSmape",
      ARRAY[${sql.join(inside)}]::float8[] AS coverage
    FROM last GROUP BY 1, 2 ORDER BY 1 DESC, 2`.execute(tx);
  return rows;
}

interface TestedRow {
  asOfBucket: number;
  historyFrom: number;
  history: number[];
  points: BacktestPoint[];
  level: number;
}

/** Scores of the backtests that came with the standing forecasts: one bucket ahead. */
export interface Tested {
  scores: Score[];
  /** Share inside the range at `level`; NaN of none. */
  coverage: number;
  /** Percent. */
  level: number;
  forecasts: number;
}

/** A roster of this many figures says enough of a method. */
const MOST_TESTED = 300;

/** What the standing forecasts' backtests tell: each bucket said with what lay before it alone. */
export async function testedAccuracy(tx: TenantTx, request: Omit<AccuracyRequest, 'levels'>): Promise<Tested> {
  const { artistIds, metrics, bucket, asOf } = request;
  const ms = (column: string) => sql`extract(epoch FROM ${sql.ref(column)})::float8 * 1000`;
  const { rows } = await sql<TestedRow>`
    SELECT DISTINCT ON (artist_id, metric) ${ms('history_from')} AS "historyFrom", history,
      payload->'backtest'->'points' AS points, (payload->'backtest'->'level')::float8 AS level
    FROM encore.forecast_log
    WHERE artist_id = ANY (${artistIds}::uuid[]) AND metric = ANY (${metrics}::text[]) AND bucket = ${bucket}
      AND model_version = ${modelVersion} AND history_from IS NOT NULL AND made_at <= ${asOf}
    ORDER BY artist_id, metric, made_at DESC, as_of_bucket DESC LIMIT ${MOST_TESTED}`.execute(tx);
  const told = rows.filter(({ points }) => points.length > 0);
  const points = told.flatMap((row) => row.points);
  return {
    scores: told.flatMap((row) => scoresOf(row, bucket)),
    coverage: points.filter(({ inside }) => inside).length / points.length,
    level: told[0]?.level ?? NaN,
    forecasts: told.length,
  };
}

function scoresOf({ historyFrom, history, points }: TestedRow, bucket: ForecastBucket): Score[] {
  const values = Float64Array.from(history);
  const season = seasonLength(bucket);
  const place = (time: number) => bucketsBetween(bucket, historyFrom, time);
  const scale = naiveScale(values.subarray(0, place(points[0]!.time)), season);
  return points.map(({ time, actual, mean, inside }) => ({
    step: 1,
    actual,
    mean,
    naive: values[place(time) - season] ?? NaN,
    scale,
    place: inside ? 0.5 : 1,
  }));
}
