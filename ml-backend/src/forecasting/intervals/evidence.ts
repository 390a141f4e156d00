import type { Said } from '../combination/roll.ts';
import { combine } from '../combination/weigh.ts';
import type { ErrorUnit } from './unit.ts';
import { errorIn, errorUnit, levelOf } from './unit.ts';

/** Changes older than this many seasons say little about today's. */
const RECENT_SEASONS = 5;
/** Usual growth of errors with the step; it only brings steps to one size before the pool's own growth is known. */
const usualGrowth = (persistence: number) => Math.max(0.1, Math.min(0.8, 0.5 + 0.55 * persistence));

/** What is known of the errors to come before they come, all in the unit of the errors. */
export interface Evidence {
  unit: ErrorUnit;
  level: number;
  /** Mean absolute change between neighbours, the usual change of the calendar month taken out; NaN below two values. */
  change: number;
  /** Mean absolute error at earlier origins, brought to one step; NaN where there are none that can be measured. */
  own: number;
  /**
   * Autocorrelation of neighbouring changes, the season taken out: -0.5 for noise around a level, 0 for a random walk, whose
   * errors grow with the horizon; 0 where nothing changes.
   */
  persistence: number;
  /** Logarithm of the change over the last season beside that of all seasons: a series that has calmed down or not. */
  late: number;
  /** How far the members are apart, brought to one step; NaN for a single member and for nothing but zeros. */
  apart: number;
}

/**
 * Collects what is known at an origin.
 * @param values   the history up to the origin
 * @param said     what the members say now
 * @param earlier  what they said at earlier origins
 * @param shares   the shares that all of them are joined with; not the fitted ones, which know the errors already
 */
export function evidenceAt(
  values: Float64Array,
  period: number,
  said: Said,
  earlier: readonly Said[],
  shares: Float64Array
): Evidence {
  const unit = errorUnit(values, period);
  const level = unit === 'log' ? 1 : levelOf(values, 2 * Math.max(period, 6));
  const { size, persistence, late } = changesOf(unit === 'log' ? values.map(Math.log) : values, period);
  return {
    unit,
    level,
    change: size / (level || 1),
    persistence,
    late: size > 0 ? Math.log(Math.max(0.05, late / size)) : 0,
    own: ownError(unit, level, values, earlier, shares, usualGrowth(persistence)),
    apart: distance(unit, level, said, shares, usualGrowth(persistence)),
  };
}

/**
 * Changes between neighbours over the last seasons; the usual change of each phase is taken out where there are two.
 * @returns their mean absolute size, NaN below two values, and their autocorrelation
 */
export function changesOf(values: Float64Array, period: number): { size: number; persistence: number; late: number } {
  const recent = values.subarray(Math.max(0, values.length - RECENT_SEASONS * Math.max(period, 6) - 1));
  const count = recent.length - 1;
  if (count < 1) {
    return { size: NaN, persistence: 0, late: 0 };
  }
  const changes = Float64Array.from({ length: count }, (_, at) => recent[at + 1]! - recent[at]!);
  const phases = period > 1 && count >= 2 * period ? period : 0;
  for (let phase = 0; phase < phases; phase++) {
    let usual = 0;
    let found = 0;
    for (let at = phase; at < count; at += period) {
      usual += changes[at]!;
      found++;
    }
    usual /= found;
    const lostFreedom = Math.sqrt(found / (found - 1));
    for (let at = phase; at < count; at += period) {
      changes[at] = (changes[at]! - usual) * lostFreedom;
    }
  }
  let sum = 0;
  let squares = 0;
  let both = 0;
  for (let at = 0; at < count; at++) {
    const change = changes[at]!;
    sum += Math.abs(change);
    squares += change * change;
    both += at > 0 ? change * changes[at - 1]! : 0;
  }
  const last = changes.subarray(-Math.max(period, 6));
  const late = last.reduce((all, change) => all + Math.abs(change), 0) / last.length;
  return { size: sum / count, persistence: squares > 0 ? both / squares : 0, late };
}

function ownError(
  unit: ErrorUnit,
  level: number,
  values: Float64Array,
  earlier: readonly Said[],
  shares: Float64Array,
  growth: number
): number {
  let sum = 0;
  let count = 0;
  for (const { at, forecasts } of earlier) {
    const expected = combine(forecasts, shares);
    for (let step = 0; step < expected.length && at + step < values.length; step++) {
      const error = errorIn(unit, values[at + step]!, expected[step]!, level);
      if (Number.isFinite(error)) {
        sum += Math.abs(error) / (step + 1) ** growth;
        count++;
      }
    }
  }
  return sum / count;
}

function distance(unit: ErrorUnit, level: number, { forecasts }: Said, shares: Float64Array, growth: number): number {
  if (forecasts.length < 2) {
    return NaN;
  }
  const expected = combine(forecasts, shares);
  let sum = 0;
  for (let member = 0; member < forecasts.length; member++) {
    for (let step = 0; step < expected.length; step++) {
      const error = errorIn(unit, forecasts[member]![step]!, expected[step]!, level);
      sum += (shares[member]! * Math.abs(error)) / (step + 1) ** growth;
    }
  }
  return sum / expected.length;
}
