import { fitBoosted } from '../../ml-backend/src/learners/boosted.ts';
import type { Labelled } from '../../ml-backend/src/learners/dataset.ts';
import { foldsOf, splitOff } from '../../ml-backend/src/learners/draw.ts';
import type { TabularModel } from '../../ml-backend/src/learners/learner.ts';
import { random } from '../../ml-backend/src/learners/random.ts';
import { loadForest } from '../../ml-backend/src/learners/forest.ts';
import { balancedAccuracy, rSquared } from '../../ml-backend/src/learners/score.ts';
import { tabularLearner } from '../../ml-backend/src/learners/tabular.ts';
import type { Bench, BenchContext } from './bench.ts';
import type { Figure } from './figure.ts';
import { mean, median } from './figure.ts';
import { readTask } from './forest/input.ts';
import { qualityFigures } from './forest/quality.ts';

const seeds = [1, 2, 3, 4, 5];

const atLeast = (value: number) => ({ sense: 'at least' as const, value });
const atMost = (value: number) => ({ sense: 'at most' as const, value });

export const forest: Bench = {
  name: 'forest',
  says: 'Trees on 2,000 x 20: scores on the test part (mean of five seeds) and CPU of a fit with its out-of-bag score (median; the first, which compiles, apart). Settings are the defaults, picked by out-of-bag score and cross-validation of the training part; those scores stand beside. On small data settings are picked by out-of-bag score in each fold. ml-random-forest with fewer trees (`--peerTrees`), since it is slow.',
  options: ['data', 'peerTrees'],
  async run({ options, count, say, signal }) {
    const task = readTask(options.data);
    const { numbers, classes, testNumbers, testClasses } = task;
    say('random forest');
    const forests = await fits('random-forest', numbers, signal);
    const labelling = await fits('random-forest', classes, signal);
    say('boosted trees');
    const boosted = await fits('boosted-trees', numbers, signal);
    const boostedClasses = await fits('boosted-trees', classes, signal);
    const figures: Figure[] = [
      figure('forest_r2', meanScore(forests, testNumbers, rSquared), 'score', atLeast(0.81)),
      figure('forest_oob_r2', outOfBag(forests), 'score'),
      figure('forest_balanced_accuracy', meanScore(labelling, testClasses, balancedAccuracy), 'score', atLeast(0.822)),
      figure('forest_oob_accuracy', outOfBag(labelling), 'score'),
      ...costs('forest', forests, testNumbers, atMost(0.6)),
      figure('boosted_r2', meanScore(boosted, testNumbers, rSquared), 'score', atLeast(0.915)),
      figure('boosted_validation_r2', validated(numbers), 'score'),
      figure('boosted_balanced_accuracy', meanScore(boostedClasses, testClasses, balancedAccuracy), 'score'),
      ...costs('boosted', boosted, testNumbers),
    ];
    if (task.quality) {
      say('quality on small data');
      figures.push(...qualityFigures(task.quality));
    }
    const trees = count('peerTrees', 20);
    say(`ml-random-forest, ${trees} trees; this takes a while`);
    const peer = await fits('ml-random-forest', numbers, signal, { trees }, [1]);
    figures.push(figure('ml_random_forest_trees', trees, 'trees'));
    figures.push(figure('ml_random_forest_r2', meanScore(peer, testNumbers, rSquared), 'score'));
    figures.push(figure('ml_random_forest_cpu_per_100_trees', (peer[0]!.cpu * 100) / trees, 's'));
    figures.push(...costs('ml_random_forest', peer, testNumbers));
    return [
      ...figures,
      ...task.peers.map(([name, value]) => figure(name, value, name.endsWith('cpu_s') ? 's' : 'score')),
    ];
  },
};

interface Timed {
  model: TabularModel;
  /** Seconds. */
  cpu: number;
}

const figure = (name: string, value: number, unit: string, floor?: Figure['floor']): Figure => ({
  name,
  value,
  unit,
  ...(floor && { floor }),
});

async function fits(
  name: string,
  data: Labelled,
  signal: BenchContext['signal'],
  params = {},
  over: readonly number[] = seeds
): Promise<Timed[]> {
  const made: Timed[] = [];
  for (const seed of over) {
    const before = process.cpuUsage();
    const model = await tabularLearner(name).fit(data, params, { seed, signal });
    made.push({ model, cpu: secondsSince(before) });
  }
  return made;
}

function meanScore(made: Timed[], test: Labelled, score: (y: Float64Array, said: Float64Array) => number): number {
  return mean(made.map(({ model }) => score(test.y, model.predict(test))));
}

/** Mean out-of-bag score, which a saved forest holds. */
const outOfBag = (made: Timed[]): number => mean(made.map(({ model }) => loadForest(model.save()).outOfBag));

function costs(name: string, made: Timed[], test: Labelled, floor?: Figure['floor']): Figure[] {
  const { model } = made[0]!;
  const before = process.cpuUsage();
  model.predict(test);
  const predict = secondsSince(before);
  return [
    figure(`${name}_cpu`, median(made.map(({ cpu }) => cpu)), 's', floor),
    ...(made.length > 1 ? [figure(`${name}_first_cpu`, made[0]!.cpu, 's')] : []),
    figure(`${name}_predict_cpu`, (predict * 1e3) / test.x.rows, 'ms/row'),
    figure(`${name}_bytes`, model.save().length, 'B'),
  ];
}

/** Mean R2 over four folds of the training part: what the settings were picked by. */
function validated(data: Labelled): number {
  const scores = foldsOf(data.x.rows, 4, random(1)).map((fold) => {
    const [train, test] = splitOff(data, fold);
    return rSquared(test.y, fitBoosted(train).predict(test.x));
  });
  return mean(scores);
}

function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
