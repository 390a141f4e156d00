import { EncoreError } from '../errors.ts';
import { rSquared, accuracy } from './score.ts';
import { searchSpace, withDefaults } from './params.ts';
import { tabularLearner, tabularLearners } from './tabular.ts';
import { inClasses, steps } from './testing.ts';

/** Fewer trees for learners of many, so that a test is quick. */
const fewer: Record<string, object> = {
  'boosted-trees': { rounds: 100 },
  'random-forest': { trees: 20 },
  'ml-random-forest': { trees: 5 },
};
const quick = (name: string) => fewer[name] ?? {};

describe.each(tabularLearners.map((learner) => [learner.name, learner] as const))('the learner %s', (name, learner) => {
  const run = { seed: 3 };

  it('learns numbers and classes, and predicts the same after saving and loading', async () => {
    const test = steps(150, 2);
    const model = await learner.fit(steps(300), quick(name), run);
    expect(rSquared(test.y, model.predict(test))).toBeGreaterThan(0.8);
    for (const data of [steps(300), inClasses(steps(300), 10), inClasses(steps(300), 7, 15)]) {
      const fitted = await learner.fit(data, quick(name), run);
      expect((await learner.load(fitted.save())).predict(test)).toEqual(fitted.predict(test));
    }
    const classes = await learner.fit(inClasses(steps(300), 7, 15), quick(name), run);
    expect(accuracy(inClasses(test, 7, 15).y, classes.predict(test))).toBeGreaterThan(0.75);
  });

  it('gives the same model for the same seed', async () => {
    const [first, second] = [
      await learner.fit(steps(100), quick(name), run),
      await learner.fit(steps(100), quick(name), run),
    ];
    expect(first.save()).toEqual(second.save());
  });

  it('has a default for every parameter, and a search looks within its limits', () => {
    const defaults: Record<string, unknown> = withDefaults(learner.params, {});
    expect(Object.keys(defaults)).toEqual(Object.keys(learner.params.properties));
    expect(searchSpace(learner.params).length).toBeGreaterThan(0);
    for (const { name: parameter, from, to } of searchSpace(learner.params)) {
      expect(withDefaults(learner.params, { [parameter]: from })).toBeDefined();
      expect(withDefaults(learner.params, { [parameter]: to })).toBeDefined();
    }
  });

  it('says which parameter or part of the data is wrong', async () => {
    const field = (found: unknown) => (found instanceof EncoreError ? found.field : found);
    const failed = (data: Parameters<typeof learner.fit>[0], params = {}) =>
      learner.fit(data, params, run).then(() => undefined, field);
    const data = steps(20);
    expect(await failed(data, { maxDepth: 0 })).toBe('maxDepth');
    expect(await failed(data, { depth: 3 })).toBe('depth');
    expect(await failed({ ...data, y: data.y.slice(1) })).toBe('y');
    expect(await failed({ ...data, y: data.y.map(() => NaN) })).toBe('y');
    expect(await failed({ ...data, classes: 2 })).toBe('y');
    expect(await failed({ ...data, x: { ...data.x, rows: 21 } })).toBe('x');
    const model = await learner.fit(data, quick(name), run);
    expect(() => model.predict({ x: { values: new Float64Array(3), rows: 1, columns: 3 } })).toThrow('knows 4 columns');
  });

  it('refuses bytes that are no model of its own', async () => {
    await expect(learner.load(Uint8Array.of(1, 2, 3))).rejects.toMatchObject({ code: 'LEARNER_BAD_MODEL' });
  });

  it('stops when it is told to', async () => {
    const stopped = learner.fit(steps(100), quick(name), { ...run, signal: AbortSignal.abort(new Error('enough')) });
    await expect(stopped).rejects.toThrow('enough');
  });
});

describe('learners of rows', () => {
  it.each(['boosted-trees', 'random-forest'])('tell how far %s is, and stop on the way', async (name) => {
    const control = new AbortController();
    const seen: number[] = [];
    const progress = (done: number) => {
      seen.push(done);
      if (done >= 0.3) setImmediate(() => control.abort(new Error('enough')));
    };
    const fit = tabularLearner(name).fit(steps(100), {}, { seed: 1, signal: control.signal, progress });
    await expect(fit).rejects.toThrow('enough');
    expect(seen.at(-1)).toBeLessThan(0.9);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  it('are found by name, and an unknown name is answered with those that are known', () => {
    expect(tabularLearner('random-forest').title).toBe('Random forest');
    expect(() => tabularLearner('oracle')).toThrow('known are boosted-trees, random-forest');
  });
});
