import { itAgrees, oracleCase } from '../testing/oracles.ts';
import { fitCart, loadCart, saveCart } from './cart.ts';
import { columnsOf, growExact } from './cart/grow.ts';
import { prune } from './cart/prune.ts';
import { matrix } from './dataset.ts';
import { indices } from './random.ts';
import { accuracy, classesOf } from './score.ts';
import { inClasses, meanSquare, steps } from './testing.ts';

interface Fit {
  X: number[][];
  y: number[];
  max_depth: number;
  min_samples_leaf: number;
  tree: { feature: number[]; threshold: number[]; n: number[] };
  predict: number[];
}

const rules = ({ max_depth, min_samples_leaf }: Fit) => ({ maxDepth: max_depth, minLeaf: min_samples_leaf });

describe('a decision tree', () => {
  itAgrees('with scikit-learn on numbers: every split and prediction', () => {
    const given = oracleCase<Fit>('cart_fit.json', 'regression');
    const cart = fitCart({ x: matrix(given.X), y: Float64Array.from(given.y) }, rules(given));
    given.predict.forEach((value, row) => expect(cart.predict(matrix(given.X))[row]).toBeCloseTo(value, 6));
    expect([...cart.trees.column]).toEqual(given.tree.feature.map((column) => Math.max(-1, column)));
    expect([...cart.trees.cover]).toEqual(given.tree.n);
    given.tree.threshold.forEach((value, node) => {
      if (value !== -2) expect(Math.abs(cart.trees.threshold[node]! - value)).toBeLessThan(1e-4);
    });
  });

  itAgrees('with scikit-learn on three classes', () => {
    const given = oracleCase<Fit>('cart_fit.json', 'classification');
    const x = matrix(oracleCase<Fit>('cart_fit.json', 'regression').X);
    const cart = fitCart({ x, y: Float64Array.from(given.y), classes: 3 }, rules(given));
    expect([...classesOf(cart.predict(x), x.rows)]).toEqual(given.predict);
    expect(cart.trees.column[0]).toBe(given.tree.feature[0]);
    expect(Math.abs(cart.trees.threshold[0]! - given.tree.threshold[0]!)).toBeLessThan(1e-4);
  });

  itAgrees('with scikit-learn on the last steps of pruning', () => {
    const { X, y } = oracleCase<Fit>('cart_fit.json', 'regression');
    const path = oracleCase<{ min_samples_leaf: number; ccp_alphas_last5: number[]; impurities_last5: number[] }>(
      'cart_fit.json',
      'ccp_path'
    );
    const soil = {
      columns: columnsOf(matrix(X)),
      targets: Float64Array.from(y),
      weights: new Float64Array(y.length).fill(1),
      outputs: 1,
    };
    const root = growExact(soil, indices(y.length), { minLeaf: path.min_samples_leaf, maxDepth: 64 });
    const last = prune(root, y.length, Infinity).slice(-5);
    last.forEach(({ alpha, impurity }, step) => {
      expect(alpha).toBeCloseTo(path.ccp_alphas_last5[step]!, 6);
      expect(impurity).toBeCloseTo(path.impurities_last5[step]!, 6);
    });
  });

  it('is cut back to one leaf where no split is worth its price', () => {
    const data = steps(200);
    expect(fitCart(data, { prune: 1e9 }).trees.column).toHaveLength(1);
    expect(fitCart(data, { prune: 1 }).trees.column.length).toBeLessThan(fitCart(data).trees.column.length);
  });

  it('predicts equally to the bit after saving and loading', () => {
    for (const data of [steps(300), inClasses(steps(300), 7, 15)]) {
      const cart = fitCart(data);
      expect(loadCart(saveCart(cart))).toEqual(cart);
    }
  });

  it('learns numbers and classes', () => {
    const [train, test] = [steps(800), steps(400, 2)];
    expect(meanSquare(fitCart(train, { maxDepth: 10 }).predict(test.x), test.y)).toBeLessThan(5);
    const labelled = inClasses(test, 10);
    expect(accuracy(labelled.y, fitCart(inClasses(train, 10)).predict(test.x))).toBeGreaterThan(0.9);
  });

  it('sends missing values left, below all others', () => {
    const x = matrix(Array.from({ length: 40 }, (_, row) => [row % 2 ? row : NaN]));
    const y = Float64Array.from({ length: 40 }, (_, row) => row % 2);
    expect(meanSquare(fitCart({ x, y }).predict(x), y)).toBe(0);
  });
});
