import type { Boosted } from '../../learners/boosted.ts';
import { featuresOf } from './features.ts';

/** One model for all series: boosted trees that tell how far the members' joined forecast will be off. */
export interface GlobalModel {
  trees: Boosted;
  /** Members by name, in the order in which the features hold them. */
  members: readonly string[];
  /** The one season that it was learnt for. */
  period: number;
}

/** The name under which its forecast is weighed like any member's. */
export const GLOBAL_NAME = 'global-trees';

/** Whether it has anything to say: positive histories with the season and the members that it was learnt for. */
export function admits(model: GlobalModel, values: Float64Array, period: number, names: readonly string[]): boolean {
  return (
    period === model.period &&
    values.length >= 2 * period &&
    names.length === model.members.length &&
    names.every((name, index) => name === model.members[index]) &&
    values.every((value) => value > 0)
  );
}

/**
 * The members' joined forecast, corrected by what the trees have learnt of many series.
 * @param values     the history, positive
 * @param forecasts  what every member says, in the model's order
 */
export function globalForecast(
  { trees }: GlobalModel,
  values: Float64Array,
  period: number,
  forecasts: readonly Float64Array[]
): Float64Array {
  const logs = forecasts.map((forecast) => forecast.map(Math.log));
  const { x, columns, base, unrest } = featuresOf(values.map(Math.log), period, logs);
  const answers = trees.predict({ values: x, rows: base.length, columns });
  return base.map((offset, step) => Math.exp(offset + unrest * answers[step]!));
}
