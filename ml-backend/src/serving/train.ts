import type { Artist } from '../store/artists.ts';
import { listArtists } from '../store/artists.ts';
import type { Db } from '../store/connection.ts';
import { withTenant } from '../store/connection.ts';
import type { Metric } from '../store/metrics.ts';
import { metrics as allMetrics } from '../store/metrics.ts';
import type { Forecaster } from './forecaster.ts';
import type { ForecastBucket } from './forecasts.ts';
import { refreshForecast } from './refresh.ts';

export interface TrainRequest {
  tenantId: string;
  asOf: Date;
  /** Every artist of the tenant where left out. */
  artists?: readonly Artist[];
  metrics?: readonly Metric[];
  /** Months where left out; weeks are made when somebody asks for them. */
  buckets?: readonly ForecastBucket[];
  /** Forecasts in the making at once: the forecaster's threads, one where left out. */
  atOnce?: number;
  signal?: AbortSignal;
  onProgress?: (progress: TrainProgress) => void;
}

export interface TrainProgress {
  done: number;
  total: number;
  /** New forecasts. */
  made: number;
  /** Facts that were forecast before. */
  unchanged: number;
  /** Artist and metric without any fact. */
  empty: number;
  failed: { artist: string; metric: string; bucket: ForecastBucket; error: unknown }[];
}

/**
 * Brings the stored forecasts of all artists and metrics up to date, first metric first, so that every artist's revenue
 * is there soon. One that fails is reported and the rest goes on.
 * @throws the signal's reason when it fires
 */
export async function trainForecasts(db: Db, forecaster: Forecaster, request: TrainRequest): Promise<TrainProgress> {
  const { tenantId, asOf, metrics = allMetrics, buckets = ['month'], atOnce = 1, signal, onProgress } = request;
  const artists = request.artists ?? (await withTenant(db, tenantId, listArtists));
  const subjects = buckets.flatMap((bucket) =>
    metrics.flatMap((metric) => artists.map((artist) => ({ tenantId, artist, metric, bucket, asOf })))
  );
  const progress: TrainProgress = { done: 0, total: subjects.length, made: 0, unchanged: 0, empty: 0, failed: [] };
  const queue = subjects.values();
  const lane = async () => {
    for (const subject of queue) {
      signal?.throwIfAborted();
      try {
        const result = await refreshForecast(db, forecaster, subject, signal);
        progress[result ? (result.made ? 'made' : 'unchanged') : 'empty']++;
      } catch (error) {
        signal?.throwIfAborted();
        progress.failed.push({
          artist: subject.artist.slug,
          metric: subject.metric.name,
          bucket: subject.bucket,
          error,
        });
      }
      progress.done++;
      onProgress?.({ ...progress, failed: [...progress.failed] });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return progress;
}
