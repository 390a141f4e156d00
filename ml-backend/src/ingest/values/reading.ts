import { BadValue, shorten } from './badValue.ts';
import type { Reader } from './badValue.ts';

const plain = /^\d{1,15}(?:\.\d{1,15})?(?:[eE][+-]?\d{1,2})?$/;
const thousands = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const shortened = /^(\d{1,6}(?:\.\d{1,6})?) ?([kKmM])$/;

/** A number of people or plays, never negative: `1204`, `1,204`, `12.5k`, `3M`; `4.5%` is the share 0.045. */
export const reading: Reader = (text) => {
  const share = /^(\d{1,3}(?:\.\d{1,10})?) ?%$/.exec(text);
  if (share) return String(Number((Number(share[1]) / 100).toPrecision(12)));
  if (plain.test(text)) return String(Number(text));
  if (thousands.test(text)) return String(Number(text.replaceAll(',', '')));
  const short = shortened.exec(text);
  if (short) return String(Math.round(Number(short[1]) * (short[2]!.toLowerCase() === 'k' ? 1e3 : 1e6)));
  return new BadValue('IMPORT_BAD_NUMBER', `"${shorten(text)}" is not a number from 0 on; write it as 1204`);
};
