import { createHash } from 'node:crypto';
import type { Series as ForecastSeries } from '../forecasting/types.ts';
import type { Artist } from '../store/artists.ts';
import { addBuckets } from '../store/buckets.ts';
import type { Db } from '../store/connection.ts';
import { withTenant } from '../store/connection.ts';
import type { Metric } from '../store/metrics.ts';
import { loadSeries } from '../store/series.ts';
import type { Series } from '../store/series.ts';
import type { Forecaster } from './forecaster.ts';
import type { ForecastBucket, ForecastSubject, StoredForecast } from './forecasts.ts';
import { confirmForecast, findForecastOf, saveForecast } from './forecasts.ts';
import { Lru } from './lru.ts';
import { fromPayload, toPayload } from './payload.ts';
import { scoreForecasts } from './scores.ts';
import { seedOf } from './storedPaths.ts';

/** Longest horizon that is stored, two years of months and one of weeks; shorter ones are read from it. */
export const STORED_HORIZON: Record<ForecastBucket, number> = { month: 24, week: 52 };

export interface RefreshRequest {
  tenantId: string;
  artist: Artist;
  metric: Metric;
  bucket: ForecastBucket;
  /** Facts that became known later do not exist for this forecast. */
  asOf: Date;
  /** A look back from later: computed and answered, but not logged as what was said at that moment. */
  lookBack?: boolean;
}

export interface Refreshed {
  stored: StoredForecast;
  /** False where the facts were forecast before. */
  made: boolean;
}

/** Looks back that this process made: a backtest asks for the same facts many times. About 30 kB each. */
const lookedBack = new Lru<StoredForecast>(200);

/** Two requests for the same facts share one computation. */
const running = new Map<string, Promise<Refreshed>>();

/**
 * Brings the stored forecast of a subject up to what is known at `asOf`. The history is read in one transaction, the
 * forecast computed in a worker thread with none open, and stored in a second one unless it is a look back; earlier
 * forecasts of the subject are scored there against what has come since.
 * @returns undefined where the artist has no value of this metric in this bucket's grain: no fact, or no exchange rate
 * @throws AbortError when `signal` fires before the computation ends
 */
export async function refreshForecast(
  db: Db,
  forecaster: Forecaster,
  request: RefreshRequest,
  signal?: AbortSignal
): Promise<Refreshed | undefined> {
  const { tenantId, artist, metric, bucket, asOf, lookBack = false } = request;
  const subject: ForecastSubject = { artistId: artist.artistId, metric: metric.name, bucket };
  const found = await withTenant(db, tenantId, async (tx) => {
    const series = await loadSeries(tx, { artist, metric, bucket, asOf });
    if (!series?.values.some((value) => !Number.isNaN(value))) {
      return undefined;
    }
    const factsKey = fingerprint(series);
    const asOfBucket = addBuckets(bucket, series.start, series.values.length);
    const stored = await findForecastOf(tx, subject, asOfBucket, factsKey);
    if (stored && !lookBack) {
      await confirmForecast(tx, stored, asOf);
    }
    return { series, factsKey, asOfBucket, stored };
  });
  if (!found) {
    return undefined;
  }
  if (found.stored) {
    return { stored: found.stored, made: false };
  }
  const key = [tenantId, artist.artistId, metric.name, bucket, found.asOfBucket, found.factsKey, lookBack].join('|');
  const remembered = lookedBack.get(key);
  if (remembered) {
    return { stored: remembered, made: false };
  }
  const already = running.get(key);
  if (already) {
    return already;
  }
  const work = compute(db, forecaster, request, { ...found, subject }, signal).then((made) => {
    if (lookBack) lookedBack.set(key, made.stored);
    return made;
  });
  running.set(key, work);
  return work.finally(() => running.delete(key));
}

async function compute(
  db: Db,
  forecaster: Forecaster,
  { tenantId, metric, bucket, asOf, lookBack }: RefreshRequest,
  found: { series: Series; factsKey: string; asOfBucket: number; subject: ForecastSubject },
  signal?: AbortSignal
): Promise<Refreshed> {
  const { series, factsKey, asOfBucket, subject } = found;
  const input: ForecastSeries = {
    values: series.values,
    frequency: bucket,
    start: series.start,
    nonNegative: metric.nonNegative,
  };
  const options = { horizon: STORED_HORIZON[bucket], levels: [], seed: seedOf(factsKey) };
  const forecast = await forecaster.compute({ series: input, options }, signal);
  const stored: StoredForecast = {
    ...subject,
    asOfBucket,
    historyFrom: series.start,
    history: series.values,
    factsKey,
    madeAt: asOf,
    // What is answered now must be what is read later, to the last digit.
    forecast: fromPayload(toPayload(forecast, series.notices)),
    seriesNotices: series.notices,
  };
  if (lookBack) return { stored, made: true };
  await withTenant(db, tenantId, async (tx) => {
    await saveForecast(tx, stored);
    await scoreForecasts(tx, stored);
  });
  return { stored, made: true };
}

/** The same history gives the same key, bit for bit. */
function fingerprint({ start, values, notices }: Series): string {
  const hash = createHash('sha256').update(`${start}|${notices.join('|')}|`);
  return hash
    .update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
    .digest('hex')
    .slice(0, 32);
}
