import type { Artist } from './artists.ts';
import { dataAsOf } from './asOf.ts';
import { addBuckets, buckets, bucketsBetween, floorTo, localMidnight } from './buckets.ts';
import type { Bucket } from './buckets.ts';
import { completeThrough } from './completeness.ts';
import type { TenantTx } from './connection.ts';
import type { Metric } from './metrics.ts';
import { loadRatesInto, rateAt } from './money.ts';
import type { Rates } from './money.ts';
import { carryOn } from './seriesCarry.ts';
import { loadCells } from './seriesCells.ts';
import type { Cell, CellRequest } from './seriesCells.ts';
import { unconvertedNotices } from './unconverted.ts';

/** A regular series: value i belongs to the bucket that starts i buckets after `start`; NaN = not known. */
export interface Series {
  start: number;
  values: Float64Array;
  bucket: Bucket;
  /** What is left out and what to do about it. */
  notices: string[];
  /** What is as usual and good to know: statements that are still to come. */
  remarks: string[];
}

export interface SeriesRequest extends CellRequest {
  /** Keep the running bucket and what is not complete at the end; forecasts and alerts leave it out. */
  withPartial?: boolean;
  /** Epoch ms: only buckets that start in this range. */
  range?: { from: number; to: number };
  /** A finer bucket than this allows becomes coarser; what even years do not fit is cut at the start. */
  mostPoints?: number;
}

export interface Line {
  artist: Artist;
  metric: Metric;
  /** Undefined when there is no fact. */
  series: Series | undefined;
}

export interface SeriesSet {
  /** As asked for, or coarser where that was too many points. */
  bucket: Bucket;
  /** Every artist with every metric, in the order of the request. */
  lines: Line[];
  /** Start of the first bucket that is shown where older ones are cut off. */
  cutAt: number | undefined;
}

/** One metric of one artist, as `loadSeriesSet` gives it, all buckets that are complete. */
export async function loadSeries(
  tx: TenantTx,
  { artist, metric, ...rest }: Omit<SeriesRequest, 'artists' | 'metrics'> & { artist: Artist; metric: Metric }
): Promise<Series | undefined> {
  const { lines } = await loadSeriesSet(tx, { ...rest, artists: [artist], metrics: [metric] });
  return lines[0]?.series;
}

/**
 * Metrics of artists by bucket, as known at `asOf`, with a handful of statements however many artists there are.
 * Sums are 0 between the first and the last known bucket, and NaN where there are amounts and no exchange rate for any
 * of them; other metrics are NaN where nothing was read, and the last readings of platforms are carried on (`carryOn`)
 * before they add up. Facts that are coarser than the bucket are left out. What is
 * left out is named in the line's notices. Where a total over several sources ends: `completeThrough`.
 */
export async function loadSeriesSet(tx: TenantTx, request: SeriesRequest): Promise<SeriesSet> {
  const { artists, metrics, asOf, mostPoints = Infinity } = request;
  const until = await dataAsOf(tx, artists, asOf);
  let rates: Rates[] | undefined;
  for (let at = buckets.indexOf(request.bucket); ; at++) {
    const bucket = buckets[at]!;
    const cells = await loadCells(tx, { ...request, bucket });
    rates ??= await ratesFor(tx, artists, cells);
    const byLine = Map.groupBy(cells, ({ artistId, metric }) => `${artistId}|${metric}`);
    const plans = artists.flatMap((artist, index) =>
      metrics.map((metric) => {
        const own = byLine.get(`${artist.artistId}|${metric.name}`) ?? [];
        return plan(artist, metric, own, rates![index]!, until.get(artist.artistId) ?? asOf, { ...request, bucket });
      })
    );
    const first = Math.min(...plans.flatMap(({ start, end }) => (start <= end ? start : [])));
    const last = Math.max(...plans.flatMap(({ start, end }) => (start <= end ? end : [])));
    const points = Number.isFinite(first) ? bucketsBetween(bucket, first, last) + 1 : 0;
    if (points > mostPoints && at + 1 < buckets.length) continue;
    const cutAt = points > mostPoints ? addBuckets(bucket, last, 1 - mostPoints) : undefined;
    const lines = plans.map(({ artist, metric, ...rest }) => ({
      artist,
      metric,
      series: fill(artist, metric, { ...rest, start: Math.max(rest.start, cutAt ?? rest.start) }, bucket),
    }));
    return { bucket, lines, cutAt };
  }
}

interface Plan {
  artist: Artist;
  metric: Metric;
  /** First and last bucket; `end` before `start` when there is none. */
  start: number;
  end: number;
  cells: Converted[];
  notices: string[];
  remarks: string[];
}

