import type { GlobalModel } from '../global/model.ts';
import { admits, globalForecast } from '../global/model.ts';
import type { Member, Structure } from '../members/member.ts';
import { combine } from './weigh.ts';

/** What every member said at one origin, in the order of the members. */
export interface Said {
  /** Number of buckets known. */
  at: number;
  forecasts: Float64Array[];
  /** Which of them are a replacement: the others' mean for a member without a model, last season for one that ran away. */
  failed: boolean[];
  /** Which of those ran away, with a forecast that is no number or beyond all reason. */
  exploded: boolean[];
}

/** A member beyond this many times the largest value seen has exploded. */
const EXPLODED = 10;
/** A series that never came near zero is not expected to: the floor of its forecasts as a share of its smallest value. */
const FLOOR = 0.1;

/** Structures of the members that found a model, by name: plain JSON, from which a refit starts. */
export type Structures = Record<string, Structure>;

/**
 * Lets every member forecast from one origin.
 * @param values       the history up to the origin
 * @param replacement  what stands in for a member that explodes, and where nobody says anything, `horizon` steps
 * @param structures   kept and started from where a member has one, else filled with what it chooses
 * @param global       speaks last, about what the others say; replaced by what they say in the middle where it has nothing to add
 */
export function sayAt(
  members: readonly Member[],
  values: Float64Array,
  period: number,
  horizon: number,
  replacement: Float64Array,
  structures: Structures,
  global?: GlobalModel
): Said {
  let smallest = Infinity;
  let largest = 0;
  for (const value of values) {
    smallest = Math.min(smallest, value);
    largest = Math.max(largest, Math.abs(value));
  }
  const floor = smallest > 0 ? FLOOR * smallest : -Infinity;
  const limit = EXPLODED * largest;
  const failed: boolean[] = [];
  const exploded: boolean[] = [];
  const found = members.map((member) => {
    const known = structures[member.name];
    const fitted = known ? member.refit(values, period, known) : member.fit(values, period);
    if (fitted && !known) {
      structures[member.name] = fitted.structure;
    }
    return fitted?.forecast(horizon);
  });
  const silent = meanOf(
    found.filter((forecast) => forecast !== undefined),
    replacement
  );
  const forecasts = found.map((forecast): Float64Array => {
    const wild = forecast !== undefined && !forecast.every((value) => Math.abs(value) <= limit);
    exploded.push(wild);
    failed.push(wild || forecast === undefined);
    return (wild ? replacement : (forecast ?? silent)).map((value) => Math.max(floor, value));
  });
  if (global) {
    const names = members.map(({ name }) => name);
    const usable =
      admits(global, values, period, names) && forecasts.every((forecast) => forecast.every((value) => value > 0));
    const corrected = usable ? globalForecast(global, values, period, forecasts) : undefined;
    const bad = !corrected || !corrected.every((value) => Math.abs(value) <= limit);
    failed.push(false);
    exploded.push(false);
    forecasts.push(bad ? combine(forecasts, new Float64Array(members.length).fill(1 / members.length)) : corrected);
  }
  return { at: values.length, forecasts, failed, exploded };
}

function meanOf(forecasts: readonly Float64Array[], otherwise: Float64Array): Float64Array {
  return forecasts.length === 0
    ? otherwise
    : otherwise.map((_, step) => forecasts.reduce((sum, forecast) => sum + forecast[step]!, 0) / forecasts.length);
}
