/** A local date as days since 1970-01-01. */
export type Day = number;

export const dayMs = 86_400_000;

export const ms = (day: Day): number => day * dayMs;
/** Monday is 0. */
export const weekday = (day: Day): number => (((day + 3) % 7) + 7) % 7;
export const dayOf = (year: number, month: number, date: number): Day => Date.UTC(year, month, date) / dayMs;
export const yearOf = (day: Day): number => new Date(ms(day)).getUTCFullYear();
/** January is 0. */
export const monthOf = (day: Day): number => new Date(ms(day)).getUTCMonth();
export const isoDate = (day: Day): string => new Date(ms(day)).toISOString().slice(0, 10);

/** First days of the months that hold `from` to `to`. */
export function monthsBetween(from: Day, to: Day): Day[] {
  const months: Day[] = [];
  for (let day = dayOf(yearOf(from), monthOf(from), 1); day <= to; day = nextMonth(day)) months.push(day);
  return months;
}

export const nextMonth = (first: Day, months = 1): Day => dayOf(yearOf(first), monthOf(first) + months, 1);

/** @throws RangeError for anything but YYYY-MM-DD of a real date */
export function parseDay(text: string): Day {
  const day = Date.parse(`${text}T00:00:00Z`) / dayMs;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !Number.isInteger(day) || isoDate(day) !== text) {
    throw new RangeError(`"${text}" is not a date; write it as 2026-09-30`);
  }
  return day;
}
