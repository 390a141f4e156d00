import type { Said } from '../combination/roll.ts';
import { meanSquaredErrors } from '../combination/weigh.ts';
import type { ErrorRecord } from './fitPool.ts';
import type { Outlook } from './outlook.ts';
import { errorIn } from './unit.ts';

/**
 * What became of a forecast: its errors and those of its members.
 * @param series   number of the series
 * @param outlook  the forecast as it was made
 * @param actual   the history as it is known now
 * @param names    the members, in their order
 */
export function recordOf(
  series: number,
  outlook: Outlook,
  said: Said,
  actual: Float64Array,
  names: readonly string[]
): ErrorRecord {
  const { at, mean, evidence } = outlook;
  const steps = Math.min(mean.length, actual.length - at);
  const squared = meanSquaredErrors([said], actual, actual.length, names.length);
  const usual = squared.reduce((sum, value) => sum + value, 0) / squared.length;
  return {
    series,
    length: at,
    evidence,
    errors: Float64Array.from({ length: steps }, (_, step) =>
      errorIn(evidence.unit, actual[at + step]!, mean[step]!, evidence.level)
    ),
    members: Object.fromEntries(names.map((name, index) => [name, said.failed[index] ? NaN : squared[index]! / usual])),
  };
}
