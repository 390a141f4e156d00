import { addBuckets, floorTo } from './buckets.ts';
import type { Bucket } from './buckets.ts';

/** What a source brought in one bucket. */
export interface SourceBucket {
  source: string;
  /** Start of the bucket, epoch ms. */
  bucket: number;
  /** Its size, in whatever unit all sources share. */
  amount: number;
  /** Epoch ms at which the first of it became known. */
  known: number;
}

export interface Completeness {
  /** Start of the last bucket in which all that is waited for is there. */
  complete: number;
  /** Start of the last bucket that holds anything. */
  longest: number;
  /** What to say of sources that end early when the series stops at `complete`. */
  leftOut: string[];
  /** The same when it goes on to `longest`: which are as late as usual, and which are missing. */
  late: string[];
  missing: string[];
}

/** A source that carried less of the last 12 months is never waited for. */
const leastShare = 0.05;
/** How much of its usual lateness a source is granted. */
const patience = 0.9;
const lagsOf = 24;
const day = 86_400_000;
/** Longer than a quarterly statement takes that is paid 45 days after the quarter. */
const longestWait = 150 * day;

/**
 * How far a total over several sources is complete: to the end of the source that is waited for and ends first. A source
 * is waited for when it carried at least 5% of the last 12 months (by absolute amount) and is not overdue. It is overdue
 * when it has been silent for longer than its usual pause between two buckets and its usual lateness together, each so
 * long that nine in ten of its last 24 stayed within it, lateness 150 days at most. Sources that end early and are not
 * waited for are named, once they are overdue.
 * @param rows   in any order, at least one
 * @param until  epoch ms up to which the data tell a story: 00:00 UTC of the local date
 * @param latest the last bucket that may be shown
 */
export function completeThrough(
  rows: readonly SourceBucket[],
  bucket: Bucket,
  until: number,
  latest: number
): Completeness {
  const newest = rows.reduce((max, row) => Math.max(max, row.bucket), -Infinity);
  const longest = Math.min(latest, newest);
  const sources = judge(rows, bucket, until, newest);
  const holding = sources.filter(({ share, through, overdue }) => share >= leastShare && !overdue && through < longest);
  const complete = Math.min(longest, ...holding.map(({ through }) => through));
  const heldBack = holding.map((source) => `${said(source, bucket)}; later ${bucket}s are not complete`);
  const behind = sources
    .filter((source) => !holding.includes(source) && source.overdue && source.share > 0)
    .map((source) => ({ end: source.end, text: `${said(source, bucket)}; later ${bucket}s are without them` }));
  const lacking = (last: number) => behind.filter(({ end }) => end < last).map(({ text }) => text);
  return {
    complete,
    longest,
    leftOut: [...heldBack.map((text) => `${text} and are left out`), ...lacking(complete)],
    late: heldBack,
    missing: lacking(longest),
  };
}

function said({ source, end, share, lag }: Judged, bucket: Bucket): string {
  const usually = `usually within ${Math.ceil(lag / day)} days`;
  const part = `${Math.max(1, Math.round(share * 100))}% of the last 12 months`;
  return `Statements from ${source} end ${label(bucket, end)} (${part}, ${usually})`;
}

interface Judged {
  source: string;
  share: number;
  /** Its last bucket, and the last one that it can be judged by: none before is still to come. */
  end: number;
  through: number;
  lag: number;
  overdue: boolean;
}

function judge(rows: readonly SourceBucket[], bucket: Bucket, until: number, newest: number): Judged[] {
  const yearBefore = addBuckets('month', floorTo('month', newest), -11);
  const recent = rows.filter((row) => row.bucket >= yearBefore);
  const total = recent.reduce((sum, { amount }) => sum + Math.abs(amount), 0);
  return [...Map.groupBy(rows, ({ source }) => source)].map(([source, list]) => {
    const known = firstKnown(list);
    const starts = [...known.keys()].sort((a, b) => a - b);
    const end = starts.at(-1)!;
    const lags = starts.slice(-lagsOf).map((start) => Math.max(0, known.get(start)! - addBuckets(bucket, start, 1)));
    const lag = Math.min(longestWait, quantile(lags, patience));
    const pause = quantile(
      starts.slice(-lagsOf).flatMap((start, i, all) => (i ? start - all[i - 1]! : [])),
      patience
    );
    const due = addBuckets(bucket, floorTo(bucket, until - lag), -1);
    const amount = list.reduce((sum, row) => sum + (row.bucket >= yearBefore ? Math.abs(row.amount) : 0), 0);
    return {
      source,
      share: total ? amount / total : 0,
      end,
      through: Math.max(end, due),
      lag,
      overdue: until > addBuckets(bucket, end, 1) + lag + pause,
    };
  });
}

function firstKnown(rows: readonly SourceBucket[]): Map<number, number> {
  const known = new Map<number, number>();
  for (const row of rows) known.set(row.bucket, Math.min(row.known, known.get(row.bucket) ?? Infinity));
  return known;
}

/** The smallest value that at least this share of the values does not exceed; 0 of none. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
}

const label = (bucket: Bucket, start: number) =>
  new Date(start).toISOString().slice(0, bucket === 'day' || bucket === 'week' ? 10 : 7);
