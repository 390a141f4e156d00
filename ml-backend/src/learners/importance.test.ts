import { itAgrees, oracleCase } from '../testing/oracles.ts';
import { matrix } from './dataset.ts';
import { importanceBy, permutationImportance } from './importance.ts';
import { partialDependence } from './partialDependence.ts';
import { rSquared } from './score.ts';
import type { FittedTree } from './testing.ts';
import { meanOfTrees } from './testing.ts';

interface Case {
  trees: FittedTree[];
  X: number[][];
  y: number[];
  baseline_r2: number;
  given_permutation: number[];
  importance_given_permutation: number[];
  importance_mean_200: number[];
  importance_std_200: number[];
}

const setUp = () => {
  const given = oracleCase<Case>('permutation_pdp.json', 'permutation');
  const y = Float64Array.from(given.y);
  return {
    given,
    x: matrix(given.X),
    predict: meanOfTrees(given.trees),
    score: (predicted: Float64Array) => rSquared(y, predicted),
  };
};

describe('permutation importance', () => {
  itAgrees('with scikit-learn for a given permutation', () => {
    const { given, x, predict, score } = setUp();
    expect(score(predict(x))).toBeCloseTo(given.baseline_r2, 9);
    const { mean } = importanceBy(predict, x, score, [Int32Array.from(given.given_permutation)]);
    given.importance_given_permutation.forEach((fall, column) => expect(mean[column]).toBeCloseTo(fall, 9));
  });

  itAgrees('with scikit-learn over 200 shuffles, to three standard errors', () => {
    const { given, x, predict, score } = setUp();
    const { mean, deviation } = permutationImportance(predict, x, score, 200);
    given.importance_mean_200.forEach((fall, column) => {
      const error = Math.hypot(deviation[column]!, given.importance_std_200[column]!) / Math.sqrt(200);
      expect(Math.abs(mean[column]! - fall)).toBeLessThanOrEqual(3 * error);
    });
  });

  it('is nothing for a column that is not asked', () => {
    const x = matrix(Array.from({ length: 30 }, (_, row) => [row, 30 - row, row % 7]));
    const first = ({ values, columns }: typeof x) => values.filter((_, at) => at % columns === 0);
    const { mean } = permutationImportance(first, x, (predicted) => rSquared(first(x), predicted));
    expect(mean[0]).toBeGreaterThan(1);
    expect([...mean.subarray(1)]).toEqual([0, 0]);
  });
});

describe('partial dependence', () => {
  itAgrees('with scikit-learn, the average and each row’s curve', () => {
    const { x, predict } = setUp();
    const { feature, grid, average, ice_first_5 } = oracleCase<{
      feature: number;
      grid: number[];
      average: number[];
      ice_first_5: number[][];
    }>('permutation_pdp.json', 'pdp_ice_avg_audience');
    const found = partialDependence(predict, x, feature, Float64Array.from(grid));
    average.forEach((value, place) => expect(found.average[place]).toBeCloseTo(value, 9));
    ice_first_5.flat().forEach((value, at) => expect(found.curves[at]).toBeCloseTo(value, 9));
  });
});
