import { Type } from 'typebox';
import { numericLong } from '../frames/alert.ts';
import type { Field, FrameJson, Notice } from '../frames/frame.ts';
import { frame, noData, numberField, timeField } from '../frames/frame.ts';
import type { Artist } from '../store/artists.ts';
import { addBuckets } from '../store/buckets.ts';
import type { Bucket } from '../store/buckets.ts';
import type { TenantTx } from '../store/connection.ts';
import type { Metric } from '../store/metrics.ts';
import { unitOf } from '../store/metrics.ts';
import { loadSeries } from '../store/series.ts';
import type { Series } from '../store/series.ts';
import { requireArtists, requireMetric } from './lookup.ts';
import { artistsParam, asOfParam, metricsParam } from './params.ts';
import { defineQuery } from './type.ts';

interface Line {
  artist: Artist;
  metric: Metric;
  series: Series;
}

export const seriesQuery = defineQuery({
  name: 'series',
  title: 'Metric over time',
  help: 'Any metric of any artists by day, week or month.',
  alertable: true,
  params: Type.Object(
    {
      artists: artistsParam,
      metrics: metricsParam,
      bucket: Type.Enum(['day', 'week', 'month'], {
        title: 'By',
        description: 'Length of a bucket, in the artist’s time zone',
        default: 'month',
      }),
      source: Type.Optional(
        Type.String({
          title: 'Source',
          description: 'Only what this importer brought, e.g. distrokid',
          maxLength: 60,
          pattern: '^[^\\u0000]*$',
          'x-advanced': true,
        })
      ),
      asOf: asOfParam,
    },
    { additionalProperties: false }
  ),
  frames: [
    {
      name: 'series',
      says: 'wide: one number field an artist and metric, labelled; with format alert one row each with the latest complete value',
      fields: [
        { name: 'time', type: 'time', says: 'start of the bucket' },
        { name: '<metric>', type: 'number', says: 'its value, empty where nothing is known' },
      ],
    },
  ],
  async run({ params, read, asOf, timeRange, format }) {
    const latestOnly = format === 'alert' || format === 'instant';
    const lines = await read((tx) => loadLines(tx, params, asOf, latestOnly));
    return [latestOnly ? latest(lines) : wide(lines, timeRange)];
  },
});

interface LineRequest {
  artists: string[];
  metrics: string[];
  bucket: Bucket;
  source?: string;
}

async function loadLines(
  tx: TenantTx,
  { artists, metrics, bucket, source }: LineRequest,
  asOf: Date,
  latestOnly: boolean
): Promise<Line[]> {
  const lines: Line[] = [];
  for (const artist of await requireArtists(tx, artists)) {
    for (const metric of metrics.map(requireMetric)) {
      const series = await loadSeries(tx, { artist, metric, bucket, asOf, source, withPartial: !latestOnly });
      if (series) lines.push({ artist, metric, series });
      else if (latestOnly)
        lines.push({ artist, metric, series: { start: 0, values: new Float64Array(0), bucket, notices: [] } });
    }
  }
  return lines;
}

/** A metric without facts counts 0 when it is a sum: a missing row would look like a resolved alert. */
function latest(lines: Line[]): FrameJson {
  if (lines.length === 0) return noData('series');
  const rows = lines.map(({ artist, metric, series }) => ({
    labels: { artist: artist.slug, metric: metric.name },
    value: series.values.findLast((value) => !Number.isNaN(value)) ?? (metric.aggregation === 'sum' ? 0 : null),
  }));
  return numericLong('series', rows);
}

function wide(lines: Line[], { from, to }: { from: number; to: number }): FrameJson {
  const notices: Notice[] = lines.flatMap(({ series }) =>
    series.notices.map((text) => ({ severity: 'warning' as const, text }))
  );
  const times = [...new Set(lines.flatMap(({ series }) => starts(series)))]
    .filter((time) => time >= from && time <= to)
    .sort((a, b) => a - b);
  if (times.length === 0)
    return noData(
      'series',
      notices.length ? notices : [{ severity: 'info', text: 'Nothing is known in this time range.' }]
    );
  const fields = lines.map(({ artist, metric, series }): Field => {
    const known = new Map(starts(series).map((time, index) => [time, series.values[index]!]));
    return numberField(
      metric.name,
      times.map((time) => known.get(time) ?? null),
      {
        labels: { artist: artist.name, metric: metric.title },
        config: { unit: unitOf(metric, artist.currency), displayNameFromDS: lineName(lines, artist, metric) },
      }
    );
  });
  return frame('series', [timeField('time', times, { nullable: false }), ...fields], {
    type: 'timeseries-wide',
    typeVersion: [0, 1],
    ...(notices.length && { notices }),
  });
}

const starts = ({ start, values, bucket }: Series): number[] =>
  Array.from(values, (_, index) => addBuckets(bucket, start, index));

/** As short as it can be without two lines of one name. */
function lineName(lines: Line[], artist: Artist, metric: Metric): string {
  const oneArtist = lines.every((line) => line.artist === artist);
  const oneMetric = lines.every((line) => line.metric === metric);
  return oneArtist ? metric.title : oneMetric ? artist.name : `${artist.name}, ${metric.title.toLowerCase()}`;
}
