import type { TObject } from 'typebox';
import type { Labelled, Unlabelled } from './dataset.ts';
import type { Run } from './run.ts';

/** What a learner has made of its data. */
export interface Fitted<Query, Answer> {
  /** The same answer to the same query, also after saving and loading, to the bit. */
  predict: (query: Query) => Answer;
  /** All that `load` of the same learner needs. */
  save: () => Uint8Array;
}

/**
 * A way to learn. `Data` is what it learns from, `Query` what it is asked, `Answer` what it says: rows with numbers or
 * classes here; rows alone and their groups for a clustering, series for a recurrent network, who took what and ten
 * suggestions for a recommender.
 */
export interface Learner<Data, Query, Answer, Model extends Fitted<Query, Answer> = Fitted<Query, Answer>> {
  /** As models and requests name it. */
  name: string;
  title: string;
  /** What it is good for, in a sentence. */
  says: string;
  /** Every parameter with its default, limits and, where a search may set it, the range to look in. */
  params: TObject;
  /**
   * @param params  what differs from the defaults
   * @throws EncoreError LEARNER_BAD_DATA, LEARNER_BAD_PARAMETER; the signal's reason once it is aborted
   */
  fit: (data: Data, params: object, run: Run) => Promise<Model>;
  /** @throws EncoreError LEARNER_BAD_MODEL where the bytes are not what `save` gave */
  load: (bytes: Uint8Array) => Promise<Model>;
}

/** A model of rows: one number a row, the chance of class 1 of two, or the chances of more classes row by row. */
export interface TabularModel extends Fitted<Unlabelled, Float64Array> {
  /** How much each column helped, in parts of 1, where the learner can tell. */
  importance?: () => Float64Array;
}

/** Learns from rows of numbers and says a number or class for others. */
export type TabularLearner = Learner<Labelled, Unlabelled, Float64Array, TabularModel>;
