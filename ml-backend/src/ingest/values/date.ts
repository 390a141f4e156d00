import { BadValue, shorten } from './badValue.ts';
import type { Cell, DateOrder, Reader } from './badValue.ts';

const pad = (n: number): string => String(n).padStart(2, '0');

/** @returns `YYYY-MM-DD`, or undefined when the calendar has no such day in the years 1 to 9999 */
export function dayOf(year: number, month: number, day: number): string | undefined {
  if (!(year >= 1 && year <= 9999) || month < 1 || month > 12 || day < 1) return undefined;
  const last = new Date(0);
  last.setUTCFullYear(year, month, 0);
  if (day > last.getUTCDate()) return undefined;
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}

/** The same in the years 1800 to 2200 only. */
export const calendarDay = (year: number, month: number, day: number): string | undefined =>
  year >= 1800 && year <= 2200 ? dayOf(year, month, day) : undefined;

const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

const badDay = (text: string, write = '2024-01-31') =>
  new BadValue('IMPORT_BAD_DATE', `"${shorten(text)}" is not a date; write it as ${write}`);

/** A day as ISO 8601; a time of day behind it is dropped, because a day is the local date of what happened. */
export const isoDay: Reader = (text) => {
  const match = iso.exec(text);
  return (match && dayOf(Number(match[1]), Number(match[2]), Number(match[3]))) ?? badDay(text);
};

/** A month as ISO 8601, to its first day. */
export const isoMonth: Reader = (text) => {
  const match = /^(\d{4})-(\d{2})(?:-01)?$/.exec(text);
  return (
    (match && dayOf(Number(match[1]), Number(match[2]), 1)) ??
    new BadValue('IMPORT_BAD_DATE', `"${shorten(text)}" is not a month; write it as 2024-01`)
  );
};

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthNumber = (name: string): number => monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1;

const numeric = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;
const yearFirst = /^(\d{4})([/.])(\d{1,2})\2(\d{1,2})$/;
const dayName = /^(\d{1,2})\.?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})$/;
const nameDay = /^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})$/;
const nameMonth = /^([A-Za-z]{3,9})\.?[ -](\d{4})$/;
const yearMonth = /^(\d{4})[-/](\d{1,2})$/;

/**
 * A day or a month in any unambiguous writing.
 * `31/12/2023` and its like need `context.dateOrder`, which is decided over the whole file.
 * @returns `YYYY-MM-DD`, or `YYYY-MM` for a month
 */
export const anyDate: Reader = (text, { dateOrder }): Cell | BadValue => {
  const day = isoDay(text, emptyContext);
  if (!(day instanceof BadValue)) return day;
  return numericDate(text, dateOrder) ?? namedDate(text) ?? badDay(text);
};

const emptyContext = { now: new Date(0), today: '', currency: '', decimal: undefined, dateOrder: undefined };

function numericDate(text: string, order: DateOrder | undefined): Cell | BadValue | undefined {
  const month = yearMonth.exec(text);
  if (month) return dayOf(Number(month[1]), Number(month[2]), 1)?.slice(0, 7);
  const year = yearFirst.exec(text);
  if (year) return dayOf(Number(year[1]), Number(year[3]), Number(year[4]));
  const match = numeric.exec(text);
  if (!match) return undefined;
  const [first, second] = [Number(match[1]), Number(match[3])];
  if (!order) {
    return new BadValue(
      'IMPORT_BAD_DATE',
      `"${text}" may be read with the day or the month first; write it as 2024-01-31`
    );
  }
  return order === 'dmy' ? dayOf(Number(match[4]), second, first) : dayOf(Number(match[4]), first, second);
}

function namedDate(text: string): Cell | undefined {
  const dayFirst = dayName.exec(text);
  if (dayFirst) return dayOf(Number(dayFirst[3]), monthNumber(dayFirst[2]!), Number(dayFirst[1]));
  const nameFirst = nameDay.exec(text);
  if (nameFirst) return dayOf(Number(nameFirst[3]), monthNumber(nameFirst[1]!), Number(nameFirst[2]));
  const month = nameMonth.exec(text);
  return month ? dayOf(Number(month[2]), monthNumber(month[1]!), 1)?.slice(0, 7) : undefined;
}

/** What one date tells of the order of day and month: nothing, one order, or that it fits both. */
export function orderEvidence(text: string): DateOrder | 'both' | undefined {
  const match = numeric.exec(text);
  if (!match) return undefined;
  const [first, second] = [Number(match[1]), Number(match[3])];
  if (first > 12 && second <= 12) return 'dmy';
  if (second > 12 && first <= 12) return 'mdy';
  return first === second ? undefined : 'both';
}
