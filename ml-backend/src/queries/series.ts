import { Type } from 'typebox';
import { noData } from '../frames/frame.ts';
import type { Notice } from '../frames/frame.ts';
import type { Bucket } from '../store/buckets.ts';
import { loadSeriesSet } from '../store/series.ts';
import type { SeriesSet } from '../store/series.ts';
import { requireArtists, requireMetric } from './lookup.ts';
import { artistsParam, asOfParam, metricsParam, platformsParam, sourceParam } from './params.ts';
import { latestFrame, longFrame, wideFrame } from './seriesFrames.ts';
import { defineQuery } from './type.ts';

export const seriesQuery = defineQuery({
  name: 'series',
  title: 'Metric over time',
  help: 'Any metric of any artists by day, week or month.',
  formats: ['timeseries', 'table', 'instant', 'alert'],
  params: Type.Object(
    {
      artists: artistsParam,
      metrics: metricsParam,
      bucket: Type.Enum(['day', 'week', 'month'], {
        title: 'By',
        description: 'Length of a bucket, in the artist’s time zone; longer ones where a panel has no room for so many',
        default: 'month',
      }),
      source: sourceParam,
      platforms: platformsParam,
      asOf: asOfParam,
    },
    { additionalProperties: false }
  ),
  frames: [
    {
      name: 'series',
      says:
        'over time one number field an artist and metric, labelled; as a table one row an artist, metric and bucket; ' +
        'as instant or for alerts one row each with the latest complete bucket. A bucket of money or audience is ' +
        'complete when every source that carried 5% of the last 12 months has reported it, or is later than usual',
      fields: [
        { name: 'time', type: 'time', says: 'start of the bucket' },
        {
          name: '<metric>',
          type: 'number',
          says: 'its value, empty where nothing is known; `value` in the other formats',
        },
        { name: 'artist', type: 'string', says: 'name in tables, slug as instant and for alerts' },
        { name: 'metric', type: 'string', says: 'title in tables, name as instant and for alerts' },
        { name: 'unit', type: 'string', says: 'currency or unit of the value, in tables' },
      ],
    },
  ],
  async run({ params, read, asOf, timeRange, maxDataPoints, format }) {
    const { bucket, source, platforms } = params;
    const metrics = params.metrics.map(requireMetric);
    const latestOnly = format === 'alert' || format === 'instant';
    const set = await read(async (tx): Promise<SeriesSet> => {
      const artists = await requireArtists(tx, params.artists);
      const subject = { artists, metrics, bucket, asOf, source, platforms };
      if (latestOnly) return loadSeriesSet(tx, subject);
      const room = Math.floor(mostValues / Math.max(1, artists.length * metrics.length));
      const mostPoints = Math.max(1, Math.min(maxDataPoints, room));
      return loadSeriesSet(tx, { ...subject, range: timeRange, mostPoints, withPartial: true });
    });
    const remarks = notices(set, bucket);
    if (set.lines.length === 0) return [noData('series', [{ severity: 'info', text: 'There are no artists yet.' }])];
    if (latestOnly) return [latestFrame(set.lines, remarks)];
    const frame = format === 'table' ? longFrame(set, remarks) : wideFrame(set, remarks);
    const nothing: Notice = { severity: 'info', text: 'Nothing is known in this time range.' };
    return [frame ?? noData('series', remarks.length ? remarks : [nothing])];
  },
});

/** Values of one answer: some 4 MB of JSON. */
const mostValues = 400_000;
const mostNotices = 8;

function notices({ lines, bucket, cutAt }: SeriesSet, asked: Bucket): Notice[] {
  const several = new Set(lines.map(({ artist }) => artist)).size > 1;
  const texts = (key: 'notices' | 'remarks') =>
    new Set(
      lines.flatMap(({ artist, series }) =>
        (series?.[key] ?? []).map((text) => (several && !text.includes(artist.name) ? `${artist.name}: ${text}` : text))
      )
    );
  const found: Notice[] = [
    ...Array.from(texts('notices'), (text) => ({ severity: 'warning' as const, text })),
    ...Array.from(texts('remarks'), (text) => ({ severity: 'info' as const, text })),
  ];
  const more = found.length - mostNotices;
  if (more > 0) found.splice(mostNotices, more, info(`… and ${more} more remarks; choose fewer artists to see them.`));
  if (cutAt !== undefined) {
    const text = `Only what came from ${new Date(cutAt).getUTCFullYear()} on is shown; there is no room for more.`;
    found.unshift({ severity: 'warning', text });
  }
  if (bucket !== asked)
    found.unshift(info(`Shown by ${bucket}, since there is no room for every ${asked}; choose a shorter time range.`));
  return found;
}

const info = (text: string): Notice => ({ severity: 'info', text });
