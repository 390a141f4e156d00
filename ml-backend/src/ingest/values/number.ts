import { BadValue, shorten } from './badValue.ts';
import type { Reader } from './badValue.ts';

/** A whole number in a range; thousands may be set off by commas. */
export const whole =
  (from: number, to: number): Reader =>
  (text) => {
    const bare = /^-?\d{1,3}(,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text;
    const n = /^-?\d{1,15}$/.test(bare) ? Number(bare) : NaN;
    if (n >= from && n <= to) return String(n);
    return new BadValue('IMPORT_BAD_NUMBER', `"${shorten(text)}" is not a whole number from ${from} to ${to}`);
  };

/** A number in a range, a dot as the decimal mark. */
export const number =
  (from: number, to: number): Reader =>
  (text) => {
    const n = /^-?(\d{1,15}(\.\d{1,15})?|\.\d{1,15})([eE][+-]?\d{1,2})?%?$/.test(text)
      ? Number(text.replace('%', ''))
      : NaN;
    if (n >= from && n <= to) return String(n);
    return new BadValue('IMPORT_BAD_NUMBER', `"${shorten(text)}" is not a number from ${from} to ${to}`);
  };
