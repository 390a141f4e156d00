import type { Effort } from '../quasiNewton.ts';
import { minimiseSmooth } from '../quasiNewton.ts';
import type { Components } from './components.ts';
import { parametersOf } from './components.ts';
import { EtsParameters } from './parameters.ts';
import type { Smoothing } from './recursion.ts';
import { EtsRecursion } from './recursion.ts';
import { isStable } from './stable.ts';
import { startState } from './start.ts';

/** A hundred-thousandth of the criterion is far below what decides between models. */
const EFFORT: Effort = { evaluations: 200, tolerance: 1e-5 };
/** Where the search starts: slow enough that noise is not followed. */
const START: Smoothing = { alpha: 0.2, beta: 0.02, gamma: 0.05, phi: 0.96 };

/** One model at its best parameters. */
export interface EtsFit {
  components: Components;
  /** After its last pass over the history. */
  recursion: EtsRecursion;
  smoothing: Smoothing;
  /** AICc up to a constant that is the same for all models of one history. */
  criterion: number;
}

/**
 * Parameters and start state of one model by maximum likelihood, with a prior on the speed of slopes.
 * @param values  of size one (their mean absolute value), above zero where a part is multiplicative
 * @param period  1 where the model has no season
 * @param from    where the search for the smoothing parameters starts; usual values when left out
 * @returns undefined where there are too few values, or the best parameters are no stable model
 * Source: Hyndman, Koehler, Ord, Snyder 2008, "Forecasting with exponential smoothing", sections 5.1 and 7.
 */
export function estimateEts(
  values: Float64Array,
  period: number,
  components: Components,
  from = START
): EtsFit | undefined {
  const n = values.length;
  const count = parametersOf(components, period);
  if (n <= count + 1) {
    return undefined;
  }
  const recursion = new EtsRecursion(values, period, components);
  const guess = startState(values, recursion.period, components);
  const start: Smoothing = {
    alpha: from.alpha,
    beta: components.trend === 'N' ? 0 : from.beta,
    gamma: components.season === 'N' ? 0 : from.gamma,
    phi: components.trend === 'Ad' ? from.phi : 1,
  };
  recursion.forward(start, guess);
  const parameters = new EtsParameters(components, guess, Math.sqrt(recursion.squaredError / n) || 1);
  const { smoothing, state } = parameters;
  const cost = (x: Float64Array, gradient: Float64Array): number => {
    parameters.read(x);
    const value = recursion.forward(smoothing, state);
    if (!Number.isFinite(value)) {
      return Infinity;
    }
    recursion.backward(smoothing);
    parameters.chain(recursion.slopes, gradient);
    return value + parameters.prior(gradient);
  };
  const { x, value } = minimiseSmooth(cost, parameters.variablesAt(start), EFFORT);
  parameters.read(x);
  recursion.forward(smoothing, state);
  return Number.isFinite(value) && isStable(smoothing, components, period)
    ? { components, recursion, smoothing, criterion: value + (2 * count * n) / (n - count - 1) }
    : undefined;
}
