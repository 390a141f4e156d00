import { itAgrees, oracleCase } from '../testing/oracles.ts';
import { accuracy, auc, balancedAccuracy, classesOf, rSquared } from './score.ts';

describe('scores', () => {
  itAgrees('with scikit-learn on two classes', () => {
    const given = oracleCase<{
      y_true: number[];
      y_score: number[];
      accuracy: number;
      balanced_accuracy: number;
      auc: number;
    }>('metrics.json', 'binary');
    const [y, said] = [Float64Array.from(given.y_true), Float64Array.from(given.y_score)];
    expect(accuracy(y, said)).toBeCloseTo(given.accuracy, 9);
    expect(balancedAccuracy(y, said)).toBeCloseTo(given.balanced_accuracy, 9);
    expect(auc(y, said)).toBeCloseTo(given.auc, 9);
  });

  itAgrees('with scikit-learn on numbers', () => {
    const given = oracleCase<{ y_true: number[]; y_pred: number[]; r2: number }>('metrics.json', 'regression');
    expect(rSquared(Float64Array.from(given.y_true), Float64Array.from(given.y_pred))).toBeCloseTo(given.r2, 9);
  });

  it('take the most probable of several classes', () => {
    const chances = Float64Array.of(0.2, 0.5, 0.3, 0.6, 0.1, 0.3);
    expect([...classesOf(chances, 2)]).toEqual([1, 0]);
    expect(accuracy(Float64Array.of(1, 2), chances)).toBe(0.5);
  });

  it('leave rows of weight 0 out, whatever is said of them', () => {
    const y = Float64Array.of(1, 2, 3);
    expect(rSquared(y, Float64Array.of(1, NaN, 3), Float64Array.of(1, 0, 1))).toBe(1);
    expect(rSquared(Float64Array.of(2, 2), Float64Array.of(2, 2))).toBeNaN();
  });

  it('count ties half in the area under the curve', () => {
    expect(auc(Float64Array.of(0, 1), Float64Array.of(0.5, 0.5))).toBe(0.5);
    expect(auc(Float64Array.of(0, 0, 1), Float64Array.of(0.1, 0.7, 0.7))).toBe(0.75);
  });
});
