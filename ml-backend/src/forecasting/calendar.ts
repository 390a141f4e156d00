import type { Frequency } from './types.ts';

const WEEK = 7 * 24 * 3600 * 1000;

/**
 * Start of the bucket `index` places after the one that starts at `start` (both 00:00 UTC, epoch milliseconds).
 * Months are calendar months, so their lengths differ.
 */
export function bucketTime(start: number, frequency: Frequency, index: number): number {
  if (frequency === 'week') {
    return start + index * WEEK;
  }
  const first = new Date(start);
  return Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + index, 1);
}

/** Buckets in a year, the season's length. */
export function seasonLength(frequency: Frequency): number {
  return frequency === 'week' ? 52 : 12;
}
