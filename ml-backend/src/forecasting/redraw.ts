import type { Dependence } from './intervals/pool.ts';
import { evenSample } from './quantiles.ts';
import { normal } from './random.ts';
import type { Distribution } from './types.ts';

const COARSE = 0.1;
const FINE = 0.02;
/** Points by which a spread is read from kept quantiles. */
const POINTS = 400;

/**
 * How far the steps of a forecast hang together, read from how much its sums spread: least squares over a grid, coarse and
 * then fine, on the logarithms of the sums' variances.
 * @returns no dependence at all where the sums tell nothing
 */
export function dependenceWithin({ steps, totals }: Distribution): Dependence {
  const sizes = steps.map((row) => Math.sqrt(varianceOf(row)));
  const wanted = totals.map((row) => Math.log(varianceOf(row)));
  const pairs = products(sizes);
  let best = { common: 0, decay: 0, miss: Infinity };
  const look = (common: number, decay: number) => {
    if (common < 0 || decay < 0 || common >= 1 || decay >= 1) return;
    const miss = missOf(pairs, wanted, common, decay);
    if (miss < best.miss) best = { common, decay, miss };
  };
  for (let common = 0; common < 10; common++) {
    for (let decay = 0; decay < 10; decay++) look(common * COARSE, decay * COARSE);
  }
  const { common, decay } = best;
  for (let up = -4; up <= 4; up++) {
    for (let across = -4; across <= 4; across++) look(common + up * FINE, decay + across * FINE);
  }
  return { common: best.common, decay: best.decay };
}

/** Row h: sums of the products of sizes that lie 0, 1, 2 … steps apart within the first h + 1 steps. */
function products(sizes: readonly number[]): Float64Array[] {
  let before = new Float64Array(sizes.length);
  return sizes.map((size, step) => {
    before = before.map((sum, lag) => (lag <= step ? sum + size * sizes[step - lag]! : sum));
    return before;
  });
}

function missOf(pairs: readonly Float64Array[], wanted: readonly number[], common: number, decay: number): number {
  const weights = Float64Array.from(pairs, (_, lag) => (lag === 0 ? 1 : 2 * (common + (1 - common) * decay ** lag)));
  let miss = 0;
  for (let step = 1; step < pairs.length; step++) {
    if (!Number.isFinite(wanted[step])) continue;
    let variance = 0;
    for (let lag = 0; lag <= step; lag++) variance += weights[lag]! * pairs[step]![lag]!;
    miss += (Math.log(variance) - wanted[step]!) ** 2;
  }
  return miss;
}

function varianceOf(quantiles: ArrayLike<number>): number {
  const sample = evenSample(quantiles, POINTS);
  const mean = sample.reduce((sum, value) => sum + value, 0) / POINTS;
  return sample.reduce((sum, value) => sum + (value - mean) ** 2, 0) / POINTS;
}

/**
 * Sample paths of a stored distribution: at every step exactly its quantiles, hanging together over the steps as a
 * Gaussian copula with a common part and a part that fades.
 * @param steps  quantiles at `PROBABILITIES`, one row a step
 * @param seed   the same seed gives the same paths
 * @returns `count` rows of one value a step
 * Source: Iman, Conover 1982, "A distribution-free approach to inducing rank correlation".
 */
export function redrawPaths(
  steps: readonly Float64Array[],
  { common, decay }: Dependence,
  count: number,
  seed: number
): Float64Array[] {
  const paths = Array.from({ length: count }, () => new Float64Array(steps.length));
  const next = normal(seed);
  const shared = Float64Array.from({ length: count }, next);
  const fading = Float64Array.from({ length: count }, next);
  const renewal = Math.sqrt(1 - decay * decay);
  const latent = new Float64Array(count);
  steps.forEach((quantiles, step) => {
    for (let path = 0; path < count; path++) {
      if (step > 0) fading[path] = decay * fading[path]! + renewal * next();
      latent[path] = Math.sqrt(common) * shared[path]! + Math.sqrt(1 - common) * fading[path]!;
    }
    const sorted = latent.toSorted();
    const sample = evenSample(quantiles, count);
    for (let path = 0; path < count; path++) paths[path]![step] = sample[placeOf(latent[path]!, sorted)]!;
  });
  return paths;
}

/** Index of a value in an ascending list that holds it. */
function placeOf(value: number, sorted: Float64Array): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
