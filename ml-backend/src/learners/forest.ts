import type { Labelled } from './dataset.ts';
import { grove } from './forest/grove.ts';
import { Forest } from './forest/model.ts';
import { ForestParams } from './forest/params.ts';
import { withDefaults } from './params.ts';
import type { Run, Steps } from './run.ts';
import { runNow } from './run.ts';

export { Forest, ForestParams };
export { loadForest, saveForest } from './forest/file.ts';

/**
 * A random forest over histograms, with its out-of-bag score.
 * @throws EncoreError LEARNER_BAD_DATA, LEARNER_BAD_PARAMETER; the signal's reason
 * Source: Breiman 2001, "Random forests"; bins instead of exact splits as in Ke et al. 2017, "LightGBM".
 */
export function fitForest(data: Labelled, params: Partial<ForestParams> = {}, run: Partial<Run> = {}): Forest {
  return runNow(forestSteps(data, params, run.seed), run);
}

/** The same tree by tree. */
export function* forestSteps(data: Labelled, params: Partial<ForestParams> = {}, seed = 1): Steps<Forest> {
  const all = withDefaults(ForestParams, params);
  const { base, trees, outOfBag } = yield* grove(data, all, seed);
  return new Forest(all, data.classes, base, trees, outOfBag);
}
