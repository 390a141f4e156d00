import { Type } from 'typebox';
import type { Static } from 'typebox';
import { real, whole } from '../params.ts';

export const CartParams = Type.Object({
  maxDepth: whole({
    description: 'Splits from root to leaf at most',
    default: 5,
    minimum: 1,
    maximum: 64,
    search: { from: 2, to: 12 },
  }),
  minLeaf: whole({
    description: 'Rows that a leaf holds at least',
    default: 5,
    minimum: 1,
    maximum: 1_000_000,
    search: { from: 1, to: 50, log: true },
  }),
  prune: real({
    description: 'Squared error a row by which each further leaf must better the fit, else it is cut',
    default: 0,
    minimum: 0,
    maximum: 1e30,
  }),
});

export type CartParams = Static<typeof CartParams>;
