import type { Field, FrameJson, Notice } from '../frames/frame.ts';
import { frame, numberField, timeField } from '../frames/frame.ts';
import type { StoredForecast } from '../serving/forecasts.ts';
import { chanceAbove, readStored } from '../serving/read.ts';
import type { Artist } from '../store/artists.ts';
import { addBuckets } from '../store/buckets.ts';
import type { Metric } from '../store/metrics.ts';
import { unitOf } from '../store/metrics.ts';
import type { FrameContract } from './type.ts';

/** The level at which the range of the total is told: "4 in 5". */
const totalLevel = 80;

interface Wanted {
  bucket: 'week' | 'month';
  horizon: number;
  levels: number[];
  /** Epoch ms; earlier history is left out. */
  from: number;
}

/** What the catalogue tells of a wide frame of history and forecast. */
export const forecastContract = (name: string, says: string, more: FrameContract['fields'] = []): FrameContract => ({
  name,
  says,
  fields: [
    { name: 'time', type: 'time', says: 'start of the bucket' },
    { name: 'actual', type: 'number', says: 'what happened, empty in the future' },
    { name: 'mean', type: 'number', says: 'what is expected, empty in the past' },
    { name: 'lower', type: 'number', says: 'lower end of the band with label level' },
    { name: 'upper', type: 'number', says: 'upper end of the band with label level' },
    ...more,
  ],
});

/** History and forecast in one wide frame, as the panel and any other reader take it. */
export function forecastFrame(
  artist: Artist,
  metric: Metric,
  stored: StoredForecast,
  { bucket, horizon, levels, from }: Wanted
): FrameJson {
  const forecast = readStored(
    stored,
    horizon,
    [...levels].sort((a, b) => a - b)
  );
  const past = historySince(stored, from);
  const future = Array.from(forecast.times);
  const before = new Array<null>(past.times.length).fill(null);
  const after = new Array<null>(future.length).fill(null);
  const unit = unitOf(metric, artist.currency);
  const ahead = (name: string, values: Float64Array, displayName: string, labels?: Record<string, string>): Field =>
    numberField(name, [...before, ...values], {
      config: { unit, displayNameFromDS: displayName },
      ...(labels && { labels }),
    });
  const fields = [
    timeField('time', [...past.times, ...future], { nullable: false }),
    numberField('actual', [...past.values, ...after], {
      config: { unit, displayNameFromDS: metric.title },
    }),
    ahead('mean', forecast.mean, 'Expected'),
    ...forecast.bounds.flatMap(({ level, lower, upper }) => [
      ahead('lower', lower, `${level}% lower`, { level: String(level) }),
      ahead('upper', upper, `${level}% upper`, { level: String(level) }),
    ]),
  ];
  return frame('forecast', fields, {
    type: 'timeseries-wide',
    typeVersion: [0, 1],
    notices: notices(stored),
    preferredVisualisationPluginId: 'encore-predictionconfidence-panel',
    custom: {
      encore: 'forecast',
      subject: artist.name,
      metric: metric.title,
      unit,
      nonNegative: metric.nonNegative,
      bucket,
      forecastFrom: stored.asOfBucket,
      asOf: stored.asOfBucket - 1,
      total: metric.aggregation === 'sum' ? outlook(stored, horizon) : undefined,
      backtest: backtest(stored, bucket),
      model: forecast.model,
    },
  });
}

/** History from `from` (epoch ms) on; the last known value stays whatever the range, since the bands begin there. */
export function historySince(
  { history, historyFrom, bucket }: StoredForecast,
  from: number
): { times: number[]; values: Float64Array } {
  const starts = Array.from(history, (_, index) => addBuckets(bucket, historyFrom, index));
  const visible = starts.findIndex((time) => time >= from);
  const first = visible < 0 ? starts.length - 1 : visible;
  return { times: starts.slice(first), values: history.subarray(first) };
}

export interface Outlook {
  horizon: number;
  /** What is expected of the sum: half of the futures bring more. */
  mean: number;
  level: number;
  lower: number;
  upper: number;
  /** The sum over as many buckets just before, null when the history is shorter than that. */
  previous: number | null;
  chanceAbovePrevious: number | null;
}

/** The sum over the horizon, from the same sample paths as the bands. */
export function outlook(stored: StoredForecast, horizon: number): Outlook | undefined {
  const { total } = readStored(stored, horizon, [totalLevel]);
  const range = total?.bounds[0];
  if (!total || !range) return undefined;
  const last = stored.history.subarray(Math.max(0, stored.history.length - horizon));
  const known = last.length === horizon && !last.some(Number.isNaN);
  const previous = known ? last.reduce((sum, value) => sum + value, 0) : null;
  return {
    horizon,
    mean: total.median,
    level: totalLevel,
    lower: range.lower,
    upper: range.upper,
    previous,
    chanceAbovePrevious: previous === null ? null : chanceAbove(total, previous),
  };
}

function backtest({ forecast, historyFrom }: StoredForecast, bucket: 'week' | 'month') {
  const { n, mase, error, naiveError, coverage, level, points } = forecast.backtest;
  // Two seasons make the first origin that a season can be learnt for.
  if (n === 0) return { n, from: addBuckets(bucket, historyFrom, bucket === 'month' ? 24 : 104) };
  return {
    n,
    mase: orNull(mase),
    error: orNull(error),
    naiveError: orNull(naiveError),
    coverage: orNull(coverage),
    level,
    points,
  };
}

const orNull = (value: number) => (Number.isFinite(value) ? value : null);

function notices({ forecast, seriesNotices }: StoredForecast): Notice[] {
  return [
    ...seriesNotices.map((text) => ({ severity: 'warning' as const, text })),
    ...forecast.notices.map(({ severity, text }) => ({ severity, text })),
  ];
}
