import { ianaZone } from '../calendar/wallClock.ts';
import { BadValue, shorten } from './badValue.ts';
import type { Reader } from './badValue.ts';

/** A time zone of the IANA database. */
export const timeZone: Reader = (value) =>
  ianaZone(value)
    ? value
    : new BadValue('IMPORT_BAD_VALUE', `"${shorten(value, 60)}" is not a time zone; write it as Europe/Berlin`);
