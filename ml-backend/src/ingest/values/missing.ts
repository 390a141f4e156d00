import type { Row } from '../format.ts';
import { BadValue } from './badValue.ts';

/** What to say of a row that lacks the value of a column it needs, or undefined. */
export function missing(row: Row, ...keys: string[]): BadValue | undefined {
  const lacks = keys.find((key) => !row[key]);
  return lacks === undefined ? undefined : new BadValue('IMPORT_MISSING_VALUE', 'must not be empty', lacks);
}

/** What to say of a day that has not come yet where only what has happened can be told, or undefined. */
export function notYet(day: string, today: string, column: string): BadValue | undefined {
  if (day.slice(0, today.length) <= today.slice(0, day.length)) return undefined;
  return new BadValue('IMPORT_BAD_DATE', `"${day}" has not come yet; today is ${today}`, column);
}

/** What to say of a month where a day is needed, or undefined. */
export function noMonth(date: Row[string], column: string): BadValue | undefined {
  if (date?.length !== 7) return undefined;
  return new BadValue('IMPORT_BAD_DATE', `"${date}" is a month; write the day, e.g. ${date}-01`, column);
}
