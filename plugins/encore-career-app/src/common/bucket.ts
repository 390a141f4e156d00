import { type TimeZone } from '@grafana/schema';

import { writeDate } from './dates';

export type BucketUnit = 'year' | 'quarter' | 'month' | 'week' | 'day' | 'hour' | 'instant';

/** The grain of a time column: one row a month, a week, … and the zone in which its stamps are round. */
export interface Bucket {
  unit: BucketUnit;
  /** usual distance of two rows in milliseconds; 0 for fewer than two rows */
  step: number;
  /** stamps at 00:00 UTC name a calendar date and must not shift with the viewer's zone */
  timeZone: TimeZone;
}

const DAY = 86_400_000;
const UNITS: Array<[BucketUnit, number, number]> = [
  ['hour', DAY / 24, 0.02],
  ['day', DAY, 0.1],
  ['week', 7 * DAY, 0.05],
  ['month', 30.44 * DAY, 0.1],
  ['quarter', 91.3 * DAY, 0.05],
  ['year', 365.25 * DAY, 0.02],
];

/**
 * Finds the grain of ascending times from their median distance.
 * @param times epoch milliseconds
 * @param timeZone the viewer's zone, used unless all stamps are UTC midnights of a day or more
 * @param declared the grain that the data itself names; wins over the median
 */
export function bucketOf(times: ArrayLike<number>, timeZone: TimeZone, declared?: string): Bucket {
  const gaps: number[] = [];
  for (let i = 1; i < times.length; i++) {
    gaps.push(times[i] - times[i - 1]);
  }
  gaps.sort((a, b) => a - b);
  const step = gaps.length ? gaps[gaps.length >> 1] : 0;
  const named = UNITS.find(([unit]) => unit === declared);
  const found = named ?? UNITS.find(([, length, slack]) => Math.abs(step - length) <= length * slack);
  const unit = found ? found[0] : 'instant';
  return { unit, step: step || (found ? found[1] : 0), timeZone: isCalendar(times, unit) ? 'utc' : timeZone };
}

function isCalendar(times: ArrayLike<number>, unit: BucketUnit) {
  if (unit === 'instant' || unit === 'hour') {
    return false;
  }
  for (let i = 0; i < times.length; i++) {
    if (times[i] % DAY !== 0) {
      return false;
    }
  }
  return times.length > 0;
}

/** Names the bucket that starts at a time: `Oct 2026`, `24 Oct 2026`, `Q4 2026`; long months for titles. */
export function bucketName(time: number, { unit, timeZone }: Bucket, long = false): string {
  switch (unit) {
    case 'year':
      return writeDate(time, 'year', timeZone);
    case 'quarter':
      return writeDate(time, 'quarter', timeZone);
    case 'month':
      return writeDate(time, long ? 'longMonth' : 'month', timeZone);
    case 'week':
    case 'day':
      return writeDate(time, 'day', timeZone);
    default:
      return writeDate(time, 'minute', timeZone);
  }
}
