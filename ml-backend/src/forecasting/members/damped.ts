import type { FittedMember, Member } from './member.ts';
import { minimiseOnLine } from './minimise.ts';

export type DampedStructure = { alpha: number };

const SHORTEST = 3;
/** The level begins at the mean of this many values. */
const BEGINNING = 3;
/** What a handful of values can't tell is taken as usual: slopes change slowly and fade. */
const BETA = 0.01;
const PHI = 0.95;
/** The smoothing parameter has a prior around this, of unit precision on the logistic scale. */
const USUAL_ALPHA = 0.3;
const ALPHA = [0.02, 0.98] as const;
/** Errors below the square root of this are rounding. */
const ROUNDING = 1e-12;

/**
 * A damped trend for histories too short to choose a model by: one parameter is estimated, with a prior. There is no
 * season. Made for logarithms.
 * Source: Gardner, McKenzie 1985, "Forecasting trends in time series".
 */
export const damped: Member<DampedStructure> = { name: 'damped', fit, refit: (values) => fit(values) };

function fit(values: Float64Array): FittedMember<DampedStructure> | undefined {
  if (values.length < SHORTEST) {
    return undefined;
  }
  const size = values.reduce((sum, value) => sum + value * value, 0) / values.length || 1;
  const state = { level: 0, slope: 0 };
  const run = (alpha: number) => smooth(values, alpha, state) / size + ROUNDING;
  const alpha = minimiseOnLine(
    (candidate) => values.length * Math.log(run(candidate)) + (logit(candidate) - logit(USUAL_ALPHA)) ** 2,
    ...ALPHA
  );
  run(alpha);
  return { structure: { alpha }, forecast: (horizon) => continued(state, horizon) };
}

/** Runs the recursion; leaves the last state behind and returns the sum of squared errors. */
function smooth(values: Float64Array, alpha: number, state: { level: number; slope: number }): number {
  let level = 0;
  let slope = 0;
  let squares = 0;
  for (let at = 0; at < BEGINNING; at++) {
    level += values[at]! / BEGINNING;
  }
  for (let at = 0; at < values.length; at++) {
    const expected = level + PHI * slope;
    const error = values[at]! - expected;
    squares += error * error;
    level = expected + alpha * error;
    slope = PHI * slope + BETA * error;
  }
  state.level = level;
  state.slope = slope;
  return squares;
}

function continued(state: { level: number; slope: number }, horizon: number): Float64Array {
  let { level, slope } = state;
  return Float64Array.from({ length: horizon }, () => {
    slope *= PHI;
    return (level += slope);
  });
}

function logit(share: number): number {
  return Math.log(share / (1 - share));
}
