const places = 14;

/**
 * Exact sum of decimal texts such as `-1234.56`, at most 14 places after the point.
 * @returns decimal text without needless zeros
 */
export function sumOf(...values: readonly string[]): string {
  const total = values.reduce((sum, value) => sum + scaled(value), 0n);
  const digits = String(total < 0n ? -total : total).padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '');
  const text = digits.slice(0, -places) + (fraction ? `.${fraction}` : '');
  return total < 0n ? `-${text}` : text;
}

/** The same amount with the other sign. */
export const negated = (value: string): string => (value.startsWith('-') ? value.slice(1) : `-${value}`);

function scaled(value: string): bigint {
  const negative = value.startsWith('-');
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.');
  const units = BigInt(whole + fraction.slice(0, places).padEnd(places, '0'));
  return negative ? -units : units;
}
