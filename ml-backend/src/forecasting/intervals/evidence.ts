import type { Said } from '../combination/roll.ts';
import { combine } from '../combination/weigh.ts';
import type { ErrorUnit } from './unit.ts';
import { errorIn, errorUnit, levelOf } from './unit.ts';

/** Changes older than this many seasons say little about today's. */
const RECENT_SEASONS = 5;
/** Errors grow about as step^GROWTH; it only brings steps to one size before the pool's own growth is known. */
export const USUAL_GROWTH = 0.35;

/** What is known of the errors to come before they come, all in the unit of the errors. */
export interface Evidence {
  unit: ErrorUnit;
  level: number;
  /** Mean absolute change between neighbours, the usual change of the calendar month taken out; NaN below two values. */
  change: number;
  /** Mean absolute error at earlier origins, brought to one step; NaN where there are none. */
  own: number;
  /** How far the members are apart, brought to one step; NaN for a single member. */
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
  return {
    unit,
    level,
    change: changeOf(unit === 'log' ? values.map(Math.log) : values, period) / (level || 1),
    own: ownError(unit, level, values, earlier, shares),
    apart: distance(unit, level, said, shares),
  };
}

/** Mean absolute change between neighbours; the usual change of each phase is taken out where there are two seasons. */
export function changeOf(values: Float64Array, period: number): number {
  const recent = values.subarray(Math.max(0, values.length - RECENT_SEASONS * Math.max(period, 6) - 1));
  const count = recent.length - 1;
  if (count < 1) {
    return NaN;
  }
  const seasons = period > 1 ? Math.floor(count / period) : 0;
  let sum = 0;
  if (seasons < 2) {
    for (let at = 0; at < count; at++) {
      sum += Math.abs(recent[at + 1]! - recent[at]!);
    }
    return sum / count;
  }
  for (let phase = 0; phase < period; phase++) {
    let usual = 0;
    let found = 0;
    for (let at = phase; at < count; at += period) {
      usual += recent[at + 1]! - recent[at]!;
      found++;
    }
    usual /= found;
    const lostFreedom = Math.sqrt(found / (found - 1));
    for (let at = phase; at < count; at += period) {
      sum += Math.abs(recent[at + 1]! - recent[at]! - usual) * lostFreedom;
    }
  }
  return sum / count;
}

function ownError(
  unit: ErrorUnit,
  level: number,
  values: Float64Array,
  earlier: readonly Said[],
  shares: Float64Array
): number {
  let sum = 0;
  let count = 0;
  for (const { at, forecasts } of earlier) {
    const expected = combine(forecasts, shares);
    for (let step = 0; step < expected.length && at + step < values.length; step++) {
      const error = errorIn(unit, values[at + step]!, expected[step]!, level);
      if (Number.isFinite(error)) {
        sum += Math.abs(error) / (step + 1) ** USUAL_GROWTH;
        count++;
      }
    }
  }
  return sum / count;
}

function distance(unit: ErrorUnit, level: number, { forecasts }: Said, shares: Float64Array): number {
  if (forecasts.length < 2) {
    return NaN;
  }
  const expected = combine(forecasts, shares);
  let sum = 0;
  for (let member = 0; member < forecasts.length; member++) {
    for (let step = 0; step < expected.length; step++) {
      const error = errorIn(unit, forecasts[member]![step]!, expected[step]!, level);
      sum += (shares[member]! * Math.abs(error)) / (step + 1) ** USUAL_GROWTH;
    }
  }
  return sum / expected.length;
}
