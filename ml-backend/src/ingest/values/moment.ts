import { BadValue, shorten } from './badValue.ts';
import type { Reader } from './badValue.ts';
import { dayOf, isoDay } from './date.ts';

const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})(?:,? (\d{1,2}):(\d{2})(?::(\d{2}))? ?([ap]m)?)?$/i;
const named = /^(?:[A-Za-z]{3}, )?(\d{1,2}) ([A-Za-z]{3}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/;
const iso = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?: ?UTC|Z)?$/;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A moment in UTC: `10/1/25 1:02am` (month first), `04 Jan 2021 23:22:11 GMT` or `2021-01-04 23:22`.
 * @returns `YYYY-MM-DD HH:MM:SS`, or `YYYY-MM-DD` where the text has no time of day
 */
export const utcMoment: Reader = (text, context) => {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? isoDay(text, context) : undefined;
  return (
    day ??
    fromSlashes(text) ??
    fromName(text) ??
    fromIso(text) ??
    new BadValue('IMPORT_BAD_DATE', `"${shorten(text)}" is not a date with a time; write it as 2024-01-31 18:30`)
  );
};

const two = (n: number): string => String(n).padStart(2, '0');

function at(day: string | undefined, hour: number, minute: number, second: number): string | undefined {
  if (!day || hour > 23 || minute > 59 || second > 59) return undefined;
  return `${day} ${two(hour)}:${two(minute)}:${two(second)}`;
}

function fromSlashes(text: string): string | undefined {
  const match = slashed.exec(text);
  if (!match) return undefined;
  const [, month, day, year, hour, minute, second, half] = match;
  const date = dayOf(Number(year!.length === 2 ? `20${year}` : year), Number(month), Number(day));
  if (hour === undefined) return date;
  const twelve = half === undefined ? undefined : half.toLowerCase();
  if (twelve && (Number(hour) < 1 || Number(hour) > 12)) return undefined;
  const hours = twelve ? (Number(hour) % 12) + (twelve === 'pm' ? 12 : 0) : Number(hour);
  return at(date, hours, Number(minute), Number(second ?? 0));
}

function fromName(text: string): string | undefined {
  const match = named.exec(text);
  if (!match) return undefined;
  const [, day, month, year, hour, minute, second] = match;
  const date = dayOf(Number(year), months.indexOf(month!.toLowerCase()) + 1, Number(day));
  return at(date, Number(hour), Number(minute), Number(second));
}

function fromIso(text: string): string | undefined {
  const match = iso.exec(text);
  if (!match) return undefined;
  const [year, month, day] = match[1]!.split('-').map(Number);
  return at(dayOf(year!, month!, day!), Number(match[2]), Number(match[3]), Number(match[4] ?? 0));
}
