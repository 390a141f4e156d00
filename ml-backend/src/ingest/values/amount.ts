import { BadValue, shorten } from './badValue.ts';
import type { DecimalMark, Reader } from './badValue.ts';
import { badCurrency, currencyOf } from './currency.ts';

export interface Amount {
  /** Exact decimal text, e.g. `-1234.56`. */
  value: string;
  /** What stood beside the digits: a symbol or a code. */
  currency: string | undefined;
}

const plain = /^-?\d{1,13}(?:\.\d{1,14})?$/;
const exponent = /^-?\d(?:\.\d{1,16})?[eE][+-]?\d{1,2}$/;
const dot = /^(?:\d+|\d{1,3}(?:[,' \u00a0\u202f]\d{3})+)?(?:\.\d+)?$/;
const comma = /^(?:\d+|\d{1,3}(?:[.' \u00a0\u202f]\d{3})+)?(?:,\d+)?$/;
const beside = /[\d.,'()+\u2212\s-]/g;
const signed = /^([(+\u2212-]{0,2})\s*((?:\d|[.,](?=\d)|['\u00a0\u202f ](?=\d{3}))+)\s*([)\u2212-]?)$/;

/**
 * Reads `1,234.56`, `1.234,56`, `1 234,56`, `(12.00)`, `-12`, `12-`, `€ 12`, `12 USD` and `1.2E-05` without floats.
 * @param decimal mark of the file, where it is known; without it only values that read one way are accepted
 */
export function readAmount(text: string, decimal: DecimalMark | undefined, home = 'USD'): Amount | BadValue {
  if (decimal !== 'comma' && plain.test(text) && (decimal === 'dot' || !ambiguous(text)))
    return { value: text, currency: undefined };
  if (exponent.test(text)) return bounded(text, withoutExponent(text), undefined);
  const unit = unitOf(text);
  const currency = unit ? currencyOf(unit, home) : undefined;
  if (!currency && /^[A-Za-z]{3}$/.test(unit) && /\d/.test(text)) return badCurrency(unit);
  const match = signed.exec(text.replace(unit, ' ').trim());
  if (!match || (unit && !currency)) return bad(text);
  const [, before = '', digits = '', after = ''] = match;
  const sign = signOf(before, after);
  if (sign === undefined) return bad(text);
  const mark = decimal ?? decimalEvidence(digits);
  if (mark === 'both') {
    return new BadValue('IMPORT_BAD_AMOUNT', `"${shorten(text)}" may be a thousand or a fraction; write it as 1234.56`);
  }
  const value = toPlain(digits, mark ?? 'dot');
  return value === undefined ? bad(text) : bounded(text, sign + value, currency);
}

/** What stands beside the digits of an amount: a symbol, a code, or nothing. */
export const unitOf = (text: string): string => (exponent.test(text) ? '' : text.replace(beside, ''));

function signOf(before: string, after: string): '' | '-' | undefined {
  const marks = before.replace('+', '').replaceAll('\u2212', '-') + after.replaceAll('\u2212', '-');
  if (marks === '') return '';
  return marks === '-' || marks === '()' ? '-' : undefined;
}

function toPlain(digits: string, mark: DecimalMark): string | undefined {
  if (!(mark === 'dot' ? dot : comma).test(digits) || !/\d/.test(digits)) return undefined;
  const bare = digits.replaceAll(mark === 'dot' ? /[,' \u00a0\u202f]/g : /[.' \u00a0\u202f]/g, '').replace(',', '.');
  return bare.startsWith('.') ? `0${bare}` : bare;
}

function bounded(text: string, value: string, currency: string | undefined): Amount | BadValue {
  const whole = value.replace(/^-?0*/, '').split('.')[0] ?? '';
  if (whole.length > 13)
    return new BadValue('IMPORT_BAD_AMOUNT', `"${shorten(text)}" is larger than any amount of money`);
  return { value, currency };
}

const bad = (text: string) =>
  new BadValue('IMPORT_BAD_AMOUNT', `"${shorten(text)}" is not an amount; write it as 1234.56`);

function withoutExponent(text: string): string {
  const [mantissa = '', power = '0'] = text.toLowerCase().split('e');
  const negative = mantissa.startsWith('-');
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const digits = whole + fraction;
  const point = whole.length + Number(power);
  const value =
    point <= 0
      ? `0.${'0'.repeat(-point)}${digits}`
      : point >= digits.length
        ? digits + '0'.repeat(point - digits.length)
        : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return (negative ? '-' : '') + value;
}

const ambiguous = (text: string): boolean => /^-?[1-9]\d{0,2}\.\d{3}$/.test(text);

/** What one amount tells of the decimal mark of its file: nothing, one mark, or that it fits both. */
export function decimalEvidence(text: string): DecimalMark | 'both' | undefined {
  const marks = text.replace(/[^.,]/g, '');
  if (marks === '') return undefined;
  const last = marks.at(-1);
  if (marks.includes('.') && marks.includes(',')) return last === '.' ? 'dot' : 'comma';
  if (marks.length > 1) return last === '.' ? 'comma' : 'dot';
  const [whole = '', fraction = ''] = text.replace(/[^\d.,]/g, '').split(/[.,]/);
  if (fraction.length === 3 && whole.length >= 1 && whole.length <= 3 && !whole.startsWith('0')) return 'both';
  return last === '.' ? 'dot' : 'comma';
}

/** Money of any file: the decimal mark is decided over all of it. Its column says where the currency stands. */
export const anyMoney: Reader = (text, { decimal, currency }) => {
  const amount = readAmount(text, decimal, currency);
  return amount instanceof BadValue ? amount : amount.value;
};

/** Money in a fixed column of a known export: a dot is the decimal mark. Its column says where the currency stands. */
export const money: Reader = (text, { currency }) => {
  const amount = readAmount(text, 'dot', currency);
  return amount instanceof BadValue ? amount : amount.value;
};
