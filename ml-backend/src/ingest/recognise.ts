import type { Recognise } from './format.ts';

/** All required columns are there; the surer, the more of the names in the file are columns of the format. */
export const byColumns: Recognise = ({ complete, known }) => (complete ? 0.8 * known : 0);

/** Names that stand together in the files of one source only. */
export const byNames =
  (...names: string[]): Recognise =>
  ({ complete, has }) =>
    complete && has(...names) ? 1 : 0;

/** A format that reads nearly anything gives way to every other one. */
export const lastResort: Recognise = (head) => byColumns(head) / 2;

/**
 * Like `byColumns`, where one of these names stands in the file by itself: a format of few and common columns would
 * else read every list of money.
 */
export const byColumnsWith =
  (...names: string[]): Recognise =>
  (head) =>
    names.some((name) => head.has(name)) && !head.has('amount') ? byColumns(head) : 0;
