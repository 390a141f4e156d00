import { numericLong } from '../frames/alert.ts';
import type { FrameJson, Notice } from '../frames/frame.ts';
import { frame, numberField, stringField, timeField } from '../frames/frame.ts';
import type { Artist } from '../store/artists.ts';
import { addBuckets, bucketsBetween } from '../store/buckets.ts';
import type { Bucket } from '../store/buckets.ts';
import { unitOf } from '../store/metrics.ts';
import type { Metric } from '../store/metrics.ts';
import type { Line, Series, SeriesSet } from '../store/series.ts';

/**
 * One row an artist and metric with the value of the last complete bucket; metrics that are read now and then give
 * their latest reading. A sum without facts is 0: a missing row would look like a resolved alert. A sum that cannot be
 * converted is empty.
 */
export function latestFrame(lines: readonly Line[], notices: Notice[]): FrameJson {
  const rows = lines.map(({ artist, metric, series }) => ({
    labels: { artist: artist.slug, metric: metric.name },
    value: latest(metric, series),
  }));
  return numericLong('series', rows, { unit: commonUnit(lines), notices });
}

function latest({ aggregation }: Metric, series: Series | undefined): number | null {
  if (aggregation === 'sum') return series?.values.at(-1) ?? 0;
  return series?.values.findLast((value) => !Number.isNaN(value)) ?? null;
}

/** One field an artist and metric over the buckets of all; undefined when there are none. */
export function wideFrame({ lines, bucket }: SeriesSet, notices: Notice[]): FrameJson | undefined {
  const known = lines.flatMap(({ artist, metric, series }) => (series ? { artist, metric, series } : []));
  const { times, offsets } = grid(bucket, known);
  if (times.length === 0) return undefined;
  const names = uniqueNames(known);
  const fields = known.map(({ artist, metric, series }, line) => {
    const values = new Array<number | null>(times.length).fill(null);
    series.values.forEach((value, index) => (values[offsets[line]! + index] = value));
    return numberField(metric.name, values, {
      labels: { artist: names.get(artist)!, metric: metric.title },
      config: { unit: unitOf(metric, artist.currency), displayNameFromDS: lineName(known, names.get(artist)!, metric) },
    });
  });
  return frame('series', [timeField('time', times, { nullable: false }), ...fields], {
    type: 'timeseries-wide',
    typeVersion: [0, 1],
    ...(notices.length && { notices }),
  });
}

/** One row an artist, metric and bucket that is known, by time; undefined when there are none. */
export function longFrame({ lines, bucket }: SeriesSet, notices: Notice[]): FrameJson | undefined {
  const known = lines.flatMap(({ artist, metric, series }) => (series ? { artist, metric, series } : []));
  const { times, offsets } = grid(bucket, known);
  const rows = times.flatMap((time, at) =>
    known.flatMap(({ artist, metric, series }, line) => {
      const value = series.values[at - offsets[line]!];
      // A gap in a sum is a row without a value; where a level was not read, there is none.
      if (value === undefined || (Number.isNaN(value) && metric.aggregation !== 'sum')) return [];
      return { time, artist, metric, value };
    })
  );
  if (rows.length === 0) return undefined;
  const names = uniqueNames(known);
  const text = (name: string, of: (row: (typeof rows)[number]) => string) =>
    stringField(name, rows.map(of), { nullable: false });
  const unit = commonUnit(known);
  const fields = [
    timeField(
      'time',
      rows.map(({ time }) => time),
      { nullable: false }
    ),
    text('artist', ({ artist }) => names.get(artist)!),
    text('metric', ({ metric }) => metric.title),
    numberField(
      'value',
      rows.map(({ value }) => value),
      unit ? { config: { unit } } : {}
    ),
    text('unit', ({ artist, metric }) => (metric.unit === 'currency' ? artist.currency : metric.unit)),
  ];
  return frame('series', fields, {
    type: 'timeseries-long',
    typeVersion: [0, 1],
    preferredVisualisationType: 'table',
    ...(notices.length && { notices }),
  });
}

interface Known extends Line {
  series: Series;
}

/** The buckets of all lines, and at which of them each line begins. */
function grid(bucket: Bucket, lines: readonly Known[]): { times: number[]; offsets: number[] } {
  const starts = lines.flatMap(({ series }) => (series.values.length ? series.start : []));
  if (starts.length === 0) return { times: [], offsets: lines.map(() => 0) };
  const first = starts.reduce((a, b) => Math.min(a, b));
  const offsets = lines.map(({ series }) => (series.values.length ? bucketsBetween(bucket, first, series.start) : 0));
  const points = lines.reduce((most, { series }, line) => Math.max(most, offsets[line]! + series.values.length), 0);
  return { times: Array.from({ length: points }, (_, index) => addBuckets(bucket, first, index)), offsets };
}

/** The unit of all lines, undefined where they differ. */
function commonUnit(lines: readonly Line[]): string | undefined {
  const units = new Set(lines.map(({ artist, metric }) => unitOf(metric, artist.currency)));
  return units.size === 1 ? [...units][0] : undefined;
}

/** Two artists of one name are told apart by their slugs: labels must not be equal. */
function uniqueNames(lines: readonly Line[]): Map<Artist, string> {
  const artists = [...new Set(lines.map(({ artist }) => artist))];
  const counts = Map.groupBy(artists, ({ name }) => name);
  return new Map(
    artists.map((artist) => [
      artist,
      counts.get(artist.name)!.length > 1 ? `${artist.name} (${artist.slug})` : artist.name,
    ])
  );
}

/** As short as it can be without two lines of one name. */
function lineName(lines: readonly Line[], name: string, metric: Metric): string {
  const oneArtist = lines.every((line) => line.artist === lines[0]!.artist);
  const oneMetric = lines.every((line) => line.metric === metric);
  return oneArtist ? metric.title : oneMetric ? name : `${name}, ${metric.title.toLowerCase()}`;
}
