import { readAmount } from './amount.ts';
import { BadValue } from './badValue.ts';
import type { Reader } from './badValue.ts';
import { reading } from './reading.ts';

/** A figure of any metric, people or money: `10000`, `10,000`, `10k`, `€ 5.000` by the style of the file. */
export const amountOf: Reader = (text, context) => {
  const amount = readAmount(text, context.decimal, context.currency);
  if (!(amount instanceof BadValue)) return amount.value;
  const figure = reading(text, context);
  return figure instanceof BadValue ? amount : figure;
};
