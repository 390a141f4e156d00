/** Numbers, names and lists of them: what is stored beside a forecast and comes back as it was. */
export type Structure = { readonly [key: string]: StructureValue };
export type StructureValue = number | string | boolean | readonly number[];

/** A model with its parameters and its state at the end of the history. */
export interface FittedMember<S extends Structure = Structure> {
  /**
   * What was chosen (components, season or none) and where the optimiser ended, as plain JSON: `refit` starts from it.
   * It holds no value of the history, so it can be carried to a longer or a shorter one.
   */
  readonly structure: S;
  /**
   * Expected values of the next buckets, on the scale of the history.
   * @param horizon  buckets ahead, at least 1
   * @returns one value a bucket; not checked for size, so the caller decides what has exploded
   */
  readonly forecast: (horizon: number) => Float64Array;
}

/**
 * One way to forecast one history. Nothing is random and nothing is kept between calls.
 *
 * A history is finite, complete and oldest first. A member answers `undefined` where it has nothing to say: too short a
 * history, a value at or below zero on a logarithmic scale. It throws for no history.
 */
export interface Member<S extends Structure = Structure> {
  readonly name: string;
  /** What takes its place on logarithms, where factors have become amounts; itself where this is left out. */
  readonly onLogs?: Member<S>;
  /**
   * Chooses the structure and estimates the parameters.
   * @param values  the history
   * @param period  length of the season in buckets; 1 where there is none
   */
  fit(this: void, values: Float64Array, period: number): FittedMember<S> | undefined;
  /**
   * Estimates the parameters again, with the structure kept and its parameters as the start: a fraction of `fit`'s cost.
   * Falls back to `fit` where the structure needs a longer history than this one.
   */
  refit(this: void, values: Float64Array, period: number, structure: S): FittedMember<S> | undefined;
}
