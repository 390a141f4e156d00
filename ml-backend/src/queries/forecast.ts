import { Type } from 'typebox';
import { badRequest } from '../errors.ts';
import { numericLong } from '../frames/alert.ts';
import type { FrameJson, Notice } from '../frames/frame.ts';
import { noData } from '../frames/frame.ts';
import type { StoredForecast } from '../serving/forecasts.ts';
import { STORED_HORIZON } from '../serving/refresh.ts';
import type { Artist } from '../store/artists.ts';
import type { Metric } from '../store/metrics.ts';
import { loadSeries } from '../store/series.ts';
import { eventsFrame } from './forecastEvents.ts';
import { forecastContract, forecastFrame, outlook } from './forecastFrame.ts';
import { requireMetric } from './lookup.ts';
import { artistParam, asOfParam, forecastBucketParam, levelsParam, metricParam } from './params.ts';
import { findOrMake } from './standingForecast.ts';
import type { ForecastCall } from './standingForecast.ts';
import { defineQuery } from './type.ts';

const quantities = ['total', 'change', 'chance_above_previous'] as const;

export const forecastQuery = defineQuery({
  name: 'forecast',
  title: 'Forecast',
  help: 'What a metric was, what is expected, and how sure that is, with the error of earlier forecasts.',
  formats: ['timeseries', 'table', 'instant', 'alert'],
  params: Type.Object(
    {
      artist: artistParam,
      metric: metricParam,
      bucket: forecastBucketParam,
      horizon: Type.Integer({
        title: 'Ahead',
        description: 'Buckets ahead: up to 24 months or 52 weeks',
        default: 12,
        minimum: 1,
        maximum: 52,
      }),
      levels: levelsParam,
      events: Type.Boolean({
        title: 'With tours and releases',
        description: 'Adds a frame of what explains the ups and downs',
        default: true,
        'x-advanced': true,
      }),
      quantity: Type.Enum([...quantities], {
        title: 'In alerts',
        description:
          'The number an alert sees: expected total, change against the same stretch before, or the chance to exceed that',
        default: 'total',
        'x-advanced': true,
      }),
      asOf: asOfParam,
    },
    { additionalProperties: false }
  ),
  frames: [
    forecastContract(
      'forecast',
      'one wide frame; meta.custom has forecastFrom, total, backtest and model; with format alert one row with the chosen quantity'
    ),
    {
      name: 'events',
      says: 'tours and releases beside the series',
      fields: [
        { name: 'time', type: 'time', says: 'start' },
        { name: 'timeEnd', type: 'time', says: 'end, empty for an instant' },
        { name: 'title', type: 'string', says: 'what it is called' },
        { name: 'kind', type: 'string', says: 'tour or release' },
        { name: 'state', type: 'string', says: 'planned, or what the timeline says' },
        { name: 'value', type: 'number', says: 'shows of a tour' },
      ],
    },
  ],
  async run(call) {
    const { params, format } = call;
    const longest = STORED_HORIZON[params.bucket];
    if (params.horizon > longest)
      throw badRequest(
        'HORIZON_TOO_LONG',
        `${params.horizon} is too far; at most ${longest} ${params.bucket}s`,
        'horizon'
      );
    if (call.fromAlert && format !== 'alert' && format !== 'instant')
      throw badRequest(
        'FORMAT_NOT_ALERTABLE',
        `a rule takes one number, and ${format} has a whole band of them; use alert`,
        'format'
      );
    const metric = requireMetric(params.metric);
    const { artist, stored, events } = await findOrMake(call, metric);
    if (format === 'alert' || format === 'instant') {
      return [alertRow(artist, metric, stored, params.horizon, params.quantity)];
    }
    if (!stored) return [noData('forecast', await reasons(call, artist, metric))];
    const frames = [forecastFrame(artist, metric, stored, { ...params, from: call.timeRange.from })];
    return events.length ? [...frames, eventsFrame(events)] : frames;
  },
});

/** Why there is no forecast: what the series itself says, e.g. that no amount can be converted, or that there is none. */
async function reasons({ read, params, asOf }: ForecastCall, artist: Artist, metric: Metric): Promise<Notice[]> {
  const series = await read((tx) => loadSeries(tx, { artist, metric, bucket: params.bucket, asOf }));
  if (series?.notices.length) return series.notices.map((text) => ({ severity: 'warning', text }));
  const text = `No ${metric.title.toLowerCase()} of ${artist.name} is known yet; import some to get a forecast.`;
  return [{ severity: 'info', text }];
}

function alertRow(
  artist: Artist,
  metric: Metric,
  stored: StoredForecast | undefined,
  horizon: number,
  quantity: (typeof quantities)[number]
): FrameJson {
  const labels = { artist: artist.slug, metric: metric.name, quantity };
  const total = stored && outlook(stored, horizon);
  if (!total) return numericLong('forecast', [{ labels, value: null }]);
  const change = total.previous ? total.mean / total.previous - 1 : null;
  const value = { total: total.mean, change, chance_above_previous: total.chanceAbovePrevious }[quantity];
  return numericLong('forecast', [{ labels, value }]);
}
