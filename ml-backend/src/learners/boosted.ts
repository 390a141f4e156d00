import { boost } from './boosted/boost.ts';
import { Boosted } from './boosted/model.ts';
import { BoostedParams } from './boosted/params.ts';
import type { Labelled } from './dataset.ts';
import { withDefaults } from './params.ts';
import type { Run, Steps } from './run.ts';
import { runNow } from './run.ts';

export { Boosted, BoostedParams };
export { loadBoosted, saveBoosted } from './boosted/file.ts';

/**
 * Gradient-boosted trees over histograms, grown best split first.
 * @param validation  rows to stop early by, instead of a share of the data
 * @throws EncoreError LEARNER_BAD_DATA, LEARNER_BAD_PARAMETER; the signal's reason
 * Source: Friedman 2001, "Greedy function approximation: a gradient boosting machine"; histograms as in Ke et al. 2017,
 * "LightGBM".
 */
export function fitBoosted(
  data: Labelled,
  params: Partial<BoostedParams> = {},
  run: Partial<Run> = {},
  validation?: Labelled
): Boosted {
  return runNow(boostedSteps(data, params, run.seed, validation), run);
}

/** The same round by round. */
export function* boostedSteps(
  data: Labelled,
  params: Partial<BoostedParams> = {},
  seed = 1,
  validation?: Labelled
): Steps<Boosted> {
  const all = withDefaults(BoostedParams, params);
  const { base, trees } = yield* boost(data, all, seed, validation);
  return new Boosted(all, data.classes, base, trees);
}
