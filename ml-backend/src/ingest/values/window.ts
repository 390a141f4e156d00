import { BadValue, shorten } from './badValue.ts';

/** Days that a source can be about; what lies outside is a slip of the pen. */
export interface DateWindow {
  /** First day, `YYYY-MM-DD`. */
  from: string;
  /** So many years after today; 0: what has not come yet cannot be told. */
  yearsAhead: number;
}

/** Where a format says nothing else. */
export const usualWindow: DateWindow = { from: '1900-01-01', yearsAhead: 10 };

/** Shows are not booked further ahead. */
export const showWindow: DateWindow = { from: '1900-01-01', yearsAhead: 5 };

const dayMs = 86_400_000;

/**
 * The last day of a window.
 * @param today local date of the artist; a day more is let in, for it is tomorrow already elsewhere
 */
export function lastDayOf({ yearsAhead }: DateWindow, today: string): string {
  if (yearsAhead > 0) return `${Number(today.slice(0, 4)) + yearsAhead}${today.slice(4)}`;
  return new Date(Date.parse(`${today}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
}

/**
 * What to say of a date outside of the window, or undefined.
 * @param date `YYYY-MM` or `YYYY-MM-DD`, with whatever behind it
 * @param last as `lastDayOf` has it
 * @param text as the file writes it
 */
export function outside(date: string, window: DateWindow, last: string, text: string): BadValue | undefined {
  const length = Math.min(10, date.length);
  const day = date.slice(0, length);
  if (day >= window.from.slice(0, length) && day <= last.slice(0, length)) return undefined;
  const why =
    day < window.from
      ? `is before ${window.from}`
      : window.yearsAhead > 0
        ? `is more than ${window.yearsAhead} years ahead`
        : 'has not come yet';
  return new BadValue('IMPORT_BAD_DATE', `"${shorten(text)}" ${why}; check the year`);
}
