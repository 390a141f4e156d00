import type { Dependence } from './errorTable.ts';
import { valueAt } from './quantiles.ts';
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
    const latent = shared.map((value, path) => Math.sqrt(common) * value + Math.sqrt(1 - common) * fading[path]!);
    const order = Uint32Array.from(latent.keys()).sort((a, b) => latent[a]! - latent[b]!);
    order.forEach((path, rank) => {
      const error = errors.spread * valueAt(errors.quantiles[step]!, (rank + 0.5) / count);
      const value = withError(errors.unit, mean[step]!, error);
      paths[path]![step] = nonNegative ? Math.max(0, value) : value;
    });
  }
  return paths;
}
