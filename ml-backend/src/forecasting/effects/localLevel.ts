import type { Coefficients } from './logLink.ts';
import { inverse, times } from './symmetric.ts';

export interface LevelFit extends Coefficients {
  /** Log likelihood, to compare regressors of one series (restricted by their number). */
  likelihood: number;
  /** Variance of the level's steps over that of the noise. */
  ratio: number;
  /** 1 where the level starts anew: something from outside, which no regressor explains. */
  breaks: Uint8Array;
}

/** What a fit may take over from an earlier one of the same series. */
export type Kept = Pick<LevelFit, 'ratio' | 'breaks'>;

/** From a level that stands still to one that walks as far as the noise throws, and farther. */
const ratios = [0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
/** Steps of more standard deviations than this are no noise. */
const breakAt = 3.5;

/**
 * Regression of a series whose own level wanders: y = level + X b + noise, the level a random walk. What moves slowly
 * goes into the level, so that a coefficient is told by what comes and goes with its regressor. Where a step is larger
 * than chance makes it, the level starts anew there: a stroke of luck moves no coefficient.
 * @param y        one value a bucket, oldest first; NaN where nothing is known
 * @param columns  regressors, each as long as `y`
 * @param kept     ratio and breaks where they are known; by restricted likelihood when left out
 * @returns undefined where there are not twice as many values as columns, or columns say the same
 * Sources: Harvey 1989, "Forecasting, structural time series models and the Kalman filter", section 3.4; de Jong 1991,
 * "The diffuse Kalman filter" (regressors through the same filter); Harvey, Koopman 1992, "Diagnostic checking of
 * unobserved-components time series models" (breaks).
 */
export function levelRegression(y: Float64Array, columns: readonly Float64Array[], kept?: Kept): LevelFit | undefined {
  if (kept) return fitAt(y, columns, kept.ratio, kept.breaks);
  const plain = bestRatio(y, columns, new Uint8Array(y.length));
  if (!plain) return undefined;
  const breaks = breaksOf(y, columns, plain);
  return breaks.includes(1) ? (bestRatio(y, columns, breaks) ?? plain) : plain;
}

function bestRatio(y: Float64Array, columns: readonly Float64Array[], breaks: Uint8Array): LevelFit | undefined {
  let best: LevelFit | undefined;
  for (const ratio of ratios) {
    const fit = fitAt(y, columns, ratio, breaks);
    if (fit && (!best || fit.likelihood > best.likelihood)) best = fit;
  }
  return best;
}

/**
 * Runs the columns and, last, y through the filter of the level.
 * @param each  gets the innovations of a bucket and their variance in units of the noise's
 */
function filter(
  y: Float64Array,
  columns: readonly Float64Array[],
  ratio: number,
  breaks: Uint8Array,
  each: (row: Float64Array, variance: number, t: number) => void
): void {
  const k = columns.length;
  const levels = new Float64Array(k + 1);
  const row = new Float64Array(k + 1);
  let [uncertain, started] = [0, false];
  for (let t = 0; t < y.length; t++) {
    if (breaks[t]) started = false;
    if (!Number.isFinite(y[t])) {
      uncertain += ratio;
      continue;
    }
    for (let j = 0; j <= k; j++) row[j] = (j < k ? columns[j]![t]! : y[t]!) - levels[j]!;
    if (!started) {
      for (let j = 0; j <= k; j++) levels[j]! += row[j]!;
      [started, uncertain] = [true, 1 + ratio];
      continue;
    }
    const variance = uncertain + 1;
    const gain = uncertain / variance;
    for (let j = 0; j <= k; j++) levels[j]! += gain * row[j]!;
    uncertain = gain + ratio;
    each(row, variance, t);
  }
}

function fitAt(
  y: Float64Array,
  columns: readonly Float64Array[],
  ratio: number,
  breaks: Uint8Array
): LevelFit | undefined {
  const k = columns.length;
  const cross = new Float64Array((k + 1) * (k + 1));
  let [n, logs] = [0, 0];
  filter(y, columns, ratio, breaks, (row, variance) => {
    for (let j = 0; j <= k; j++) {
      const weighted = row[j]! / variance;
      if (weighted !== 0) for (let i = 0; i <= j; i++) cross[j * (k + 1) + i]! += weighted * row[i]!;
    }
    logs += Math.log(variance);
    n++;
  });
  const solved = n >= 2 * k + 4 ? solve(cross, k, n) : undefined;
  if (!solved) return undefined;
  const { values, errors, variance } = solved;
  return { values, errors, n, ratio, breaks, likelihood: -0.5 * ((n - k) * Math.log(variance) + logs) };
}

/** @param cross lower half of the weighted products of all columns and, last, of y */
function solve(cross: Float64Array, k: number, n: number) {
  const at = (a: number, b: number) => cross[Math.max(a, b) * (k + 1) + Math.min(a, b)]!;
  const matrix = Float64Array.from({ length: k * k }, (_, i) => at(Math.floor(i / k), i % k));
  const bread = inverse(matrix, k);
  if (!bread) return undefined;
  const values = times(
    bread,
    Float64Array.from({ length: k }, (_, j) => at(j, k))
  );
  const rest = at(k, k) - values.reduce((sum, value, j) => sum + value * at(j, k), 0);
  const variance = Math.max(rest, 1e-300) / (n - k);
  return { values, variance, errors: values.map((_, j) => Math.sqrt(variance * bread[j * k + j]!)) };
}

function breaksOf(y: Float64Array, columns: readonly Float64Array[], fit: LevelFit): Uint8Array {
  const steps = new Float64Array(y.length);
  filter(y, columns, fit.ratio, fit.breaks, (row, variance, t) => {
    const left = row[columns.length]! - fit.values.reduce((sum, value, j) => sum + value * row[j]!, 0);
    steps[t] = left / Math.sqrt(variance);
  });
  const sizes = steps
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort();
  const usual = 1.4826 * (sizes[sizes.length >> 1] ?? 0);
  return Uint8Array.from(steps, (step) => Number(usual > 0 && Math.abs(step) > breakAt * usual));
}
