import fc from 'fast-check';
import { fitBoosted, loadBoosted, saveBoosted } from './boosted.ts';
import type { Labelled } from './dataset.ts';
import { matrix } from './dataset.ts';
import { random } from './random.ts';

/** Rows of four even columns; y is a step and a product of the first three, the last is noise. */
function rows(count: number, seed = 1): Labelled {
  const chance = random(seed);
  const x = matrix(Array.from({ length: count }, () => Array.from({ length: 4 }, () => chance.next())));
  const y = Float64Array.from({ length: count }, (_, row) => {
    const [a, b, c] = x.values.subarray(4 * row, 4 * row + 3);
    return (a! > 0.5 ? 10 : 0) + 20 * b! * c!;
  });
  return { x, y };
}

const meanSquare = (values: Float64Array, y: Float64Array) =>
  values.reduce((sum, value, row) => sum + (value - y[row]!) ** 2, 0) / y.length;

const share = (labels: ArrayLike<number>, y: Float64Array) =>
  y.reduce((hits, value, row) => hits + Number(labels[row] === value), 0) / y.length;

const few = { rounds: 60, minLeaf: 5, maxLeaves: 8 };

describe('boosted trees', () => {
  it.each(['squared', 'absolute', 'huber'] as const)('learn a function of several columns by the %s loss', (loss) => {
    const [train, test] = [rows(800), rows(400, 2)];
    const error = meanSquare(fitBoosted(train, { ...few, loss, huberAt: 5 }).predict(test.x), test.y);
    expect(error).toBeLessThan(0.05 * meanSquare(new Float64Array(400).fill(10), test.y));
  });

  it('give the same bytes for the same seed and others for another', () => {
    const bytes = (seed: number) =>
      saveBoosted(fitBoosted(rows(300), { ...few, rowShare: 0.5, splitShare: 0.5 }, { seed }));
    expect(bytes(7)).toEqual(bytes(7));
    expect(bytes(7)).not.toEqual(bytes(8));
  });

  it('predict equally to the bit after saving and loading', () => {
    const model = fitBoosted(rows(500), few);
    expect(loadBoosted(saveBoosted(model)).predict(rows(200, 3).x)).toEqual(model.predict(rows(200, 3).x));
    expect(loadBoosted(saveBoosted(model)).trees).toEqual(model.trees);
  });

  it('learn what an offset leaves over, and add to it', () => {
    const { x, y } = rows(600);
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
    const { x, y } = rows(600);
    const spoilt = y.map((value, row) => (row % 3 === 0 ? 1e6 : value));
    const weights = y.map((_, row) => Number(row % 3 !== 0));
    const model = fitBoosted({ x, y: spoilt, weights }, few);
    expect(meanSquare(model.predict(x), y)).toBeLessThan(1);
  });

  it('tell two classes by probability', () => {
    const label = ({ y }: Labelled) => y.map((value) => Number(value > 10));
    const [train, test] = [rows(800), rows(400, 2)];
    const chances = fitBoosted({ x: train.x, y: label(train) }, { ...few, loss: 'logistic' }).predict(test.x);
    expect(chances.every((chance) => chance > 0 && chance < 1)).toBe(true);
    expect(
      share(
        chances.map((chance) => Number(chance > 0.5)),
        label(test)
      )
    ).toBeGreaterThan(0.95);
  });

  it('tell three classes by probabilities that add up to 1', () => {
    const label = ({ y }: Labelled) => y.map((value) => Number(value > 7) + Number(value > 15));
    const [train, test] = [rows(800), rows(400, 2)];
    const model = fitBoosted({ x: train.x, y: label(train) }, { ...few, loss: 'logistic', classes: 3 });
    const chances = loadBoosted(saveBoosted(model)).predict(test.x);
    const parts = Array.from({ length: 400 }, (_, row) => [...chances.subarray(3 * row, 3 * row + 3)]);
    for (const part of parts) expect(part.reduce((sum, chance) => sum + chance)).toBeCloseTo(1, 12);
    expect(
      share(
        parts.map((part) => part.indexOf(Math.max(...part))),
        label(test)
      )
    ).toBeGreaterThan(0.9);
  });

  it('stop early where more rounds do not help on rows held out', () => {
    const chance = random(5);
    const { x } = rows(400);
    const noise = Float64Array.from({ length: 400 }, chance.next);
    const params = { rounds: 500, patience: 10 };
    expect(fitBoosted({ x, y: noise }, { ...params, validationShare: 0.3 }).rounds).toBeLessThan(50);
    expect(fitBoosted(rows(400), params, {}, rows(100, 9)).rounds).toBeGreaterThan(50);
  });

  it('take missing values as below all others, in training and after', () => {
    const { x } = rows(400);
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
            { rounds: 1, minLeaf: 5, learningRate: 1 }
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
