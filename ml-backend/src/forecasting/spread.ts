import type { History } from './history.ts';

/**
 * How errors of a series are measured: as log(actual / mean) where it is positive and of one order of magnitude (such a
 * range can't go below zero and grows with the mean), as a difference otherwise.
 */
export type ErrorUnit = 'log' | 'level';

/** A value below this share of the median makes logarithms of the rest meaningless. */
const SMALLEST_FOR_LOG = 0.02;
/** Errors beyond e^5 are all the same: nothing was expected like that. */
const LARGEST_LOG = 5;

/** Changes older than this many seasons say little about today's. */
const RECENT_SEASONS = 5;

/** What is known of other series' spreads before a series has errors of its own. */
export interface SpreadPrior {
  /** Typical change between neighbours: as a share of the level, or in logarithms. */
  typical: number;
  /** A one-step error is this many times the typical change. */
  errorPerChange: number;
}

/** Errors grow as step^GROWTH, measured on the train parts of public monthly series. */
const GROWTH = 0.3;

/** Weight of the typical spread beside a series' own changes, and of those beside its own errors, in observations. */
const TYPICAL_WEIGHT = 2;
const CHANGES_WEIGHT = 8;

export function errorUnit({ values }: History): ErrorUnit {
  const sorted = values.toSorted();
  const median = sorted[sorted.length >> 1] ?? 0;
  return (sorted[0] ?? 0) > SMALLEST_FOR_LOG * median ? 'log' : 'level';
}

/** The error of an expectation in a unit; NaN where the actual is missing. */
export function errorIn(unit: ErrorUnit, actual: number, mean: number): number {
  if (unit === 'level') {
    return actual - mean;
  }
  return Number.isNaN(actual)
    ? actual
    : Math.max(-LARGEST_LOG, Math.min(LARGEST_LOG, Math.log(Math.max(actual, 0) / mean)));
}

/** What becomes of an expectation when it errs by `error`: the inverse of `errorIn`. */
export function withError(unit: ErrorUnit, mean: number, error: number): number {
  return unit === 'level' ? mean + error : mean * Math.exp(error);
}

/**
 * Mean absolute change between neighbours, the usual change of the calendar month taken out where there are two years.
 * @returns the sum of the changes and their number
 */
export function changes(values: Float64Array, season: number): { sum: number; count: number } {
  const recent = values.subarray(Math.max(0, values.length - RECENT_SEASONS * season - 1));
  const steps = Float64Array.from({ length: Math.max(0, recent.length - 1) }, (_, i) => recent[i + 1]! - recent[i]!);
  const years = Math.floor(steps.length / season);
  if (years < 2) {
    return { sum: steps.reduce((sum, step) => sum + Math.abs(step), 0), count: steps.length };
  }
  let sum = 0;
  for (let place = 0; place < season; place++) {
    let usual = 0;
    let count = 0;
    for (let i = place; i < steps.length; i += season) {
      usual += steps[i]!;
      count++;
    }
    usual /= count;
    const lostFreedom = Math.sqrt(count / (count - 1));
    for (let i = place; i < steps.length; i += season) {
      sum += Math.abs(steps[i]! - usual) * lostFreedom;
    }
  }
  return { sum, count: steps.length };
}

/** An earlier origin's combined forecast. */
export interface Expectation {
  at: number;
  mean: Float64Array;
}

/** Size of an origin's errors brought to one step ahead: the mean of |error| / step^GROWTH over the steps known at `end`. */
export function errorSize(unit: ErrorUnit, { at, mean }: Expectation, actual: Float64Array, end: number): number {
  let sum = 0;
  let count = 0;
  for (let step = 0; step < mean.length && at + step < end; step++) {
    const error = errorIn(unit, actual[at + step]!, mean[step]!);
    if (Number.isFinite(error)) {
      sum += Math.abs(error) / (step + 1) ** GROWTH;
      count++;
    }
  }
  return count === 0 ? Number.NaN : sum / count;
}

/** What is known of a series' errors at an origin. */
export interface SpreadEvidence {
  /** Changes between neighbours, as `changes` gives them in the error's unit. */
  change: { sum: number; count: number };
  /** Mean absolute value of the last two years; 1 for logarithms. */
  level: number;
  /** `errorSize` at each earlier origin. */
  own: number[];
}

/**
 * Collects what is known at an origin.
 * @param past  combined forecasts of earlier origins
 * @param end   number of buckets known
 */
export function spreadEvidence(
  unit: ErrorUnit,
  history: History,
  season: number,
  past: Expectation[],
  actual: Float64Array,
  end: number
): SpreadEvidence {
  const { values } = history;
  const recent = values.subarray(-2 * season);
  return {
    change: changes(unit === 'log' ? values.map(Math.log) : values, season),
    level: unit === 'log' ? 1 : recent.reduce((sum, value) => sum + Math.abs(value), 0) / recent.length,
    own: past.map((origin) => errorSize(unit, origin, actual, end)).filter(Number.isFinite),
  };
}

/**
 * The typical one-step error of a series: from its own errors at earlier origins, and while there are few of them from
 * its changes and from what is typical of other series.
 */
export function spreadOf({ change, level, own }: SpreadEvidence, prior: SpreadPrior): number {
  const usual = (TYPICAL_WEIGHT * prior.typical * level + change.sum) / (TYPICAL_WEIGHT + change.count);
  const errors = own.reduce((sum, size) => sum + size, 0);
  return (CHANGES_WEIGHT * usual * prior.errorPerChange + errors) / (CHANGES_WEIGHT + own.length);
}
