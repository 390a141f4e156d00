import { inverse, times } from './symmetric.ts';

/** Coefficients of a regression and how sure they are. */
export interface Coefficients {
  values: Float64Array;
  /** Standard errors, one a coefficient. */
  errors: Float64Array;
  /** Observations. */
  n: number;
}

const mostSteps = 60;

/**
 * Regression of a mean that is the exponential of a sum, for amounts whose spread grows with their mean: gamma
 * pseudo-maximum likelihood. A mean of zero heads is no logarithm's problem here, and the answer is the elasticity of
 * the mean, which a regression of logarithms misses where the spread depends on the regressors.
 * @param rows  regressors, row-major, one row an observation; the first column is usually 1
 * @param y     amounts, zero or more
 * @param ridge added to the information of each column, in observations: holds columns that hardly vary
 * @returns errors are robust to any variance (HC3); undefined where it does not settle or columns say the same
 * Sources: Manning, Mullahy 2001, "Estimating log models: to transform or not to transform?"; Santos Silva, Tenreyro
 * 2006, "The log of gravity"; MacKinnon, White 1985 (HC3).
 */
export function logLinkRegression(
  rows: Float64Array,
  y: Float64Array,
  columns: number,
  ridge: Float64Array
): Coefficients | undefined {
  const n = y.length;
  const information = new Float64Array(columns * columns);
  for (let i = 0; i < n; i++) addOuter(information, rows, i, columns, 1);
  for (let k = 0; k < columns; k++) information[k * columns + k]! += ridge[k]!;
  const bread = inverse(information, columns);
  if (!bread) return undefined;
  const values = new Float64Array(columns);
  values[0] = Math.log(y.reduce((sum, value) => sum + value, 0) / n);
  const residuals = new Float64Array(n);
  for (let step = 0; step < mostSteps; step++) {
    relativeErrors(residuals, rows, y, values);
    const score = values.map((value, k) => -ridge[k]! * (k === 0 ? 0 : value));
    for (let i = 0; i < n; i++) {
      const pull = Math.min(3, residuals[i]!);
      for (let k = 0; k < columns; k++) score[k]! += rows[i * columns + k]! * (step < 15 ? pull : residuals[i]!);
    }
    const change = times(bread, score);
    for (let k = 0; k < columns; k++) values[k]! += change[k]!;
    if (change.some((value) => !Number.isFinite(value))) return undefined;
    if (step > 15 && change.every((value) => Math.abs(value) < 1e-7)) {
      return { values, errors: robustErrors(rows, residuals, bread, columns), n };
    }
  }
  return undefined;
}

function relativeErrors(into: Float64Array, rows: Float64Array, y: Float64Array, values: Float64Array): void {
  const columns = values.length;
  for (let i = 0; i < y.length; i++) {
    let sum = 0;
    for (let k = 0; k < columns; k++) sum += rows[i * columns + k]! * values[k]!;
    into[i] = y[i]! / Math.exp(sum) - 1;
  }
}

function robustErrors(rows: Float64Array, residuals: Float64Array, bread: Float64Array, columns: number): Float64Array {
  const meat = new Float64Array(columns * columns);
  for (let i = 0; i < residuals.length; i++) {
    const row = rows.subarray(i * columns, (i + 1) * columns);
    const leverage = times(bread, row).reduce((sum, value, k) => sum + value * row[k]!, 0);
    addOuter(meat, rows, i, columns, (residuals[i]! / Math.max(0.1, 1 - leverage)) ** 2);
  }
  return Float64Array.from({ length: columns }, (_, k) => {
    const column = bread.subarray(k * columns, (k + 1) * columns);
    const spread = times(meat, column).reduce((sum, value, j) => sum + value * column[j]!, 0);
    return Math.sqrt(spread);
  });
}

function addOuter(into: Float64Array, rows: Float64Array, i: number, columns: number, weight: number): void {
  for (let a = 0; a < columns; a++) {
    const left = weight * rows[i * columns + a]!;
    if (left === 0) continue;
    for (let b = 0; b < columns; b++) into[a * columns + b]! += left * rows[i * columns + b]!;
  }
}