/** `value` is in the artist's currency, undefined where no rate is known. */
type Converted = Omit<Cell, 'value'> & { value: number | undefined };

function plan(
  artist: Artist,
  metric: Metric,
  all: Cell[],
  rates: Rates,
  until: Date,
  { bucket, range, withPartial }: SeriesRequest
): Plan {
  const cells = all.flatMap((cell) => (cell.coarse ? [] : convert(cell, artist, bucket, rates)));
  const notices: string[] = [];
  const remarks: string[] = [];
  if (cells.length < all.length) {
    notices.push(
      `${metric.title} of ${artist.name} has monthly statements, which are never spread over ${bucket}s; choose the bucket "month" to see them`
    );
  }
  if (cells.length === 0) return { artist, metric, start: 0, end: -Infinity, cells, notices, remarks };
  const ended = localMidnight(new Date(until.getTime() + 1000), artist.timeZone);
  const running = floorTo(bucket, localMidnight(until, artist.timeZone));
  const isOver = ended >= addBuckets(bucket, running, 1);
  const latest = isOver || withPartial ? running : addBuckets(bucket, running, -1);
  let start = cells[0]!.bucket;
  let end = latest;
  // A statement or a reading may be late; shows and practice are known to where the data end.
  if (metric.from.table === 'ledger_entry' || metric.from.table === 'audience_reading') {
    const { complete, longest, leftOut, late, missing } = completeThrough(cells.map(sizeOf), bucket, ended, latest);
    end = withPartial ? longest : complete;
    notices.push(...(withPartial ? missing : leftOut));
    remarks.push(...(withPartial ? late : []));
  }
  if (range) {
    const inRange = floorTo(bucket, range.from);
    start = Math.max(start, inRange < range.from ? addBuckets(bucket, inRange, 1) : inRange);
    end = Math.min(end, floorTo(bucket, range.to));
  }
  return { artist, metric, start, end, cells, notices, remarks };
}

const sizeOf = ({ source, bucket, value = 0, known }: Converted) => ({ source, bucket, amount: value, known });

function convert({ value, ...cell }: Cell, { currency }: Artist, bucket: Bucket, rates: Rates): Converted {
  if (cell.currency === null || cell.currency === currency) return { ...cell, value };
  const rate = rateAt(rates, cell.currency, addBuckets(bucket, cell.bucket, 1) - 1);
  return { ...cell, value: rate === undefined ? undefined : value * rate };
}

function fill(
  artist: Artist,
  metric: Metric,
  { start, end, cells, notices, remarks }: Omit<Plan, 'artist' | 'metric'>,
  bucket: Bucket
): Series | undefined {
  if (cells.length === 0 && notices.length === 0) return undefined;
  const length = end < start ? 0 : bucketsBetween(bucket, start, end) + 1;
  const values = new Float64Array(length).fill(metric.aggregation === 'sum' ? 0 : NaN);
  const weights = new Float64Array(length);
  const lacking = new Map<string, Set<number>>();
  const whole = metric.aggregation === 'last' ? carryOn(cells) : cells;
  for (const { bucket: at, value, weight, currency } of whole) {
    if (at < start || at > end) continue;
    const index = bucketsBetween(bucket, start, at);
    if (value === undefined) lacking.set(currency!, (lacking.get(currency!) ?? new Set()).add(at));
    else add(values, weights, index, value, weight, metric);
  }
  const empty = [...new Set([...lacking.values()].flatMap((starts) => [...starts]))]
    .map((at) => bucketsBetween(bucket, start, at))
    .filter((index) => weights[index] === 0);
  for (const index of empty) values[index] = NaN;
  const unconverted = { buckets: lacking, empty: empty.length };
  return {
    start,
    values,
    bucket,
    remarks,
    notices: [...notices, ...unconvertedNotices(metric.title, artist.currency, bucket, unconverted)],
  };
}

/** Means of several currencies or sources in one bucket make one mean, each by its weight; the rest adds up. */
function add(
  values: Float64Array,
  weights: Float64Array,
  index: number,
  value: number,
  weight: number,
  metric: Metric
) {
  const before = weights[index]!;
  const known = before ? values[index]! : 0;
  weights[index] = before + weight;
  values[index] = metric.aggregation === 'mean' ? (known * before + value * weight) / (before + weight) : known + value;
}

/** Rates into each artist's currency; artists of one currency share them. */
async function ratesFor(tx: TenantTx, artists: readonly Artist[], cells: readonly Cell[]): Promise<Rates[]> {
  const currencies = cells.flatMap(({ currency }) => currency ?? []);
  const byQuote = await loadRatesInto(
    tx,
    currencies,
    artists.map(({ currency }) => currency)
  );
  return artists.map(({ currency }) => byQuote.get(currency)!);
}
