import { notFound } from '../errors.ts';
import type { Boosted } from './boosted.ts';
import { BoostedParams, boostedSteps, loadBoosted, saveBoosted } from './boosted.ts';
import type { Cart } from './cart.ts';
import { CartParams, fitCart, loadCart, saveCart } from './cart.ts';
import type { Forest } from './forest.ts';
import { ForestParams, forestSteps, loadForest, saveForest } from './forest.ts';
import type { TabularLearner, TabularModel } from './learner.ts';
import { mlRandomForest } from './mlRandomForest.ts';
import { runSteps } from './run.ts';
import { impurityImportance } from './trees/trees.ts';

const boosted: TabularLearner = {
  name: 'boosted-trees',
  title: 'Boosted trees',
  says: 'Small trees, each of which corrects those before it: the most exact on rows of numbers.',
  params: BoostedParams,
  fit: async (data, params, run) => boostedModel(await runSteps(boostedSteps(data, params, run.seed), run)),
  load: (bytes) => promised(() => boostedModel(loadBoosted(bytes))),
};

const forest: TabularLearner = {
  name: 'random-forest',
  title: 'Random forest',
  says: 'Many trees on drawn rows, averaged: hard to get wrong, and scores itself on the rows that a tree did not see.',
  params: ForestParams,
  fit: async (data, params, run) => forestModel(await runSteps(forestSteps(data, params, run.seed), run)),
  load: (bytes) => promised(() => forestModel(loadForest(bytes))),
};

const cart: TabularLearner = {
  name: 'decision-tree',
  title: 'Decision tree',
  says: 'One tree of few splits: less exact, and a person can read it.',
  params: CartParams,
  fit: (data, params, { signal }) =>
    promised(() => {
      signal?.throwIfAborted();
      return cartModel(fitCart(data, params));
    }),
  load: (bytes) => promised(() => cartModel(loadCart(bytes))),
};

/** Learners of rows, by which models are trained and loaded. */
export const tabularLearners: readonly TabularLearner[] = [boosted, forest, cart, mlRandomForest];

/** @throws EncoreError LEARNER_UNKNOWN lists the names */
export function tabularLearner(name: string): TabularLearner {
  const found = tabularLearners.find((learner) => learner.name === name);
  if (found) return found;
  const known = tabularLearners.map((learner) => learner.name).join(', ');
  throw notFound('LEARNER_UNKNOWN', `there is no learner "${name}"; known are ${known}`, 'learner');
}

function boostedModel(model: Boosted): TabularModel {
  return {
    predict: ({ x, offset }) => model.predict(x, offset),
    save: () => saveBoosted(model),
    importance: () => impurityImportance(model.trees),
  };
}

function forestModel(model: Forest): TabularModel {
  return {
    predict: ({ x }) => model.predict(x),
    save: () => saveForest(model),
    importance: () => impurityImportance(model.trees),
  };
}

function cartModel(model: Cart): TabularModel {
  return {
    predict: ({ x }) => model.predict(x),
    save: () => saveCart(model),
    importance: () => impurityImportance(model.trees),
  };
}

/** What a function gives or throws, as a promise. */
const promised = <T>(make: () => T): Promise<T> => new Promise((resolve) => resolve(make()));
