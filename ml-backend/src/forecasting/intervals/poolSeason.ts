import { seasonOf } from '../members/season.ts';
import type { Pool } from './pool.ts';

const YEAR = 12;
/** Own season and the pool's are of equal weight at two years. */
const EQUAL_AT = 24;

/**
 * The season of a history too short for its own: the pool's by calendar month, and from one year on the history's own
 * with weight n / (n + 24).
 * @param values  positive for an own season
 * @param month   calendar month of the first value, 0 for January
 * @returns the factor of the level at each month from the first value on
 */
export function borrowedSeason(values: Float64Array, month: number, pool: Pool): (at: number) => number {
  const { length } = values;
  const own = length >= YEAR && values.every((value) => value > 0) ? ownSeason(values) : undefined;
  const weight = own ? length / (length + EQUAL_AT) : 0;
  const factors = Float64Array.from({ length: YEAR }, (_, phase) => {
    const borrowed = pool.season?.[(phase + month) % YEAR] ?? 0;
    return Math.exp(weight * (own?.[phase] ?? 0) + (1 - weight) * borrowed);
  });
  return (at) => factors[at % YEAR]!;
}

/** Log factors by phase from one to two years: what is left of the logarithms beside a line. */
function ownSeason(values: Float64Array): Float64Array {
  const { length } = values;
  const logs = values.map(Math.log);
  const middle = (length - 1) / 2;
  const mean = logs.reduce((sum, value) => sum + value, 0) / length;
  const slope =
    logs.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0) / ((length * (length * length - 1)) / 12);
  const rest = logs.map((value, at) => value - mean - slope * (at - middle));
  const sums = new Float64Array(YEAR);
  const counts = new Float64Array(YEAR);
  rest.forEach((value, at) => {
    sums[at % YEAR]! += value;
    counts[at % YEAR]!++;
  });
  return sums.map((sum, phase) => sum / counts[phase]!);
}

/** Series whose seasons weigh as much as no season. */
const SERIES_BEHIND = 10;

/**
 * The season that many monthly series share.
 * @param series  values and calendar month of the first one
 * @returns log factors by calendar month, mean 0, drawn towards none by few series
 */
export function sharedSeason(series: readonly { values: Float64Array; month: number }[]): number[] {
  const sums = new Float64Array(YEAR);
  let count = 0;
  for (const { values, month } of series) {
    const season = values.length >= 2 * YEAR ? seasonOf(values, YEAR, 'ratio') : undefined;
    if (season?.kind === 'ratio') {
      season.indices.forEach((factor, phase) => (sums[(phase + month) % YEAR]! += Math.log(factor)));
      count++;
    }
  }
  const logs = sums.map((sum) => sum / (count + SERIES_BEHIND));
  const mean = logs.reduce((sum, value) => sum + value, 0) / YEAR;
  return Array.from(logs, (value) => value - mean);
}
