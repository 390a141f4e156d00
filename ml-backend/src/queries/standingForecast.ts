import { currentForecast, forgetForecasts } from '../serving/forecasts.ts';
import type { ForecastBucket, StoredForecast } from '../serving/forecasts.ts';
import { Recent } from '../serving/recent.ts';
import { refreshForecast } from '../serving/refresh.ts';
import type { Artist } from '../store/artists.ts';
import { floorTo } from '../store/buckets.ts';
import type { TenantTx } from '../store/connection.ts';
import type { Metric } from '../store/metrics.ts';
import type { ForecastEvent } from './forecastEvents.ts';
import { forgetEvents, loadEvents, recentEvents } from './forecastEvents.ts';
import { requireArtist, requireMetric } from './lookup.ts';
import type { QueryCall } from './type.ts';

export interface Found {
  artist: Artist;
  stored: StoredForecast | undefined;
  events: ForecastEvent[];
}

export type ForecastCall = QueryCall<{
  artist: string;
  bucket: ForecastBucket;
  events: boolean;
}>;

const standing = new Recent<Found>(1_000);
const artists = new Recent<Artist>(1_000);

/** Answers from the database again. */
export function forgetForecastAnswers(): void {
  standing.clear();
  artists.clear();
  forgetEvents();
  forgetForecasts();
}

/** Metric, artist and forecast that the parameters name, without the events beside it. */
export async function askedForecast(
  call: QueryCall<{ artist: string; metric: string; bucket?: ForecastBucket }>
): Promise<{ metric: Metric; artist: Artist; stored: StoredForecast | undefined }> {
  const { artist, bucket } = call.params;
  const metric = requireMetric(call.params.metric);
  return { metric, ...(await standingForecast(call, artist, metric, bucket)) };
}

/** The forecast of an artist's metric, without the events beside it. */
export const standingForecast = (call: QueryCall, artist: string, metric: Metric, bucket: ForecastBucket = 'month') =>
  findOrMake({ ...call, params: { artist, bucket, events: false } }, metric);

/** What stands now, from memory where it was asked for a moment ago. */
export async function findOrMake(call: ForecastCall, metric: Metric): Promise<Found> {
  const { params, tenantId, now, timeRange } = call;
  if (isLookBack(call)) return askStore(call, metric);
  const since = showsEvents(call) ? floorTo('day', timeRange.from) : '';
  const key = [tenantId, params.artist, metric.name, params.bucket, since].join('|');
  const recent = standing.get(key, now.getTime());
  if (recent) return recent;
  const found = await askStore(call, metric);
  if (found.stored) standing.set(key, found, now.getTime());
  return found;
}

/** The forecast on store; computed now only for a look back or a subject that was never asked for. */
async function askStore(call: ForecastCall, metric: Metric): Promise<Found> {
  const { params, read, asOf, tenantId, services } = call;
  const lookBack = isLookBack(call);
  const found = await read(async (tx): Promise<Found> => {
    const artist = await recentArtist(tx, params.artist, call.now);
    const subject = { artistId: artist.artistId, metric: metric.name, bucket: params.bucket };
    const stored = lookBack ? undefined : await currentForecast(tx, subject);
    return { artist, stored, events: stored ? await wantedEvents(tx, call, stored) : [] };
  });
  if (found.stored) return found;
  const request = { tenantId, artist: found.artist, metric, bucket: params.bucket, asOf, lookBack };
  const stored = (await refreshForecast(services.db, services.forecaster, request))?.stored;
  return { artist: found.artist, stored, events: stored ? await read((tx) => wantedEvents(tx, call, stored)) : [] };
}

// An alert rule asks about a moment that is some seconds old when the question arrives.
const presentMs = 60_000;

/** Whether a moment is asked about that is past: what stands now was not known then. */
export const isLookBack = ({ asOf, now }: Pick<QueryCall, 'asOf' | 'now'>): boolean =>
  asOf.getTime() < now.getTime() - presentMs;

/** Under what effects are kept: the facts that are forecast, and in a look back its moment, which bounds all others. */
export const knowledgeKey = (
  { tenantId, asOf, now }: Pick<QueryCall, 'tenantId' | 'asOf' | 'now'>,
  { artistId, metric, factsKey }: StoredForecast
): string => [tenantId, artistId, metric, factsKey, isLookBack({ asOf, now }) ? asOf.getTime() : 'now'].join('|');

async function recentArtist(tx: TenantTx, slug: string, now: Date): Promise<Artist> {
  const key = `${tx.tenantId}|${slug}`;
  const known = artists.get(key, now.getTime());
  if (known) return known;
  const artist = await requireArtist(tx, slug);
  artists.set(key, artist, now.getTime());
  return artist;
}

const showsEvents = ({ params, format }: ForecastCall): boolean =>
  params.events && format !== 'alert' && format !== 'instant';

async function wantedEvents(tx: TenantTx, call: ForecastCall, stored: StoredForecast): Promise<ForecastEvent[]> {
  const { timeRange, asOf } = call;
  if (!showsEvents(call)) return [];
  return isLookBack(call)
    ? loadEvents(tx, stored, timeRange.from, asOf)
    : recentEvents(tx, stored, timeRange.from, asOf);
}
