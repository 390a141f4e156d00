import { effectDraws } from './clean.ts';
import type { Effect } from './pool.ts';

/** One thing that is done otherwise, and how it reaches the metric. */
export interface Change {
  effect: Effect;
  /**
   * `factor`: the part `share` of the metric is multiplied by exp(effect x dose); `addend`: effect x dose comes on top,
   * dose in the metric's unit.
   */
  way: 'factor' | 'addend';
  /** One number a bucket ahead. */
  dose: Float64Array;
  share?: number;
}

export interface ScenarioPaths {
  scenario: Float64Array[];
  /** Scenario less baseline, path by path: both have the same luck, only the change differs. */
  difference: Float64Array[];
}

/**
 * What the futures of a metric become when something is changed, each future with the effects as they may be.
 * @param baseline     rows of one value a bucket ahead
 * @param nonNegative  the metric cannot go below zero
 */
export function scenarioPaths(
  baseline: readonly Float64Array[],
  changes: readonly Change[],
  nonNegative: boolean,
  seed: number
): ScenarioPaths {
  const draws = changes.map(({ effect }, i) => effectDraws(effect, baseline.length, seed + 7919 * (i + 1)));
  const scenario = baseline.map((path, p) =>
    path.map((value, t) => {
      let [factor, more] = [1, 0];
      for (const [i, { way, dose, share = 1 }] of changes.entries()) {
        const size = draws[i]![p]! * dose[t]!;
        if (way === 'factor') factor *= 1 + share * Math.expm1(size);
        else more += size;
      }
      const changed = value * factor + more;
      return nonNegative ? Math.max(0, changed) : changed;
    })
  );
  return { scenario, difference: scenario.map((path, p) => path.map((value, t) => value - baseline[p]![t]!)) };
}
