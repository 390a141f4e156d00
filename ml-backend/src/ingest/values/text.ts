import { BadValue, shorten } from './badValue.ts';
import type { Reader } from './badValue.ts';

// Control characters would let one value pose as two parts of a natural key.
const control = /[\u0000-\u001f\u007f]+/g;
const hasControl = /[\u0000-\u001f\u007f]/;

/** Text as it is, line breaks as blanks. A spreadsheet formula stays the text that it is in the file. */
export const text =
  (most = 500): Reader =>
  (value) => {
    const clean = hasControl.test(value) ? value.replace(control, ' ').trim() : value;
    if (clean.length <= most) return clean || null;
    return new BadValue('IMPORT_TOO_LONG', `the text has ${clean.length} characters; at most ${most} are kept`);
  };

/** One of a few words, in any case; `words` maps what files say to what is stored. */
export const oneOf =
  (what: string, words: Record<string, string>): Reader =>
  (value) => {
    const key = value.toLowerCase().replace(/[\s_-]+/g, ' ');
    const known = Object.hasOwn(words, key) ? words[key] : undefined;
    return (
      known ??
      new BadValue(
        'IMPORT_BAD_VALUE',
        `"${shorten(value)}" is not a ${what}; use one of ${[...new Set(Object.values(words))].join(', ')}`
      )
    );
  };

const yes = new Set(['1', 'true', 'yes', 'y', 't']);
const no = new Set(['0', 'false', 'no', 'n', 'f']);

export const yesNo: Reader = (value) => {
  const word = value.toLowerCase();
  if (yes.has(word)) return 'true';
  return no.has(word) ? 'false' : new BadValue('IMPORT_BAD_VALUE', `"${shorten(value)}" is neither yes nor no`);
};
