import type { Dependence } from './errorTable.ts';
import { evenSample } from './quantiles.ts';
import { normal } from './random.ts';
import type { ErrorUnit } from './spread.ts';
import { withError } from './spread.ts';

/** What the errors of one forecast look like. */
export interface ErrorModel {
  unit: ErrorUnit;
  spread: number;
  /** Quantiles of the error in units of `spread`, one row a step. */
  quantiles: Float64Array[];
  dependence: Dependence;
}

/**
 * Sample paths whose values at each step follow that step's error quantiles exactly and whose steps hang together as a
 * Gaussian copula: a common part and a part that fades from step to step.
 * @param mean   expected values, one a step
 * @returns `count` rows of one value a step
 * Source: Iman, Conover 1982, "A distribution-free approach to inducing rank correlation".
 */
export function samplePaths(
  mean: Float64Array,
  errors: ErrorModel,
  nonNegative: boolean,
  count: number,
  seed: number
): Float64Array[] {
  const paths = Array.from({ length: count }, () => new Float64Array(mean.length));
  const next = normal(seed);
  const { common, decay } = errors.dependence;
  const shared = Float64Array.from({ length: count }, next);
  let fading = Float64Array.from({ length: count }, next);
  for (let step = 0; step < mean.length; step++) {
    if (step > 0) {
      fading = fading.map((value) => decay * value + Math.sqrt(1 - decay * decay) * next());
    }
    const sample = evenSample(errors.quantiles[step]!, count);
    const latent = shared.map((value, path) => Math.sqrt(common) * value + Math.sqrt(1 - common) * fading[path]!);
    const sorted = latent.toSorted();
    for (let path = 0; path < count; path++) {
      const error = errors.spread * sample[placeOf(latent[path]!, sorted)]!;
      const value = withError(errors.unit, mean[step]!, error);
      paths[path]![step] = nonNegative ? Math.max(0, value) : value;
    }
  }
  return paths;
}

/** Index of a value in an ascending list that holds it. */
function placeOf(value: number, sorted: Float64Array): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
