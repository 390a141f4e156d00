import { join } from '../calibrate.ts';
import type { Origin } from '../combine.ts';
import type { ErrorKind } from '../errorTable.ts';
import { errorKind, unitOf } from '../errorTable.ts';
import { CALIBRATION_STEPS } from '../forecast.ts';
import { historyAt } from '../history.ts';
import { rollOrigins } from '../rolling.ts';
import type { Expectation, SpreadEvidence } from '../spread.ts';
import { errorIn, spreadEvidence } from '../spread.ts';
import type { Series } from '../types.ts';

const SEASON = 12;
/** Steps ahead of which errors are kept. */
const STEPS = 24;
const ORIGINS = 24;
/** Origins at the end of a long series: enough that twelve of them have 24 values after them, and a few to warm up on. */
const LATE_ORIGINS = 42;
const WARM_UP = 6;
/** The young part of each series, rolled from its third bucket on, stands for short histories. */
const YOUNG = 60;
const FIRST_ORIGIN = 3;

/** One forecast of the past: its errors by step, and what was known of its spread. */
export interface ErrorRecord extends SpreadEvidence {
  kind: ErrorKind;
  length: number;
  errors: number[];
}

/** Errors at every origin of a series' first five years and at its last 36 origins. */
export function recordErrors(values: Float64Array): ErrorRecord[] {
  const young = values.subarray(0, YOUNG);
  const records = roll(young, young.length - FIRST_ORIGIN, 0);
  return values.length > YOUNG ? [...records, ...roll(values, LATE_ORIGINS, WARM_UP)] : records;
}

function roll(values: Float64Array, count: number, skip: number): ErrorRecord[] {
  const series: Series = { values, frequency: 'month', start: 0, nonNegative: true };
  const origins = rollOrigins(series, values.length, count, STEPS);
  const near: Origin[] = origins.map(({ at, members }) => ({
    at,
    members: members.map((member) => ({ ...member, values: member.values.subarray(0, CALIBRATION_STEPS) })),
  }));
  const before = <T>(list: T[], index: number) => list.slice(Math.max(0, index - ORIGINS), index);
  const joined = origins.map(({ at, members }, index) => join(series, members, before(near, index), at));
  const past = joined.map(({ at, mean }) => ({ at, mean: mean.subarray(0, CALIBRATION_STEPS) }));
  return joined.flatMap((origin, index) => (index < skip ? [] : recordsAt(series, origin, before(past, index))));
}

/** A series whose logarithms make sense is recorded in both units: series with a few zeros have no other peers. */
function recordsAt(series: Series, { at, mean }: Expectation, past: Expectation[]): ErrorRecord[] {
  const history = historyAt(series, at);
  if (history.values.length === 0) {
    return [];
  }
  const own = errorKind(history, 'month');
  const kinds: ErrorKind[] = own === 'log' ? ['log', 'level'] : [own];
  return kinds.map((kind) => {
    const unit = unitOf(kind);
    const ahead = Array.from(mean.subarray(0, series.values.length - at));
    return {
      kind,
      length: history.values.length,
      ...spreadEvidence(unit, history, SEASON, past, series.values, at),
      errors: ahead.map((value, step) => errorIn(unit, series.values[at + step]!, value)),
    };
  });
}
