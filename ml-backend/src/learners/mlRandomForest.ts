import { Type } from 'typebox';
import type { Static } from 'typebox';
import { Value } from 'typebox/value';
import { badRequest } from '../errors.ts';
import { badModel } from './bytes.ts';
import type { Labelled, Matrix } from './dataset.ts';
import { checkLabelled, checkMatrix } from './dataset.ts';
import { Classes, readModel, writeModel } from './file.ts';
import type { TabularLearner, TabularModel } from './learner.ts';
import { real, whole, withDefaults } from './params.ts';

const NAME = 'ml-random-forest';

const Params = Type.Object({
  trees: whole({
    description: 'Trees',
    default: 100,
    minimum: 1,
    maximum: 1000,
    search: { from: 20, to: 200, log: true },
  }),
  columnShare: real({
    description: 'Share of the columns drawn for each tree',
    default: 1,
    minimum: 0.01,
    maximum: 1,
    search: { from: 0.3, to: 1 },
  }),
  minSplit: whole({
    description: 'Rows that a node holds at least to be split',
    default: 10,
    minimum: 2,
    maximum: 1_000_000,
    search: { from: 2, to: 100, log: true },
  }),
  maxDepth: whole({ description: 'Splits from root to leaf at most', default: 64, minimum: 1, maximum: 64 }),
});

const Facts = Type.Object({ columns: Type.Integer({ minimum: 1 }), classes: Classes });
type Facts = Static<typeof Facts>;

/** What the package's two classes have in common. */
interface Package {
  train: (rows: number[][], y: number[]) => void;
  predict: (rows: number[][]) => number[];
  /** Answer of each tree by row. */
  predictionValues: (rows: number[][]) => { getRow: (row: number) => number[] };
  toJSON: () => unknown;
}

/** The npm package of this name, for comparison: it draws columns once a tree and keeps its trees as JSON. */
export const mlRandomForest: TabularLearner = {
  name: NAME,
  title: 'Random forest (ml-random-forest)',
  says: 'The forest of the npm package: slower and larger than ours, for comparison.',
  params: Params,
  async fit(data, params, { seed, signal, progress }) {
    check(data);
    const { trees, columnShare, minSplit, maxDepth } = withDefaults(Params, params);
    const { x, y, classes } = data;
    const Kind = await kindOf(classes);
    signal?.throwIfAborted();
    const forest = new Kind({
      nEstimators: trees,
      maxFeatures: Math.max(1, Math.round(columnShare * x.columns)),
      replacement: false,
      seed: seed | 0,
      noOOB: true,
      treeOptions: { minNumSamples: minSplit, maxDepth },
    });
    forest.train(rowsOf(x), [...y]);
    progress?.(1);
    return modelOf(forest, { columns: x.columns, classes });
  },
  async load(bytes) {
    const { facts, json } = readModel(
      bytes,
      NAME,
      (given) => Value.Parse(Facts, given),
      (reader, found) => ({ facts: found, json: new TextDecoder().decode(reader.raw(reader.left)) })
    );
    const Kind = await kindOf(facts.classes);
    try {
      const forest = Kind.load(JSON.parse(json));
      // What does not hold together shows on the first row that is asked about.
      forest.predict([new Array<number>(facts.columns).fill(0)]);
      return modelOf(forest, facts);
    } catch {
      throw badModel('its trees are not what they must be');
    }
  },
};

/** The package is loaded with the first model that needs it. */
async function kindOf(classes: number | undefined) {
  const { RandomForestClassifier, RandomForestRegression } = await import('ml-random-forest');
  return (classes === undefined ? RandomForestRegression : RandomForestClassifier) as unknown as {
    new (options: object): Package;
    load: (json: unknown) => Package;
  };
}

function check(data: Labelled): void {
  checkLabelled(data);
  for (const part of ['weights', 'offset'] as const) {
    if (data[part]) throw badRequest('LEARNER_BAD_DATA', `${NAME} knows no ${part}; take another learner`, part);
  }
  if (data.x.values.some(Number.isNaN)) {
    throw badRequest('LEARNER_BAD_DATA', `${NAME} knows no missing values; take another learner`, 'x');
  }
}

function modelOf(forest: Package, facts: Facts): TabularModel {
  return {
    predict({ x }) {
      checkMatrix(x, facts.columns);
      if (x.rows === 0) return new Float64Array(0);
      return facts.classes === undefined
        ? Float64Array.from(forest.predict(rowsOf(x)))
        : sharesOf(forest, x, facts.classes);
    },
    save: () =>
      writeModel(NAME, facts, (writer) => writer.raw(new TextEncoder().encode(JSON.stringify(forest.toJSON())))),
  };
}

/** Share of the trees that say a class: of class 1 alone for two, of all row by row for more. */
function sharesOf(forest: Package, x: Matrix, classes: number): Float64Array {
  const votes = forest.predictionValues(rowsOf(x));
  const labels = classes === 2 ? [1] : Array.from({ length: classes }, (_, label) => label);
  return Float64Array.from(
    Array.from({ length: x.rows }, (_, row) => votes.getRow(row)).flatMap((said) =>
      labels.map((label) => said.filter((vote) => vote === label).length / said.length)
    )
  );
}

function rowsOf({ values, rows, columns }: Matrix): number[][] {
  return Array.from({ length: rows }, (_, row) => [...values.subarray(row * columns, (row + 1) * columns)]);
}
