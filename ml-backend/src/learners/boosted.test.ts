import fc from 'fast-check';
import { fitBoosted, loadBoosted, saveBoosted } from './boosted.ts';
import { matrix } from './dataset.ts';
import { random } from './random.ts';
import { accuracy } from './score.ts';
import { inClasses, meanSquare, steps } from './testing.ts';

const few = { rounds: 60, learningRate: 0.1, minLeaf: 5, rowShare: 1 };

describe('boosted trees', () => {
  it.each(['squared', 'absolute', 'huber'] as const)('learn a function of several columns by the %s loss', (loss) => {
    const [train, test] = [steps(800), steps(400, 2)];
    const error = meanSquare(fitBoosted(train, { ...few, loss, huberAt: 5 }).predict(test.x), test.y);
    expect(error).toBeLessThan(0.05 * meanSquare(new Float64Array(400).fill(10), test.y));
  });

  it('give the same bytes for the same seed and others for another', () => {
    const bytes = (seed: number) =>
      saveBoosted(fitBoosted(steps(300), { ...few, rowShare: 0.5, splitShare: 0.5 }, { seed }));
    expect(bytes(7)).toEqual(bytes(7));
    expect(bytes(7)).not.toEqual(bytes(8));
  });

  it('predict equally to the bit after saving and loading', () => {
    const model = fitBoosted(steps(500), few);
    expect(loadBoosted(saveBoosted(model)).predict(steps(200, 3).x)).toEqual(model.predict(steps(200, 3).x));
    expect(loadBoosted(saveBoosted(model)).trees).toEqual(model.trees);
  });

  it('learn what an offset leaves over, and add to it', () => {
    const { x, y } = steps(600);
    const offset = y.map((value, row) => value - x.values[4 * row]!);
    const model = fitBoosted({ x, y, offset }, few);
    expect(meanSquare(model.predict(x, offset), y)).toBeLessThan(0.001);
    expect(
      meanSquare(
        model.predict(x),
        x.values.filter((_, at) => at % 4 === 0)
      )
    ).toBeLessThan(0.001);
  });

  it('leave rows of weight 0 out of account', () => {
    const { x, y } = steps(600);
    const spoilt = y.map((value, row) => (row % 3 === 0 ? 1e6 : value));
    const weights = y.map((_, row) => Number(row % 3 !== 0));
    const model = fitBoosted({ x, y: spoilt, weights }, few);
    expect(meanSquare(model.predict(x), y)).toBeLessThan(1);
  });

  it('tell two classes by probability', () => {
    const [train, test] = [inClasses(steps(800), 10), inClasses(steps(400, 2), 10)];
    const chances = fitBoosted(train, few).predict(test.x);
    expect(chances.every((chance) => chance > 0 && chance < 1)).toBe(true);
    expect(accuracy(test.y, chances)).toBeGreaterThan(0.95);
  });

  it('tell three classes by probabilities that add up to 1', () => {
    const [train, test] = [inClasses(steps(800), 7, 15), inClasses(steps(400, 2), 7, 15)];
    const chances = loadBoosted(saveBoosted(fitBoosted(train, few))).predict(test.x);
    for (let row = 0; row < 400; row++) {
      const own = chances.subarray(3 * row, 3 * row + 3);
      expect(own.reduce((sum, chance) => sum + chance)).toBeCloseTo(1, 12);
    }
    expect(accuracy(test.y, chances)).toBeGreaterThan(0.9);
  });

  it('stop early where more rounds do not help on rows held out', () => {
    const chance = random(5);
    const { x } = steps(400);
    const noise = Float64Array.from({ length: 400 }, chance.next);
    const params = { rounds: 500, patience: 10 };
    expect(fitBoosted({ x, y: noise }, { ...params, validationShare: 0.3 }).rounds).toBeLessThan(50);
    expect(fitBoosted(steps(400), params, {}, steps(100, 9)).rounds).toBeGreaterThan(50);
  });

  it('learn from all rows where none could stop them early', () => {
    const held = fitBoosted(steps(200), { ...few, validationShare: 0.3, patience: 0 });
    expect(held.trees).toEqual(fitBoosted(steps(200), few).trees);
  });

  it('take missing values as below all others, in training and after', () => {
    const { x } = steps(400);
    const y = Float64Array.from({ length: 400 }, (_, row) => Number(row % 2));
    for (let row = 0; row < 400; row += 2) x.values[4 * row] = NaN;
    expect(meanSquare(fitBoosted({ x, y }, few).predict(x), y)).toBeLessThan(1e-4);
  });

  it('keep every prediction between the least and the greatest of what they learnt from, without a rate to overshoot', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 60 }),
        (values) => {
          const y = Float64Array.from(values);
          const model = fitBoosted(
            { x: matrix(values.map((_, row) => [row])), y },
            { rounds: 1, minLeaf: 5, learningRate: 1, rowShare: 1 }
          );
          const predicted = model.predict(matrix([[-1], [3], [NaN], [1e9]]));
          const slack = 1e-6 * Math.max(...y.map(Math.abs));
          expect(Math.min(...predicted)).toBeGreaterThanOrEqual(Math.min(...y) - slack);
          expect(Math.max(...predicted)).toBeLessThanOrEqual(Math.max(...y) + slack);
        }
      )
    );
  });
});
