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
