import { seasonLength } from './calendar.ts';
import type { Frequency, Series } from './types.ts';

/** Which kind of history it is; it decides who takes part. */
export type Regime = 'none' | 'tiny' | 'short' | 'no-season' | 'intermittent' | 'seasonal';

/** Weekly seasons need two whole years and a little more, since 52 weeks are not a year. */
const WEEKS_FOR_A_SEASON = 110;
const SEASONS = 2;
const TINY = 6;
/** Histories of one season are short even where the season is. */
const SHORT = 12;
const MOST_ZEROS = 0.3;

/** Length of the season in buckets: that of the calendar unless the series names another. */
export function periodOf({ period, frequency }: Pick<Series, 'period' | 'frequency'>): number {
  return period ?? seasonLength(frequency);
}

/** How many values a history needs before it may have a season of its own. */
export function seasonFrom(period: number, frequency: Frequency): number {
  return frequency === 'week' && period === seasonLength('week') ? WEEKS_FOR_A_SEASON : SEASONS * period;
}

/** @param values  what is known, complete */
export function regimeOf(values: Float64Array, series: Pick<Series, 'period' | 'frequency'>): Regime {
  const period = periodOf(series);
  const { length } = values;
  if (length === 0) {
    return 'none';
  }
  if (length < TINY) {
    return 'tiny';
  }
  if (isIntermittent(values, period)) {
    return 'intermittent';
  }
  if (period > 1 && length >= seasonFrom(period, series.frequency)) {
    return 'seasonal';
  }
  return length < Math.max(SHORT, Math.min(SEASONS * period, 2 * SHORT)) ? 'short' : 'no-season';
}

/** Whether more than 30% of the last two seasons are zeros; a year of buckets is needed to tell. */
export function isIntermittent(values: Float64Array, period: number): boolean {
  const recent = values.subarray(-2 * Math.max(period, 6));
  return recent.length >= SHORT && recent.filter((value) => value === 0).length > MOST_ZEROS * recent.length;
}
