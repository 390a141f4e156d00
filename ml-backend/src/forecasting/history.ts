import { seasonLength } from './calendar.ts';
import type { Series } from './types.ts';

/** Older buckets say little about the next year and cost time. */
const LONGEST_IN_SEASONS = { month: 25, week: 6 };

/** A run of zeros shorter than this at the start is trade as usual, a longer one is the time before the first sale. */
const LEADING_ZEROS = 3;
/** Above this share of zeros a series sells now and then, and a longer wait at the start is no other time. */
const USUAL_ZEROS = 0.3;
/** Whether zeros are usual can't be told from fewer values. */
const FEWEST_AFTER = 12;

/** What was known at one origin, made ready for the members. */
export interface History {
  /** Finite values, oldest first, gaps filled from what lies before the origin. */
  values: Float64Array;
  /** Index in the series of values[0]. */
  first: number;
  /** Buckets between the last value and the origin whose values had not come in: steps to skip. */
  late: number;
  missing: number;
  leadingZeros: number;
}

/**
 * The part of a series that an origin may see.
 * @param end  number of buckets before the origin; later values are never read
 */
export function historyAt(series: Series, end: number): History {
  const { values } = series;
  let last = end;
  while (last > 0 && !Number.isFinite(values[last - 1])) {
    last--;
  }
  let first = 0;
  while (first < last && !Number.isFinite(values[first])) {
    first++;
  }
  const leadingZeros = countLeadingZeros(values, first, last);
  first += leadingZeros;
  const season = seasonLength(series.frequency);
  first = Math.max(first, last - LONGEST_IN_SEASONS[series.frequency] * season);
  while (first < last && !Number.isFinite(values[first])) {
    first++;
  }
  const seen = values.slice(first, last);
  const missing = fillGaps(seen, season, series.nonNegative);
  return { values: seen, first, late: last === 0 ? 0 : end - last, missing, leadingZeros };
}

/** Zeros before the first sale; none where zeros are usual after it as well. */
function countLeadingZeros(values: Float64Array, first: number, last: number): number {
  let start = first;
  while (start < last && !(Math.abs(values[start]!) > 0)) {
    start++;
  }
  const zeros = values.subarray(start, last).filter((value) => value === 0).length;
  return start - first >= LEADING_ZEROS && last - start >= FEWEST_AFTER && zeros <= USUAL_ZEROS * (last - start)
    ? start - first
    : 0;
}

/** Fills gaps in place on the line between the neighbours, bent as the same buckets of the year before were. */
function fillGaps(values: Float64Array, season: number, nonNegative: boolean): number {
  let filled = 0;
  for (let gap = 1; gap < values.length; gap++) {
    if (Number.isFinite(values[gap])) {
      continue;
    }
    const left = gap - 1;
    let right = gap;
    while (!Number.isFinite(values[right])) {
      right++;
    }
    for (let at = gap; at < right; at++) {
      const bend =
        at - season - 1 >= 0 ? values[at - season]! - line(values, left - season, right - season, at - season) : 0;
      const value = line(values, left, right, at) + (Number.isFinite(bend) ? bend : 0);
      values[at] = nonNegative ? Math.max(0, value) : value;
      filled++;
    }
  }
  return filled;
}

function line(values: Float64Array, left: number, right: number, at: number): number {
  return values[left]! + ((values[right]! - values[left]!) * (at - left)) / (right - left);
}
