import type { Day } from './calendar.ts';
import type { DisturbedMetric, PlannedAnomaly } from './incidents.ts';
import type { AnomalyLabel } from './truth.ts';

/** Weeks before and after that make a neighbourhood. */
const reach = 4;
/** Where there are too few weeks to tell. */
const unknownSpread = 0.1;

/**
 * How far the weeks of an undisturbed series stray from their neighbourhood.
 * @param values one a week, above zero where known
 * @returns standard deviation of log(value / median of the nine weeks around it), from the median absolute deviation
 *   (times 1.4826), never below 0.01
 */
export function weeklySpread(values: ArrayLike<number>): number {
  const strays: number[] = [];
  const around = new Float64Array(2 * reach + 1);
  for (let i = reach; i + reach < values.length; i++) {
    for (let j = 0; j < around.length; j++) around[j] = values[i - reach + j]!;
    const middle = around.sort()[reach]!;
    if (middle > 0 && values[i]! > 0) strays.push(Math.log(values[i]! / middle));
  }
  if (strays.length < 8) return unknownSpread;
  const center = median(strays);
  return Math.max(0.01, 1.4826 * median(strays.map((stray) => Math.abs(stray - center))));
}

/** Standard deviation of a whole population; 1 where nothing varies, so that it can be divided by. */
export function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
}

/** The middle value; sorts the values. */
function median(values: number[]): number {
  values.sort((a, b) => a - b);
  const half = values.length >> 1;
  return values.length % 2 ? values[half]! : (values[half - 1]! + values[half]!) / 2;
}

/**
 * Multiplies the weeks that are to be disturbed and tells what was done.
 * @param multiply is called with the week's index and the factor
 */
export function disturb(
  planned: readonly PlannedAnomaly[],
  metric: DisturbedMetric,
  weeks: { first: Day; count: number; spread: number },
  multiply: (week: number, factor: number) => void
): AnomalyLabel[] {
  const labels: AnomalyLabel[] = [];
  for (const one of planned) {
    const week = Math.round((one.start - weeks.first) / 7);
    if (one.metric !== metric || week < 0 || week >= weeks.count) continue;
    const logFactor = one.sigmas * weeks.spread;
    multiply(week, Math.exp(logFactor));
    labels.push(labelOf(one, logFactor, 'week'));
  }
  return labels;
}

export const labelOf = (
  { metric, start, end, sigmas, cause }: PlannedAnomaly,
  logFactor: number | null,
  grain: AnomalyLabel['grain']
): AnomalyLabel => ({ metric, start, end, direction: sigmas > 0 ? 'spike' : 'drop', sigmas, logFactor, grain, cause });
