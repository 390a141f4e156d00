import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

export type Bucket = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** From fine to coarse. */
export const buckets: readonly Bucket[] = ['day', 'week', 'month', 'quarter', 'year'];

const months = { month: 1, quarter: 3, year: 12 } as const;

/**
 * Start of the bucket of a fact as epoch ms of 00:00 UTC of the local date: instants are read in the artist's
 * time zone, days and months are local dates already.
 * @param timeZone a column with the artist's zone
 */
export const bucketStart = (bucket: Bucket, timeZone: string): RawBuilder<number> => sql<number>`
  extract(epoch FROM date_trunc(${sql.lit(bucket)}, CASE WHEN grain = 'instant'
    THEN occurred_at AT TIME ZONE ${sql.ref(timeZone)} ELSE occurred_at AT TIME ZONE 'UTC' END))::float8 * 1000`;

const day = 86_400_000;

/** The start of the bucket that holds `time` (epoch ms, UTC); weeks begin on Monday. */
export function floorTo(bucket: Bucket, time: number): number {
  const date = new Date(time);
  if (isInMonths(bucket)) {
    const month = date.getUTCMonth();
    return Date.UTC(date.getUTCFullYear(), month - (month % months[bucket]), 1);
  }
  const midnight = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
  return bucket === 'day' ? midnight : midnight - ((date.getUTCDay() + 6) % 7) * day;
}

/** The bucket start `steps` buckets after a bucket start. */
export function addBuckets(bucket: Bucket, start: number, steps: number): number {
  if (!isInMonths(bucket)) return start + steps * day * (bucket === 'week' ? 7 : 1);
  const date = new Date(start);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + steps * months[bucket], 1);
}

/** How many buckets lie between two bucket starts. */
export function bucketsBetween(bucket: Bucket, from: number, to: number): number {
  if (!isInMonths(bucket)) return Math.round((to - from) / (day * (bucket === 'week' ? 7 : 1)));
  const a = new Date(from);
  const b = new Date(to);
  return ((b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth()) / months[bucket];
}

const isInMonths = (bucket: Bucket): bucket is keyof typeof months => bucket in months;

/** The local calendar date of an instant, as epoch ms of 00:00 UTC of that date. */
export function localMidnight(time: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(time);
  return Date.parse(`${parts}T00:00:00Z`);
}
