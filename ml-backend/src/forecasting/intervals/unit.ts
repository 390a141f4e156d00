import { isIntermittent } from '../regime.ts';

/**
 * How errors of a series are measured: as log(actual / expected) where it is positive and of one order of magnitude (such
 * a range can't go below zero and grows with what is expected), otherwise as a difference in units of the series' level;
 * differences of a series that is mostly zero are kept apart.
 */
export type ErrorUnit = 'log' | 'level' | 'rare';

/** All of them. */
export const UNITS = ['log', 'level', 'rare'] as const satisfies ErrorUnit[];

/** A value below this share of the median makes logarithms of the rest meaningless. */
const SMALLEST_FOR_LOG = 0.02;
/** Errors beyond e^5 are all the same: nothing was expected like that. */
const LARGEST_LOG = 5;
/** Differences grow with what is expected too, by this share: a quiet month errs less than a busy one. */
const WITH_EXPECTED = 0.5;

export function errorUnit(values: Float64Array, period: number): ErrorUnit {
  if (isIntermittent(values, period)) {
    return 'rare';
  }
  const sorted = values.toSorted();
  const median = sorted[sorted.length >> 1] ?? 0;
  return (sorted[0] ?? 0) > SMALLEST_FOR_LOG * median ? 'log' : 'level';
}

/** Mean absolute value of the last `count` values; 0 where there are none. */
export function levelOf(values: Float64Array, count: number): number {
  const recent = values.subarray(-count);
  let sum = 0;
  for (const value of recent) {
    sum += Math.abs(value);
  }
  return recent.length === 0 ? 0 : sum / recent.length;
}

/**
 * The error of an expectation.
 * @param level  `levelOf` the history; logarithms don't need it
 * @returns NaN where the actual is missing, and where neither history nor expectation is other than zero: there is no
 *   size that a first sale could be measured by, and one unit of the currency is none
 */
export function errorIn(unit: ErrorUnit, actual: number, expected: number, level: number): number {
  if (unit !== 'log') {
    const size = sizeAt(expected, level);
    return size > 0 ? (actual - expected) / size : NaN;
  }
  return Number.isNaN(actual)
    ? actual
    : Math.max(-LARGEST_LOG, Math.min(LARGEST_LOG, Math.log(Math.max(actual, 0) / expected)));
}

/** What becomes of an expectation when it errs by `error`: the inverse of `errorIn`, and zero where that has no size. */
export function withError(unit: ErrorUnit, expected: number, error: number, level: number): number {
  if (unit === 'log') {
    return expected * Math.exp(error);
  }
  return expected + error * sizeAt(expected, level);
}

const sizeAt = (expected: number, level: number): number =>
  WITH_EXPECTED * Math.abs(expected) + (1 - WITH_EXPECTED) * level;
