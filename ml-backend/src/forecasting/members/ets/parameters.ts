import type { Components } from './components.ts';
import type { Smoothing, State } from './recursion.ts';

/** Smoothing parameters stay this far from 0 and 1. */
const EDGE = 1e-4;
/** Less damping than this is no damping, more is no trend. */
const PHI = [0.8, 0.98] as const;
/** A slope acts at every step, so that a unit of it weighs more than one of the level. */
const SLOPE_UNIT = 0.1;
/**
 * Slopes change slowly: the prior of beta / alpha has the density (1 - share)^SLOW. Likelihood alone lets a short history
 * chase its last bend, and the whole forecast with it.
 */
const SLOW = 8;

/**
 * The free variables of a model, unbounded and of similar size, and what they stand for: smoothing parameters in the
 * usual region (0 < beta < alpha < 1, 0 < gamma < 1 - alpha) and the start state in units around a first guess.
 * Seasonal indices but the last are free; they add up to 0, or to the period where they are factors.
 * Source: Hyndman, Koehler, Ord, Snyder 2008, section 2.6.2.
 */
export class EtsParameters {
  readonly smoothing: Smoothing = { alpha: 0, beta: 0, gamma: 0, phi: 1 };
  readonly state: State;
  readonly size: number;
  private readonly guess: State;
  private readonly unit: number;
  private readonly total: number;
  /** Positions of the variables, -1 where the model lacks them. */
  private readonly at: { beta: number; gamma: number; phi: number; level: number; slope: number; season: number };

  /**
   * @param guess  a first guess of the start state
   * @param unit   size of a one-step error
   */
  constructor({ trend, season }: Components, guess: State, unit: number) {
    this.guess = guess;
    this.unit = unit;
    this.total = season === 'M' ? guess.season.length : 0;
    this.state = { level: guess.level, slope: guess.slope, season: guess.season.slice() };
    let size = 1;
    const take = (has: boolean, count = 1) => (has ? (size += count) - count : -1);
    this.at = {
      beta: take(trend !== 'N'),
      gamma: take(season !== 'N'),
      phi: take(trend === 'Ad'),
      level: take(true),
      slope: take(trend !== 'N'),
      season: take(season !== 'N', guess.season.length - 1),
    };
    this.size = size;
  }

  /** The variables at given smoothing parameters and the guessed state. */
  variablesAt({ alpha, beta, gamma, phi }: Smoothing): Float64Array {
    const { at } = this;
    const x = new Float64Array(this.size);
    x[0] = logit(alpha, EDGE, 1 - EDGE);
    const inside = EDGE + (1 - 2 * EDGE) * logistic(x[0]);
    if (at.beta >= 0) {
      x[at.beta] = logit(beta, EDGE, inside);
    }
    if (at.gamma >= 0) {
      x[at.gamma] = logit(gamma, EDGE, 1 - inside + EDGE);
    }
    if (at.phi >= 0) {
      x[at.phi] = logit(phi, ...PHI);
    }
    return x;
  }

  /** Writes `smoothing` and `state`. */
  read(x: Float64Array): void {
    const { at, smoothing, state, guess, unit } = this;
    smoothing.alpha = EDGE + (1 - 2 * EDGE) * logistic(x[0]!);
    if (at.beta >= 0) {
      smoothing.beta = EDGE + (smoothing.alpha - EDGE) * logistic(x[at.beta]!);
    }
    if (at.gamma >= 0) {
      smoothing.gamma = EDGE + (1 - smoothing.alpha) * logistic(x[at.gamma]!);
    }
    if (at.phi >= 0) {
      smoothing.phi = PHI[0] + (PHI[1] - PHI[0]) * logistic(x[at.phi]!);
    }
    state.level = guess.level + unit * x[at.level]!;
    if (at.slope >= 0) {
      state.slope = guess.slope + SLOPE_UNIT * unit * x[at.slope]!;
    }
    if (at.season >= 0) {
      const last = state.season.length - 1;
      let rest = this.total;
      for (let k = 0; k < last; k++) {
        state.season[k] = guess.season[k]! + unit * x[at.season + k]!;
        rest -= state.season[k]!;
      }
      state.season[last] = rest;
    }
  }

  /** Minus twice the log prior of the variables last read; its slope is added to `gradient`. */
  prior(gradient: Float64Array): number {
    const { at, smoothing } = this;
    if (at.beta < 0) {
      return 0;
    }
    const share = (smoothing.beta - EDGE) / (smoothing.alpha - EDGE);
    gradient[at.beta]! += 2 * SLOW * share;
    return -2 * SLOW * Math.log(1 - share);
  }

  /** Slopes by the variables from slopes by what they stand for, at the variables last read. */
  chain(slopes: Smoothing & State, gradient: Float64Array): void {
    const { at, smoothing, unit } = this;
    const { alpha, beta, gamma, phi } = smoothing;
    let byAlpha = slopes.alpha;
    if (at.beta >= 0) {
      const share = (beta - EDGE) / (alpha - EDGE);
      gradient[at.beta] = slopes.beta * (alpha - EDGE) * share * (1 - share);
      byAlpha += slopes.beta * share;
    }
    if (at.gamma >= 0) {
      const share = (gamma - EDGE) / (1 - alpha);
      gradient[at.gamma] = slopes.gamma * (1 - alpha) * share * (1 - share);
      byAlpha -= slopes.gamma * share;
    }
    if (at.phi >= 0) {
      gradient[at.phi] = (slopes.phi * (phi - PHI[0]) * (PHI[1] - phi)) / (PHI[1] - PHI[0]);
    }
    gradient[0] = (byAlpha * (alpha - EDGE) * (1 - EDGE - alpha)) / (1 - 2 * EDGE);
    gradient[at.level] = slopes.level * unit;
    if (at.slope >= 0) {
      gradient[at.slope] = slopes.slope * SLOPE_UNIT * unit;
    }
    if (at.season >= 0) {
      const last = slopes.season.length - 1;
      for (let k = 0; k < last; k++) {
        gradient[at.season + k] = (slopes.season[k]! - slopes.season[last]!) * unit;
      }
    }
  }
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Where a value lies between two bounds, as an unbounded number; values at a bound are taken a little inside. */
function logit(value: number, low: number, high: number): number {
  const share = Math.min(0.999, Math.max(0.001, (value - low) / (high - low)));
  return Math.log(share / (1 - share));
}
