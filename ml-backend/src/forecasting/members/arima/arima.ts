import type { FittedMember, Member } from '../member.ts';
import { minimiseSmooth } from '../quasiNewton.ts';
import type { Coefficients } from './residuals.ts';
import { ArmaResiduals } from './residuals.ts';

export type ArimaStructure = { ar: number; ma: number; seasonal: number; drift: number };

/** Which differences are taken besides the seasonal one, and what may differ from zero. */
interface Order {
  difference: 0 | 1;
  ar: boolean;
}

/** Values beyond two seasons: fewer leave nothing that a seasonal error could be seen in. */
const MARGIN = 4;
const EFFORT = { evaluations: 120, tolerance: 1e-4 };
/** Coefficients stay inside the region where the model is stationary and its errors can be recovered. */
const EDGE = 0.995;
/** Errors below the square root of this, in units of the differences, are rounding. */
const ROUNDING = 1e-12;
/** Errors that a drift of one unit (the differences' own size) has to pay for: it is shrunk to zero. */
const DRIFT_PRIOR = 20;
const DRIFT_UNIT = 1 / Math.sqrt(1 + DRIFT_PRIOR);

/**
 * Priors: usual coefficients of monthly business series and their precision, after Fisher's transformation. A few
 * seasons say little about a seasonal error, and a root near one makes a forecast run away.
 */
const PRIORS = {
  ma: { 0: { mean: -0.3, precision: 1 }, 1: { mean: -0.5, precision: 1 } },
  seasonal: { mean: -0.5, precision: 4 },
  ar: { mean: 0.92, precision: 4 },
};

/** ARIMA(0,1,1)(0,1,1)m, the airline model. */
export const arima011011: Member<ArimaStructure> = arima('arima011011', { difference: 1, ar: false });

/** ARIMA(1,0,1)(0,1,1)m with a shrunk drift: the change over a season returns to a mean. */
export const arima101011: Member<ArimaStructure> = arima('arima101011', { difference: 0, ar: true });

/**
 * A seasonal ARIMA model by conditional sum of squares, with priors on its coefficients. Made for logarithms.
 * Sources: Box, Jenkins, Reinsel, Ljung 2015, "Time series analysis", chapters 7 and 9.
 */
function arima(name: string, order: Order): Member<ArimaStructure> {
  const start = { ar: order.ar ? PRIORS.ar.mean : 0, ma: PRIORS.ma[order.difference].mean, seasonal: -0.5, drift: 0 };
  return {
    name,
    fit: (values, period) => estimate(values, period, order, start),
    refit: (values, period, structure) => estimate(values, period, order, structure),
  };
}

function estimate(
  values: Float64Array,
  period: number,
  { difference, ar }: Order,
  from: Coefficients
): FittedMember<ArimaStructure> | undefined {
  if (period < 2 || values.length < 2 * period + MARGIN) {
    return undefined;
  }
  const { differences, size } = differenced(values, period, difference);
  const residuals = new ArmaResiduals(differences, period);
  const n = differences.length;
  const found: Coefficients = { ...from };
  const read = (x: Float64Array) => {
    found.ma = EDGE * Math.tanh(x[0]!);
    found.seasonal = EDGE * Math.tanh(x[1]!);
    found.ar = ar ? EDGE * Math.tanh(x[2]!) : 0;
    found.drift = ar ? DRIFT_UNIT * x[3]! : 0;
  };
  const cost = (x: Float64Array, gradient: Float64Array): number => {
    read(x);
    const squares = residuals.forward(found) + DRIFT_PRIOR * found.drift ** 2 + ROUNDING;
    residuals.backward(found);
    const { slopes } = residuals;
    const each = n / squares;
    gradient[0] = each * slopes.ma * inner(found.ma);
    gradient[1] = each * slopes.seasonal * inner(found.seasonal);
    let value =
      n * Math.log(squares) + prior(PRIORS.ma[difference], 0, x, gradient) + prior(PRIORS.seasonal, 1, x, gradient);
    if (ar) {
      gradient[2] = each * slopes.ar * inner(found.ar);
      gradient[3] = each * (slopes.drift + 2 * DRIFT_PRIOR * found.drift) * DRIFT_UNIT;
      value += prior(PRIORS.ar, 2, x, gradient);
    }
    return value;
  };
  const near = [outer(from.ma), outer(from.seasonal)];
  const start = Float64Array.from(ar ? [...near, outer(from.ar), from.drift / DRIFT_UNIT] : near);
  read(minimiseSmooth(cost, start, EFFORT).x);
  residuals.forward(found);
  return {
    structure: { ...found },
    forecast: (horizon) =>
      continued(values, period, difference, horizon, shocks(differences, residuals, found, horizon), size),
  };
}

/** Slope of a coefficient by its variable. */
function inner(coefficient: number): number {
  return EDGE - (coefficient * coefficient) / EDGE;
}

function outer(coefficient: number): number {
  return Math.atanh(coefficient / EDGE);
}

function prior(
  { mean, precision }: { mean: number; precision: number },
  at: number,
  x: Float64Array,
  gradient: Float64Array
) {
  const away = x[at]! - Math.atanh(mean);
  gradient[at]! += 2 * precision * away;
  return precision * away * away;
}

/** Changes over a season (and from one bucket to the next where `difference` is 1), of size one. */
function differenced(
  values: Float64Array,
  period: number,
  difference: 0 | 1
): { differences: Float64Array; size: number } {
  const lost = period + difference;
  const differences = new Float64Array(values.length - lost);
  let squares = 0;
  for (let at = 0; at < differences.length; at++) {
    const now = at + lost;
    const change = values[now]! - values[now - period]!;
    differences[at] = difference ? change - (values[now - 1]! - values[now - 1 - period]!) : change;
    squares += differences[at]! ** 2;
  }
  const size = Math.sqrt(squares / differences.length) || 1;
  return { differences: differences.map((value) => value / size), size };
}

/** Expected differences after the last one. */
function shocks(
  differences: Float64Array,
  { errors, lead }: ArmaResiduals,
  found: Coefficients,
  horizon: number
): Float64Array {
  const { ar, ma, seasonal, drift } = found;
  const n = differences.length;
  const known = (at: number) => errors[at] ?? 0;
  let before = differences[n - 1]!;
  return Float64Array.from({ length: horizon }, (_, step) => {
    const at = n + step;
    const moving = ma * known(at + lead - 1) + seasonal * known(at + 1) + ma * seasonal * known(at);
    return (before = drift + ar * (before - drift) + moving);
  });
}

/** The history continued by expected differences. */
function continued(
  values: Float64Array,
  period: number,
  difference: 0 | 1,
  horizon: number,
  expected: Float64Array,
  size: number
): Float64Array {
  const n = values.length;
  const all = new Float64Array(n + horizon);
  all.set(values);
  for (let step = 0; step < horizon; step++) {
    const now = n + step;
    const change = difference ? all[now - 1]! - all[now - 1 - period]! : 0;
    all[now] = all[now - period]! + change + size * expected[step]!;
  }
  return all.slice(n);
}
