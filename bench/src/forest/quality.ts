import type { Labelled } from '../../../ml-backend/src/learners/dataset.ts';
import { foldsOf, splitOff } from '../../../ml-backend/src/learners/draw.ts';
import type { Forest } from '../../../ml-backend/src/learners/forest.ts';
import { fitForest } from '../../../ml-backend/src/learners/forest.ts';
import { random } from '../../../ml-backend/src/learners/random.ts';
import { auc, rSquared } from '../../../ml-backend/src/learners/score.ts';
import type { Figure } from '../figure.ts';
import { mean } from '../figure.ts';
import type { Quality } from './input.ts';

/** How far a forest may lie below its peer on small data. */
const slack = 0.03;
const seeds = [1, 2, 3, 4];

/** Five folds, each predicted by the forest that has the best out-of-bag score on the others. */
export function qualityFigures({ numbers, classes, r2, auc: area }: Quality): Figure[] {
  const figure = (name: string, value: number, peer: number): Figure[] => [
    { name, value, unit: 'score', floor: { sense: 'at least', value: Number((peer - slack).toFixed(4)) } },
    { name: `${name}_peer`, value: peer, unit: 'score' },
  ];
  return [
    ...figure('rf_quality_r2', crossValidated(numbers, rSquared), r2),
    ...figure('rf_quality_auc', crossValidated(classes, auc), area),
  ];
}

function crossValidated(data: Labelled, score: (y: Float64Array, predicted: Float64Array) => number): number {
  const scores = seeds.flatMap((seed) =>
    foldsOf(data.x.rows, 5, random(seed), data.classes === undefined ? undefined : data.y).map((fold) => {
      const [train, test] = splitOff(data, fold);
      return score(test.y, chosen(train).predict(test.x));
    })
  );
  return mean(scores);
}

/** The best of a few settings by out-of-bag score: no row of the test fold has a say. */
function chosen(train: Labelled): Forest {
  return [1, 5]
    .flatMap((minLeaf) => [0.5, 1].map((splitShare) => fitForest(train, { minLeaf, splitShare })))
    .reduce((best, forest) => (forest.outOfBag > best.outOfBag ? forest : best));
}
