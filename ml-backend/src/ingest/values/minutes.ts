import { BadValue, shorten } from './badValue.ts';
import type { Reader } from './badValue.ts';

const clock = /^(\d{1,2}):([0-5]\d)(?::[0-5]\d)?$/;
const worded =
  /^(?:(\d{1,2}(?:[.,]\d{1,3})?) ?h(?:ours?|rs?)?)? ?(?:(\d{1,4}(?:[.,]\d{1,3})?) ?m?(?:in(?:ute)?s?)?)?$/i;

/** A length of time within a day, in minutes: `45`, `45 min`, `1:30`, `1h30`, `1.5 h`. */
export const minutes: Reader = (text) => {
  const time = clock.exec(text);
  const words = time ? undefined : worded.exec(text);
  const hours = time?.[1] ?? words?.[1]?.replace(',', '.');
  const rest = time?.[2] ?? words?.[2]?.replace(',', '.');
  const total = Math.round((Number(hours ?? 0) * 60 + Number(rest ?? 0)) * 1000) / 1000;
  if ((time || words) && total > 0 && total <= 1440) return String(total);
  return new BadValue(
    'IMPORT_BAD_NUMBER',
    `"${shorten(text)}" is no time within a day; write minutes, e.g. 45, or 1:30`
  );
};
