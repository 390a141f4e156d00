import { evenSample, PROBABILITIES } from './quantiles.ts';

/** Even outcomes that a kept distribution is read into: the worst 5% are a hundred of them. */
const OUTCOMES = 2000;

/** Equally likely outcomes of one quantity, ascending, from its quantiles at `PROBABILITIES`. */
export const outcomesOf = (quantiles: ArrayLike<number>): Float64Array => evenSample(quantiles, OUTCOMES);

/**
 * P(quantity < limit), read from its quantiles at `PROBABILITIES`: linear between them.
 * @returns 0 to 1; 0 and 1 beyond the outermost, where nothing is told
 */
export function chanceBelow(quantiles: ArrayLike<number>, limit: number): number {
  let above = 0;
  while (above < PROBABILITIES.length && quantiles[above]! < limit) above++;
  if (above === 0) return 0;
  if (above === PROBABILITIES.length) return 1;
  const [low, high] = [quantiles[above - 1]!, quantiles[above]!];
  const [from, to] = [PROBABILITIES[above - 1]!, PROBABILITIES[above]!];
  return from + ((limit - low) / (high - low)) * (to - from);
}

/**
 * Expected shortfall, or CVaR: the mean of the worst outcomes.
 * @param sorted  ascending, equally likely, at least one
 * @param share   how many of them are the worst, in (0, 1]; where that is no whole number the last one counts in part
 * Source: Rockafellar, Uryasev 2002, "Conditional value-at-risk for general loss distributions", proposition 8.
 */
export function expectedShortfall(sorted: Float64Array, share: number): number {
  const worst = share * sorted.length;
  const whole = Math.floor(worst);
  let sum = 0;
  for (let index = 0; index < whole; index++) sum += sorted[index]!;
  const part = worst - whole;
  return part > 0 ? (sum + part * sorted[whole]!) / worst : sum / whole;
}

/** What only whole paths tell: how it goes on the way. */
export interface RiskOnTheWay {
  /** P(at least one of the steps lies below the limit). */
  anyBelow: number;
  /** The lowest point of the running sum of each path, or 0 where it never goes below; ascending. */
  lowest: Float64Array;
}

/** @param paths  rows of one value a step @param horizon  steps that count */
export function riskOnTheWay(paths: readonly Float64Array[], horizon: number, limit: number): RiskOnTheWay {
  let any = 0;
  const lowest = Float64Array.from(paths, (path) => {
    let sum = 0;
    let low = 0;
    let isBelow = false;
    for (let step = 0; step < horizon; step++) {
      sum += path[step]!;
      low = Math.min(low, sum);
      isBelow ||= path[step]! < limit;
    }
    any += Number(isBelow);
    return low;
  });
  return { anyBelow: any / paths.length, lowest: lowest.sort() };
}
