import type { Dependence } from './pool.ts';

const LAGS = 11;
/** Sizes are cut here: one wild series must not set the dependence of all. */
const CUT = 4;
const GRID = 0.02;

/**
 * How errors of different steps go together, over many forecasts: least squares over a grid on the correlations of
 * errors 1 to 11 steps apart.
 * @param rows    scaled errors by step, a row a forecast
 * @param behind  what stands where the rows say nothing
 * @param share   how much of the answer comes from the rows, 0 to 1
 */
export function dependenceOf(rows: readonly Float64Array[], behind: Dependence, share: number): Dependence {
  const found = Array.from({ length: LAGS }, (_, index) => correlationAt(rows, index + 1));
  const lags = found.flatMap((value, index) => (Number.isFinite(value) ? [{ lag: index + 1, value }] : []));
  if (lags.length < 3) {
    return behind;
  }
  let best = behind;
  let least = Infinity;
  for (let common = 0; common < 1; common += GRID) {
    for (let decay = 0; decay < 1; decay += GRID) {
      let miss = 0;
      for (const { lag, value } of lags) {
        miss += (value - common - (1 - common) * decay ** lag) ** 2;
      }
      if (miss < least) {
        least = miss;
        best = { common, decay };
      }
    }
  }
  return {
    common: share * best.common + (1 - share) * behind.common,
    decay: share * best.decay + (1 - share) * behind.decay,
  };
}

function correlationAt(rows: readonly Float64Array[], lag: number): number {
  let both = 0;
  let first = 0;
  let second = 0;
  for (const row of rows) {
    for (let step = 0; step + lag < Math.min(row.length, LAGS + 1); step++) {
      const a = cut(row[step]!);
      const b = cut(row[step + lag]!);
      if (Number.isFinite(a) && Number.isFinite(b)) {
        both += a * b;
        first += a * a;
        second += b * b;
      }
    }
  }
  return both / Math.sqrt(first * second);
}

const cut = (value: number): number => Math.max(-CUT, Math.min(CUT, value));
