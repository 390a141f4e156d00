import { itAgrees, readOracle } from '../testing/oracles.ts';
import { fitBoosted } from './boosted.ts';
import { matrix } from './dataset.ts';
import { fitForest } from './forest.ts';
import { balancedAccuracy, rSquared } from './score.ts';

interface Task {
  X: number[][];
  y: number[];
  c: number[];
  Xtest: number[][];
  ytest: number[];
  ctest: number[];
  peers: Record<string, { r2: number[]; balanced_accuracy: number }>;
}

const task = () => {
  const given = readOracle<Task>('forest_2000x20.json.gz');
  return {
    x: matrix(given.X),
    y: Float64Array.from(given.y),
    labels: Float64Array.from(given.c),
    xTest: matrix(given.Xtest),
    yTest: Float64Array.from(given.ytest),
    labelsTest: Float64Array.from(given.ctest),
    peers: given.peers,
  };
};

/** How far below a peer on the test part a learner may be. */
const slack = 0.01;

describe('trees with their defaults on 2,000 rows of 20 columns', () => {
  itAgrees('with scikit-learn’s forest: numbers at least as well', () => {
    const { x, y, xTest, yTest, peers } = task();
    const peer = Math.max(...peers['random_forest_max_features_1.00_min_leaf_5']!.r2);
    expect(rSquared(yTest, fitForest({ x, y }).predict(xTest))).toBeGreaterThan(peer - slack);
  });

  itAgrees('with scikit-learn’s forest: classes at least as well', () => {
    const { x, labels, xTest, labelsTest, peers } = task();
    const peer = peers.random_forest_classifier_sqrt_min_leaf_5!.balanced_accuracy;
    const said = fitForest({ x, y: labels, classes: 2 }).predict(xTest);
    expect(balancedAccuracy(labelsTest, said)).toBeGreaterThan(peer - slack);
  });

  itAgrees('with scikit-learn’s boosting: numbers at least as well', () => {
    const { x, y, xTest, yTest, peers } = task();
    const peer = peers['hist_gradient_boosting_400x.05']!.r2[0]!;
    expect(rSquared(yTest, fitBoosted({ x, y }).predict(xTest))).toBeGreaterThan(peer - slack);
  });
});
