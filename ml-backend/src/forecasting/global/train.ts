import { fitBoosted } from '../../learners/boosted.ts';
import { featuresOf } from './features.ts';
import type { GlobalModel } from './model.ts';

/** What the members said about a history, and what came. */
export interface Lesson {
  /** The history, positive. */
  values: Float64Array;
  forecasts: readonly Float64Array[];
  /** What came, from the first step on; as long as is known. */
  actual: Float64Array;
  /** How much each of its steps counts. */
  weight: number;
}

/** Errors beyond this many units of a series' unrest count as this many. */
const FAR = 6;
/** Shallow trees and few of them: a correction, not a model of its own. */
const PARAMS = {
  loss: 'absolute',
  rounds: 200,
  learningRate: 0.05,
  maxLeaves: 8,
  minLeaf: 200,
  rowShare: 0.7,
  columnShare: 0.7,
} as const;

/** Learns how far the members' joined forecast is off. */
export function trainGlobal(
  lessons: readonly Lesson[],
  members: readonly string[],
  period: number,
  seed = 1
): GlobalModel {
  const blocks: Float64Array[] = [];
  const y: number[] = [];
  const weights: number[] = [];
  let columns = 0;
  for (const { values, forecasts, actual, weight } of lessons) {
    const logs = forecasts.map((forecast) => forecast.map(Math.log));
    const features = featuresOf(values.map(Math.log), period, logs);
    columns = features.columns;
    for (let step = 0; step < Math.min(actual.length, features.base.length); step++) {
      if (actual[step]! > 0) {
        blocks.push(features.x.subarray(step * columns, (step + 1) * columns));
        y.push(Math.max(-FAR, Math.min(FAR, (Math.log(actual[step]!) - features.base[step]!) / features.unrest)));
        weights.push(weight);
      }
    }
  }
  const x = new Float64Array(blocks.length * columns);
  blocks.forEach((block, row) => x.set(block, row * columns));
  const data = {
    x: { values: x, rows: y.length, columns },
    y: Float64Array.from(y),
    weights: Float64Array.from(weights),
  };
  return { trees: fitBoosted(data, PARAMS, { seed }), members, period };
}
