import { PROBABILITIES, quantilesOf, valueAt } from '../quantiles.ts';
import { normal, uniform } from '../random.ts';
import type { Distribution } from '../types.ts';
import { normalProbability, normalQuantile } from '../normal.ts';
import type { Dependence } from './pool.ts';
import type { ErrorUnit } from './unit.ts';
import { withError } from './unit.ts';

/** What the errors of one forecast look like. */
export interface ErrorModel {
  unit: ErrorUnit;
  level: number;
  /** Scale of the error at each step, in its unit. */
  sizes: Float64Array;
  /** Quantiles at `PROBABILITIES` of the error in units of its scale. */
  quantiles: readonly number[];
  dependence: Dependence;
}

/** Errors are looked up at so many places of a normal variable between -REACH and REACH. */
const PLACES = 512;
const REACH = 4;

/**
 * Sample paths whose values at each step follow that step's error quantiles and whose steps hang together as a Gaussian
 * copula: a common part, spread evenly over the paths, and a part that fades from step to step.
 * @param mean   expected values, one a step
 * @returns `count` rows of one value a step
 * Source: Nelsen 2006, "An introduction to copulas", 2.3; McKay, Beckman, Conover 1979 (even spread).
 */
export function samplePaths(
  mean: Float64Array,
  errors: ErrorModel,
  nonNegative: boolean,
  count: number,
  seed: number
): Float64Array[] {
  const { common, decay } = errors.dependence;
  const next = normal(seed);
  const shared = evenNormals(count, seed);
  const own = Math.sqrt(1 - common);
  const renewal = own * Math.sqrt(1 - decay * decay);
  const error = errorTable(errors.quantiles);
  const horizon = mean.length;
  return Array.from({ length: count }, (_, index) => {
    const path = new Float64Array(horizon);
    const base = Math.sqrt(common) * shared[index]!;
    let fading = own * next();
    for (let step = 0; step < horizon; step++) {
      const place = ((base + fading + REACH) * PLACES) / (2 * REACH);
      const low = Math.max(0, Math.min(PLACES - 1, Math.floor(place)));
      const share = Math.max(0, Math.min(1, place - low));
      const found = error[low]! + share * (error[low + 1]! - error[low]!);
      const value = withError(errors.unit, mean[step]!, errors.sizes[step]! * found, errors.level);
      path[step] = nonNegative ? Math.max(0, value) : value;
      fading = decay * fading + renewal * next();
    }
    return path;
  });
}

/** The error at evenly spaced places of a standard normal variable. */
function errorTable(quantiles: readonly number[]): Float64Array {
  return Float64Array.from({ length: PLACES + 1 }, (_, place) =>
    valueAt(quantiles, normalProbability((2 * REACH * place) / PLACES - REACH))
  );
}

/** Standard normal values at even probabilities, shuffled. */
function evenNormals(count: number, seed: number): Float64Array {
  const values = Float64Array.from({ length: count }, (_, index) => normalQuantile((index + 0.5) / count));
  const next = uniform(seed ^ 0x5bd1e995);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1));
    [values[last], values[other]] = [values[other]!, values[last]!];
  }
  return values;
}

/** Quantiles of every step, straight from the errors', and of every sum of the first steps, over the sample paths. */
export function distributionOf(
  mean: Float64Array,
  errors: ErrorModel,
  nonNegative: boolean,
  paths: readonly Float64Array[]
): Distribution {
  const running = new Float64Array(paths.length);
  const steps: Float64Array[] = [];
  const totals: Float64Array[] = [];
  for (let step = 0; step < mean.length; step++) {
    steps.push(
      Float64Array.from(PROBABILITIES, (_, place) => {
        const value = withError(errors.unit, mean[step]!, errors.sizes[step]! * errors.quantiles[place]!, errors.level);
        return nonNegative ? Math.max(0, value) : value;
      })
    );
    for (let path = 0; path < paths.length; path++) {
      running[path]! += paths[path]![step]!;
    }
    totals.push(quantilesOf(running.toSorted()));
  }
  return { steps, totals };
}
