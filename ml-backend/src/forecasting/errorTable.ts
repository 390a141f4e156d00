import { readFileSync } from 'node:fs';
import type { History } from './history.ts';
import { regimeOf } from './members/members.ts';
import { PROBABILITIES } from './quantiles.ts';
import type { ErrorUnit, SpreadPrior } from './spread.ts';
import { errorUnit } from './spread.ts';
import type { Frequency } from './types.ts';

/** Series whose errors are alike in shape. */
export type ErrorKind = ErrorUnit | 'intermittent';

/** Quantiles of forecast errors in units of a series' own spread, pooled over many series: see models/forecast-errors.md. */
export interface ErrorTable {
  version: string;
  prior: Record<ErrorKind, SpreadPrior>;
  /** How errors of different steps of one forecast go together. */
  dependence: Record<ErrorKind, Dependence>;
  /** By kind and shortest length: one row of quantiles at `PROBABILITIES` a step ahead. */
  errors: Record<ErrorKind, { from: number; count: number; steps: number[][] }[]>;
}

/** Correlation of the errors of two steps k apart: common + (1 - common) * decay^k. */
export interface Dependence {
  common: number;
  decay: number;
}

/** Histories of these lengths and more are pooled apart. */
export const LENGTHS = [1, 6, 12, 24, 36, 60, 144] as const;

let shipped: ErrorTable | undefined;

/** The table that comes with the product (ml-backend/models/forecast-errors.json), read once. */
export function shippedErrorTable(): ErrorTable {
  shipped ??= JSON.parse(
    readFileSync(new URL('../../models/forecast-errors.json', import.meta.url), 'utf8')
  ) as ErrorTable;
  return shipped;
}

export function errorKind(history: History, frequency: Frequency): ErrorKind {
  return regimeOf(history, frequency) === 'intermittent' ? 'intermittent' : errorUnit(history);
}

export const unitOf = (kind: ErrorKind): ErrorUnit => (kind === 'log' ? 'log' : 'level');

/**
 * Quantiles of the error `step` steps ahead (from 1) for a history of `length` values; steps beyond the table grow on as
 * the second half of the table does.
 */
export function errorQuantiles(table: ErrorTable, kind: ErrorKind, length: number, step: number): Float64Array {
  const groups = table.errors[kind];
  const { steps } = groups.findLast((group) => group.from <= length) ?? groups[0]!;
  const row = Float64Array.from(steps[Math.min(step, steps.length) - 1]!);
  if (step <= steps.length) {
    return row;
  }
  const half = steps[(steps.length >> 1) - 1]!;
  const growth = Math.log(width(row) / width(half)) / Math.log(steps.length / (steps.length >> 1));
  const factor = (step / steps.length) ** Math.max(0, growth);
  return row.map((value) => value * factor);
}

function width(row: ArrayLike<number>): number {
  const tenth = PROBABILITIES.indexOf(0.1);
  return row[PROBABILITIES.length - 1 - tenth]! - row[tenth]!;
}
