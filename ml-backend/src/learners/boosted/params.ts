import { Type } from 'typebox';
import type { Static } from 'typebox';
import { real, whole } from '../params.ts';

export const BoostedParams = Type.Object({
  loss: Type.Union([Type.Literal('squared'), Type.Literal('absolute'), Type.Literal('huber')], {
    description: 'What a wrong number costs; classes are learnt by their log-likelihood',
    default: 'squared',
  }),
  huberAt: real({
    description: 'Residual, in units of y, from which the Huber loss is straight',
    default: 1,
    minimum: 1e-9,
    maximum: 1e9,
  }),
  rounds: whole({
    description: 'Rounds of boosting: a tree each, or one a class',
    default: 400,
    minimum: 1,
    maximum: 10_000,
    search: { from: 50, to: 1000, log: true },
  }),
  learningRate: real({
    description: 'Share of each tree’s answer that is added',
    default: 0.05,
    minimum: 1e-4,
    maximum: 1,
    search: { from: 0.02, to: 0.3, log: true },
  }),
  maxLeaves: whole({
    description: 'Leaves of a tree at most',
    default: 8,
    minimum: 2,
    maximum: 65_536,
    search: { from: 4, to: 64, log: true },
  }),
  maxDepth: whole({ description: 'Splits from root to leaf at most', default: 64, minimum: 1, maximum: 64 }),
  minLeaf: whole({
    description: 'Rows that a leaf holds at least',
    default: 10,
    minimum: 1,
    maximum: 1_000_000,
    search: { from: 5, to: 100, log: true },
  }),
  shrink: real({
    description: 'Pulls leaves towards 0 as if they held this many more rows of residual 0',
    default: 0,
    minimum: 0,
    maximum: 1e6,
    search: { from: 0.01, to: 10, log: true },
  }),
  rowShare: real({
    description: 'Share of the rows drawn, without return, for each round',
    default: 0.6,
    minimum: 0.01,
    maximum: 1,
    search: { from: 0.5, to: 1 },
  }),
  columnShare: real({
    description: 'Share of the columns drawn for each tree',
    default: 1,
    minimum: 0.01,
    maximum: 1,
    search: { from: 0.3, to: 1 },
  }),
  splitShare: real({
    description: 'Share of the tree’s columns drawn for each split',
    default: 1,
    minimum: 0.01,
    maximum: 1,
  }),
  bins: whole({ description: 'Bins of a column at most', default: 255, minimum: 2, maximum: 256 }),
  validationShare: real({
    description: 'Share of the rows kept apart to stop early by, where there is patience to; 0 keeps none',
    default: 0,
    minimum: 0,
    maximum: 0.5,
  }),
  patience: whole({
    description: 'Rounds without betterment on the validation rows before boosting stops; 0 never stops early',
    default: 0,
    minimum: 0,
    maximum: 10_000,
  }),
});

export type BoostedParams = Static<typeof BoostedParams>;
