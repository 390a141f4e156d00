import { itAgrees, oracleCase } from '../testing/oracles.ts';
import type { Labelled } from './dataset.ts';
import { matrix } from './dataset.ts';
import { fitForest, loadForest, saveForest } from './forest.ts';
import { accuracy, auc, rSquared } from './score.ts';
import { crossValidated, inClasses, steps } from './testing.ts';
import { impurityImportance } from './trees/trees.ts';

const few = { trees: 40 };

/** The best of a few by their out-of-bag score. */
const chosenForest = (train: Labelled) =>
  [1, 5]
    .flatMap((minLeaf) => [0.5, 1].map((splitShare) => fitForest(train, { minLeaf, splitShare })))
    .reduce((best, forest) => (forest.outOfBag > best.outOfBag ? forest : best));

describe('a random forest', () => {
  it('learns numbers, and its out-of-bag score tells how well without a test part', () => {
    const [train, test] = [steps(800), steps(800, 2)];
    const forest = fitForest(train, few);
    const score = rSquared(test.y, forest.predict(test.x));
    expect(score).toBeGreaterThan(0.95);
    expect(Math.abs(forest.outOfBag - score)).toBeLessThan(0.02);
  });

  it.each([[[10]], [[7, 15]]])('tells classes apart by probabilities, with limits at %j', (limits) => {
    const [train, test] = [inClasses(steps(800), ...limits), inClasses(steps(800, 2), ...limits)];
    const forest = fitForest(train, few);
    const score = accuracy(test.y, forest.predict(test.x));
    expect(score).toBeGreaterThan(0.9);
    expect(Math.abs(forest.outOfBag - score)).toBeLessThan(0.04);
    expect(Math.min(...forest.predict(test.x))).toBeGreaterThanOrEqual(0);
  });

  it('gives the same bytes for the same seed and others for another', () => {
    const bytes = (seed: number) => saveForest(fitForest(steps(300), few, { seed }));
    expect(bytes(7)).toEqual(bytes(7));
    expect(bytes(7)).not.toEqual(bytes(8));
  });

  it.each([[steps(500)], [inClasses(steps(500), 7, 15)]])(
    'predicts equally to the bit after saving and loading',
    (data) => {
      const forest = fitForest(data, few);
      const loaded = loadForest(saveForest(forest));
      expect(loaded.predict(steps(200, 3).x)).toEqual(forest.predict(steps(200, 3).x));
      expect(loaded).toEqual(forest);
    }
  );

  it('keeps at least five drawn rows in a leaf unless told otherwise', () => {
    const { trees } = fitForest(steps(300), few);
    trees.column.forEach((column, node) => column < 0 && expect(trees.cover[node]).toBeGreaterThanOrEqual(5));
  });

  it('finds the columns that matter by the impurity they lessen', () => {
    const [first, second, third, noise] = impurityImportance(fitForest(steps(800), few).trees);
    expect(noise).toBeLessThan(0.02);
    for (const part of [first, second, third]) expect(part).toBeGreaterThan(0.1);
    expect(first! + second! + third! + noise!).toBeCloseTo(1, 12);
  });

  it('leaves rows of weight 0 out of account', () => {
    const { x, y } = steps(600);
    const spoilt = y.map((value, row) => (row % 3 === 0 ? 1e6 : value));
    const weights = y.map((_, row) => Number(row % 3 !== 0));
    expect(rSquared(y, fitForest({ x, y: spoilt, weights }, few).predict(x))).toBeGreaterThan(0.95);
  });

  it('predicts y whatever its size', () => {
    const { x, y } = steps(400);
    const far = y.map((value) => 1e12 + value);
    expect(rSquared(far, fitForest({ x, y: far }, few).predict(x))).toBeGreaterThan(0.9);
  });

  it('learns from one row, from equal rows and from columns without values', () => {
    expect([...fitForest({ x: matrix([[1]]), y: Float64Array.of(3) }).predict(matrix([[9]]))]).toEqual([3]);
    const nothing = { x: matrix(Array.from({ length: 20 }, () => [NaN, 1])), y: new Float64Array(20).fill(5) };
    expect([...fitForest(nothing).predict(matrix([[NaN, 1]]))]).toEqual([5]);
  });

  itAgrees('with scikit-learn’s forest in quality on small data, to .03', () => {
    const given = oracleCase<{ X: number[][]; y: number[] }>('cart_fit.json', 'regression');
    const labels = oracleCase<{ y: number[] }>('models.json', 'svc_rbf').y;
    const quality = oracleCase<Record<string, number>>('models.json', 'rf_quality');
    const mean = (score: (seed: number) => number) => [1, 2].reduce((sum, seed) => sum + score(seed) / 2, 0);
    const x = matrix(given.X);
    const numbers = { x, y: Float64Array.from(given.y) };
    const classes = { x, y: Float64Array.from(labels), classes: 2 };
    const r2 = mean((seed) =>
      crossValidated(numbers, seed, (train, test) => rSquared(test.y, chosenForest(train).predict(test.x)))
    );
    const area = mean((seed) =>
      crossValidated(classes, seed, (train, test) => auc(test.y, chosenForest(train).predict(test.x)))
    );
    expect(r2).toBeGreaterThan(quality.r2_kfold5_shuffle_seed0_mean! - 0.03);
    expect(area).toBeGreaterThan(quality.auc_strat5_mean! - 0.03);
  });
});
