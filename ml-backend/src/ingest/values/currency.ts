import { BadValue, shorten } from './badValue.ts';
import type { Reader } from './badValue.ts';

// ISO 4217, list three: what careers were paid in before the euro, and before currencies were made anew.
const withdrawn =
  'ADP ATS BEF BGL BRR CSK CYP DDM DEM EEK ESP FIM FRF GRD HRK IEP ITL LTL LUF LVL MTL MXP NLG PLZ PTE ROL RUR SIT SKK TRL YUM ZMK ZWD';
const known = new Set([...Intl.supportedValuesOf('currency'), ...withdrawn.split(' ')]);
// ISO 4217's codes for "no currency" (XXX) and "testing" (XTS), in which nobody is paid.
for (const code of ['XXX', 'XTS']) known.delete(code);

/** Whether ISO 4217 has, or had, a currency of this code (three capitals). */
export const isCurrency = (code: string): boolean => known.has(code);

const symbols: Record<string, string> = {
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '₩': 'KRW',
  '₺': 'TRY',
  zł: 'PLN',
  R$: 'BRL',
  A$: 'AUD',
  C$: 'CAD',
  US$: 'USD',
  NZ$: 'NZD',
};
/** Symbols of several currencies, the usual one first. */
const shared: Record<string, readonly string[]> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN'],
  '¥': ['JPY', 'CNY'],
};

/**
 * ISO code of a symbol or a code, undefined when there is none.
 * @param home what a symbol of several currencies means, where it is one of them: a bare `$` of a Canadian is CAD
 */
export function currencyOf(text: string, home: string): string | undefined {
  const bare = text.trim();
  if (/^[A-Za-z]{3}$/.test(bare)) return isCurrency(bare.toUpperCase()) ? bare.toUpperCase() : undefined;
  const several = Object.hasOwn(shared, bare) ? shared[bare] : undefined;
  if (several) return several.includes(home) ? home : several[0];
  return Object.hasOwn(symbols, bare) ? symbols[bare] : undefined;
}

export const currencyCode: Reader = (text, { currency }) => currencyOf(text, currency) ?? badCurrency(text);

export const badCurrency = (text: string) =>
  new BadValue('IMPORT_BAD_CURRENCY', `"${shorten(text)}" is not a currency; write its ISO 4217 code, e.g. USD`);
