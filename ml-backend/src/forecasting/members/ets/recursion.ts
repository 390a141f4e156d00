import type { Components } from './components.ts';

/** Smoothing parameters; those of parts that a model lacks are 0 (phi 1 where the trend isn't damped). */
export interface Smoothing {
  alpha: number;
  beta: number;
  gamma: number;
  phi: number;
}

/** Level, slope and seasonal indices by phase; the first value of the history has phase 0. */
export interface State {
  level: number;
  slope: number;
  season: Float64Array;
}

/** A chunk of logarithms is taken at once, before its product leaves what a number can hold. */
const PRODUCT = 1e100;
/** Values are of size one: errors below the square root of this are rounding, and a perfect fit has a finite cost. */
const ROUNDING = 1e-18;

/**
 * One exponential smoothing model over one history: the cost of parameters and start state, and its slope by them
 * (adjoint recursion), without any allocation.
 *
 * The cost is n log(sum of squared errors), and twice the sum of log fitted values more where the error is
 * multiplicative: minus twice the log likelihood up to a constant.
 * Source: Hyndman, Koehler, Ord, Snyder 2008, "Forecasting with exponential smoothing", table 2.1 and section 5.1.
 */
export class EtsRecursion {
  readonly period: number;
  /** Slopes of the last `backward` by smoothing parameters and start state. */
  readonly slopes: Smoothing & State;
  /** State after the last value, of the last `forward`. */
  readonly end: State;
  private readonly values: Float64Array;
  private readonly relative: boolean;
  private readonly trended: boolean;
  private readonly season: Components['season'];
  private readonly levels: Float64Array;
  private readonly trends: Float64Array;
  private readonly seasons: Float64Array;
  readonly errors: Float64Array;
  squaredError = 0;

  constructor(values: Float64Array, period: number, { error, trend, season }: Components) {
    const n = values.length;
    this.values = values;
    this.period = season === 'N' ? 1 : period;
    this.relative = error === 'M';
    this.trended = trend !== 'N';
    this.season = season;
    this.levels = new Float64Array(n);
    this.trends = new Float64Array(n);
    this.seasons = new Float64Array(n);
    this.errors = new Float64Array(n);
    this.end = { level: 0, slope: 0, season: new Float64Array(this.period) };
    this.slopes = { alpha: 0, beta: 0, gamma: 0, phi: 0, level: 0, slope: 0, season: new Float64Array(this.period) };
  }

  /** Cost, Infinity where a fitted value is not positive and the model needs it to be. */
  forward(smoothing: Smoothing, start: State): number {
    const { values, levels, trends, seasons, errors, period, relative } = this;
    const { alpha, beta, gamma, phi } = smoothing;
    const n = values.length;
    const times = this.season === 'M';
    const ring = this.end.season;
    ring.set(start.season);
    let { level, slope } = start;
    let squares = n * ROUNDING;
    let logs = 0;
    let product = 1;
    let phase = 0;
    for (let at = 0; at < n; at++) {
      const value = values[at]!;
      const index = ring[phase]!;
      const expected = level + phi * slope;
      const fitted = times ? expected * index : expected + index;
      if ((relative && !(fitted > 0)) || (times && !(index > 0 && expected > 0))) {
        return Infinity;
      }
      levels[at] = expected;
      trends[at] = slope;
      seasons[at] = index;
      let error = value - fitted;
      const surprise = times ? value / index - expected : error;
      if (times) {
        ring[phase] = index + gamma * (value / expected - index);
      } else if (gamma > 0) {
        ring[phase] = index + gamma * error;
      }
      if (relative) {
        error /= fitted;
        product *= fitted;
        if (product > PRODUCT || product < 1 / PRODUCT) {
          logs += Math.log(product);
          product = 1;
        }
      }
      errors[at] = error;
      squares += error * error;
      level = expected + alpha * surprise;
      slope = phi * slope + beta * surprise;
      phase = phase + 1 === period ? 0 : phase + 1;
    }
    this.end.level = level;
    this.end.slope = slope;
    this.squaredError = squares;
    return n * Math.log(squares) + (relative ? 2 * (logs + Math.log(product)) : 0);
  }

  /** Slopes of the cost of the last `forward`, which has to have been finite. */
  backward({ alpha, beta, gamma, phi }: Smoothing): void {
    const { values, levels, trends, seasons, errors, period, relative, slopes } = this;
    const n = values.length;
    const times = this.season === 'M';
    const seasonal = this.season !== 'N';
    const byIndex = slopes.season.fill(0);
    const pull = (-2 * n) / this.squaredError;
    let [byAlpha, byBeta, byGamma, byPhi, byLevel, bySlope] = [0, 0, 0, 0, 0, 0];
    let phase = (n - 1) % period;
    for (let at = n - 1; at >= 0; at--) {
      const expected = levels[at]!;
      const index = seasons[at]!;
      const value = values[at]!;
      const slope = trends[at]!;
      const after = byIndex[phase]!;
      const fitted = times ? expected * index : expected + index;
      let byFitted = pull * errors[at]!;
      if (relative) {
        byFitted = (byFitted * (value / fitted) + 2) / fitted;
      }
      let byExpected: number;
      if (times) {
        const surprise = value / index - expected;
        const bySurprise = alpha * byLevel + beta * bySlope;
        byAlpha += byLevel * surprise;
        byBeta += bySlope * surprise;
        byGamma += after * (value / expected - index);
        byExpected = byLevel - bySurprise + byFitted * index - (gamma * after * value) / (expected * expected);
        byIndex[phase] = (1 - gamma) * after - (bySurprise * value) / (index * index) + byFitted * expected;
      } else {
        const surprise = value - fitted;
        const bySurprise = alpha * byLevel + beta * bySlope + gamma * after;
        byAlpha += byLevel * surprise;
        byBeta += bySlope * surprise;
        byGamma += after * surprise;
        byExpected = byLevel - bySurprise + byFitted;
        byIndex[phase] = seasonal ? after - bySurprise + byFitted : 0;
      }
      byPhi += (byExpected + bySlope) * slope;
      bySlope = phi * (byExpected + bySlope);
      byLevel = byExpected;
      phase = phase === 0 ? period - 1 : phase - 1;
    }
    slopes.alpha = byAlpha;
    slopes.beta = byBeta;
    slopes.gamma = byGamma;
    slopes.phi = byPhi;
    slopes.level = byLevel;
    slopes.slope = this.trended ? bySlope : 0;
  }

  /** Expected values after the last one, by the state of the last `forward`. */
  forecast(phi: number, horizon: number): Float64Array {
    const { end, period, values, season } = this;
    const made = new Float64Array(horizon);
    let { level, slope } = end;
    for (let step = 0; step < horizon; step++) {
      slope *= phi;
      level += slope;
      const index = end.season[(values.length + step) % period]!;
      made[step] = season === 'M' ? level * index : level + index;
    }
    return made;
  }
}
