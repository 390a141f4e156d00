import { Type } from 'typebox';
import type { Static } from 'typebox';
import { real, whole } from '../params.ts';

export const ForestParams = Type.Object({
  trees: whole({
    description: 'Trees',
    default: 100,
    minimum: 1,
    maximum: 10_000,
    search: { from: 50, to: 500, log: true },
  }),
  splitShare: real({
    description: 'Share of the columns drawn for each split',
    default: 1,
    minimum: 0.001,
    maximum: 1,
    search: { from: 0.1, to: 1 },
  }),
  minLeaf: whole({
    description: 'Drawn rows that a leaf holds at least',
    default: 5,
    minimum: 1,
    maximum: 1_000_000,
    search: { from: 1, to: 50, log: true },
  }),
  maxDepth: whole({ description: 'Splits from root to leaf at most', default: 64, minimum: 1, maximum: 64 }),
  rowShare: real({
    description: 'Rows drawn, with return, for each tree as a share of all',
    default: 1,
    minimum: 0.01,
    maximum: 1,
    search: { from: 0.5, to: 1 },
  }),
  bins: whole({ description: 'Bins of a column at most', default: 64, minimum: 2, maximum: 256 }),
});

export type ForestParams = Static<typeof ForestParams>;
