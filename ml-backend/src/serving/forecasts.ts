import { sql } from 'kysely';
import { MODEL } from '../forecasting/forecast.ts';
import type { Forecast } from '../forecasting/types.ts';
import type { TenantTx } from '../store/connection.ts';
import type { MetricName } from '../store/metrics.ts';
import { Lru } from './lru.ts';
import type { StoredPayload } from './payload.ts';
import { fromPayload, toPayload } from './payload.ts';

export type ForecastBucket = 'week' | 'month';

/** What a forecast is about. */
export interface ForecastSubject {
  artistId: string;
  metric: MetricName;
  bucket: ForecastBucket;
}

/** One row of the log, and the history that it was made from. */
export interface StoredForecast extends ForecastSubject {
  /** First bucket that is forecast, epoch milliseconds of 00:00 UTC. */
  asOfBucket: number;
  /** Start of history[0], epoch milliseconds of 00:00 UTC. */
  historyFrom: number;
  /** One value a bucket up to `asOfBucket`; NaN where nothing is known. */
  history: Float64Array;
  factsKey: string;
  /** The moment whose knowledge it holds. */
  madeAt: Date;
  /** The longest horizon; read others and the levels with `readForecast`. */
  forecast: Forecast;
  seriesNotices: string[];
}

/** About 30 kB each. */
const CACHED = 1000;
const cache = new Lru<StoredForecast>(CACHED);

export const modelVersion = `${MODEL.name}@${MODEL.version}`;

// Subjects that this process has read whole; the others are read in one statement instead of two.
const seen = new Lru<true>(CACHED);

/** Some of the subjects that have a forecast of this model version, with the artist's slug. */
export function someSubjects(tx: TenantTx, most: number) {
  return tx
    .selectFrom('forecast_log')
    .innerJoin('artist', 'artist.artist_id', 'forecast_log.artist_id')
    .select(['artist.slug', 'forecast_log.metric', 'forecast_log.bucket'])
    .where('forecast_log.model_version', '=', modelVersion)
    .limit(most)
    .execute();
}

/** Reads every forecast from the database again. */
export function forgetForecasts(): void {
  cache.clear();
  seen.clear();
}

/**
 * The forecast that stands: the newest one of this model version. One index lookup; the payload comes from memory where
 * the row was read before. For a moment in the past use `refreshForecast` with its `asOf`.
 * @returns undefined where none was stored
 */
export async function currentForecast(tx: TenantTx, subject: ForecastSubject): Promise<StoredForecast | undefined> {
  const subjectKey = [tx.tenantId, subject.artistId, subject.metric, subject.bucket].join('|');
  const newest = rowsOf(tx, subject).orderBy('made_at', 'desc').orderBy('as_of_bucket', 'desc').limit(1);
  if (!seen.get(subjectKey)) {
    seen.set(subjectKey, true);
    const row = await newest.select(wholeRow).executeTakeFirst();
    return row && keep(tx, subject, row);
  }
  const row = await newest.select(['as_of_bucket', 'facts_key']).executeTakeFirst();
  return row && load(tx, subject, row.as_of_bucket, row.facts_key);
}

/** The forecast of exactly these facts. */
export function findForecastOf(tx: TenantTx, subject: ForecastSubject, asOfBucket: number, factsKey: string) {
  return load(tx, subject, dateOf(asOfBucket), factsKey);
}

const wholeRow = ['as_of_bucket', 'facts_key', 'history_from', 'history', 'payload', 'made_at'] as const;

interface WholeRow {
  as_of_bucket: string;
  facts_key: string;
  history_from: string | null;
  history: number[];
  payload: unknown;
  made_at: Date;
}

const rowsOf = (tx: TenantTx, subject: ForecastSubject) =>
  tx
    .selectFrom('forecast_log')
    .where('artist_id', '=', subject.artistId)
    .where('metric', '=', subject.metric)
    .where('bucket', '=', subject.bucket)
    .where('model_version', '=', modelVersion);

const cacheKey = (tx: TenantTx, { artistId, metric, bucket }: ForecastSubject, asOfBucket: string, factsKey: string) =>
  [tx.tenantId, artistId, metric, bucket, asOfBucket, factsKey].join('|');

async function load(
  tx: TenantTx,
  subject: ForecastSubject,
  asOfBucket: string,
  factsKey: string
): Promise<StoredForecast | undefined> {
  const cached = cache.get(cacheKey(tx, subject, asOfBucket, factsKey));
  if (cached) return cached;
  const row = await rowsOf(tx, subject)
    .select(wholeRow)
    .where('as_of_bucket', '=', asOfBucket)
    .where('facts_key', '=', factsKey)
    .executeTakeFirst();
  return row && keep(tx, subject, row);
}

function keep(tx: TenantTx, subject: ForecastSubject, row: WholeRow): StoredForecast {
  const payload = row.payload as StoredPayload;
  const stored: StoredForecast = {
    artistId: subject.artistId,
    metric: subject.metric,
    bucket: subject.bucket,
    asOfBucket: Date.parse(row.as_of_bucket),
    historyFrom: Date.parse(row.history_from ?? row.as_of_bucket),
    history: Float64Array.from(row.history),
    factsKey: row.facts_key,
    madeAt: row.made_at,
    forecast: fromPayload(payload),
    seriesNotices: payload.seriesNotices,
  };
  cache.set(cacheKey(tx, subject, row.as_of_bucket, row.facts_key), stored);
  return stored;
}

/**
 * Stores a forecast. The same facts again only move `made_at` on to the later moment, so that the newest row is always
 * the one that stands.
 */
export async function saveForecast(tx: TenantTx, stored: StoredForecast): Promise<void> {
  await tx
    .insertInto('forecast_log')
    .values({
      tenant_id: tx.tenantId,
      artist_id: stored.artistId,
      metric: stored.metric,
      bucket: stored.bucket,
      as_of_bucket: dateOf(stored.asOfBucket),
      model_version: modelVersion,
      facts_key: stored.factsKey,
      horizon: stored.forecast.mean.length,
      history_from: dateOf(stored.historyFrom),
      history: Array.from(stored.history),
      payload: JSON.stringify(toPayload(stored.forecast, stored.seriesNotices)),
      made_at: stored.madeAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await confirmForecast(tx, stored, stored.madeAt);
}

/** Notes that a stored forecast's facts were still all that was known at a later moment. */
export async function confirmForecast(tx: TenantTx, stored: StoredForecast, at: Date): Promise<void> {
  await tx
    .updateTable('forecast_log')
    .set({ made_at: sql`greatest(made_at, ${at})` })
    .where('artist_id', '=', stored.artistId)
    .where('metric', '=', stored.metric)
    .where('bucket', '=', stored.bucket)
    .where('as_of_bucket', '=', dateOf(stored.asOfBucket))
    .where('model_version', '=', modelVersion)
    .where('facts_key', '=', stored.factsKey)
    .execute();
}

const dateOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
