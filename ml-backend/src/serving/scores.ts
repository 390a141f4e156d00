import { sql } from 'kysely';
import { scoreForecast } from '../forecasting/accuracy.ts';
import { seasonLength } from '../forecasting/calendar.ts';
import { addBuckets, bucketsBetween } from '../store/buckets.ts';
import type { TenantTx } from '../store/connection.ts';
import type { StoredForecast } from './forecasts.ts';
import type { StoredPayload } from './payload.ts';

interface LoggedRow {
  as_of_bucket: string;
  model_version: string;
  facts_key: string;
  history: number[];
  payload: StoredPayload;
}

/** More than a subject's forecasts of two years; what is left over is scored with the next facts. */
const AT_ONCE = 200;

const dateOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/**
 * Scores the earlier forecasts of a subject, of every model version, against the history of its newest one: buckets that
 * have come since, and those whose facts were restated.
 * @returns how many forecasts were scored
 */
export async function scoreForecasts(tx: TenantTx, newest: StoredForecast): Promise<number> {
  const { rows } = await due(tx, newest).execute(tx);
  for (const row of rows) await save(tx, newest, row);
  return rows.length;
}

function due(tx: TenantTx, { artistId, metric, bucket, asOfBucket, historyFrom, history, madeAt }: StoredForecast) {
  const known = Array.from(history, (value, index) => ({
    start: dateOf(addBuckets(bucket, historyFrom, index)),
    value,
  }));
  const facts = known.filter(({ value }) => Number.isFinite(value));
  const key = ['tenant_id', 'artist_id', 'metric', 'bucket', 'as_of_bucket', 'model_version', 'facts_key'];
  const same = sql.join(
    key.map((name) => sql`score.${sql.ref(name)} = log.${sql.ref(name)}`),
    sql` AND `
  );
  return sql<LoggedRow>`
    SELECT as_of_bucket, model_version, facts_key, history, payload
    FROM encore.forecast_log AS log
    WHERE tenant_id = ${tx.tenantId} AND artist_id = ${artistId} AND metric = ${metric} AND bucket = ${bucket}
      AND as_of_bucket < ${dateOf(asOfBucket)}::date
      -- What was known at an earlier moment must not overwrite what is known now.
      AND NOT EXISTS (SELECT FROM encore.forecast_log AS later WHERE later.tenant_id = log.tenant_id
        AND later.artist_id = log.artist_id AND later.metric = log.metric AND later.bucket = log.bucket
        AND later.made_at > ${madeAt})
      AND EXISTS (
        SELECT FROM unnest(${facts.map(({ start }) => start)}::date[], ${facts.map(({ value }) => value)}::float8[]) AS fact(start, actual)
        WHERE start >= log.as_of_bucket AND start < log.as_of_bucket + horizon * ${sql.lit(`1 ${bucket}`)}::interval
          AND NOT EXISTS (SELECT FROM encore.forecast_score AS score
            WHERE ${same} AND score.bucket_start = fact.start AND score.actual = fact.actual))
    ORDER BY as_of_bucket DESC LIMIT ${AT_ONCE}`;
}

async function save(tx: TenantTx, newest: StoredForecast, row: LoggedRow): Promise<void> {
  const { artistId, metric, bucket, historyFrom, history } = newest;
  const from = Date.parse(row.as_of_bucket);
  const { mean, distribution } = row.payload;
  const told = { mean: Float64Array.from(mean), steps: distribution.steps.map((step) => Float64Array.from(step)) };
  const came = history.subarray(Math.max(0, bucketsBetween(bucket, historyFrom, from)));
  const scores = scoreForecast(Float64Array.from(row.history), told, came, seasonLength(bucket));
  if (scores.length === 0) return;
  const orNull = (value: number) => (Number.isFinite(value) ? value : null);
  await tx
    .insertInto('forecast_score')
    .values(
      scores.map(({ step, actual, mean: said, naive, scale, place }) => ({
        tenant_id: tx.tenantId,
        artist_id: artistId,
        metric,
        bucket,
        as_of_bucket: row.as_of_bucket,
        model_version: row.model_version,
        facts_key: row.facts_key,
        bucket_start: dateOf(addBuckets(bucket, from, step - 1)),
        step,
        actual,
        mean: said,
        naive: orNull(naive),
        scale: orNull(scale),
        place,
        scored_at: newest.madeAt,
      }))
    )
    .onConflict((conflict) =>
      conflict
        .columns([
          'tenant_id',
          'artist_id',
          'metric',
          'bucket',
          'as_of_bucket',
          'model_version',
          'facts_key',
          'bucket_start',
        ])
        .doUpdateSet((eb) => ({
          actual: eb.ref('excluded.actual'),
          place: eb.ref('excluded.place'),
          scored_at: eb.ref('excluded.scored_at'),
        }))
    )
    .execute();
}
