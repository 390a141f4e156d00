import { naiveScale, scoreForecast, summariseScores } from './accuracy.ts';
import type { Score } from './accuracy.ts';
import { PROBABILITIES } from './quantiles.ts';

const even = (low: number, high: number) =>
  Float64Array.from(PROBABILITIES, (probability) => low + probability * (high - low));

describe('scoreForecast', () => {
  const history = Float64Array.of(10, 20, 30, 40, 14, 22, 34, 44);
  const told = { mean: Float64Array.of(15, 25, 35, 45, 16), steps: Array.from({ length: 5 }, () => even(0, 100)) };

  it('sets what was said beside what came and beside the same bucket of the last known year', () => {
    const scores = scoreForecast(history, told, Float64Array.of(18, NaN, 30, 50, 90), 4);
    expect(scores.map(({ step, actual, naive }) => [step, actual, naive])).toEqual([
      [1, 18, 14],
      [3, 30, 34],
      [4, 50, 44],
      [5, 90, 14],
    ]);
    expect(scores[0]!.place).toBeCloseTo(0.18);
    expect(scores[0]!.scale).toBe((4 + 2 + 4 + 4) / 4);
  });

  it('has neither a naive nor a scale where nothing is known', () => {
    const [score] = scoreForecast(Float64Array.of(3), told, Float64Array.of(5), 4);
    expect([score!.naive, score!.scale]).toEqual([NaN, NaN]);
    expect(naiveScale(Float64Array.of(2, 2, 2), 12)).toBeNaN();
  });

  it('takes zero for inside a range that begins at zero', () => {
    const often = Float64Array.from(PROBABILITIES, (probability) => Math.max(0, probability - 0.11));
    const [score] = scoreForecast(history, { mean: Float64Array.of(1), steps: [often] }, Float64Array.of(0), 4);
    expect(summariseScores([score!], [50, 80]).coverage).toEqual([0, 1]);
  });
});

it('sums up as the published formulas say, the naive over the same buckets', () => {
  const score = (more: Partial<Score>): Score => ({
    step: 1,
    actual: 100,
    mean: 90,
    naive: 80,
    scale: 10,
    place: 0.5,
    ...more,
  });
  const scores = [score({}), score({ mean: 130, place: 0.04 }), score({ naive: NaN, mean: 1, place: 0.99 })];
  const { n, mase, naiveMase, smape, naiveSmape, coverage } = summariseScores(scores, [50, 95]);
  expect([n, mase, naiveMase]).toEqual([3, 2, 2]);
  expect(smape).toBeCloseTo((2000 / 190 + 6000 / 230) / 2);
  expect(naiveSmape).toBeCloseTo(4000 / 180);
  expect(coverage).toEqual([1 / 3, 2 / 3]);
});
