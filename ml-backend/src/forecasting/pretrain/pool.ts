import type { Dependence, ErrorKind, ErrorTable } from '../errorTable.ts';
import { LENGTHS } from '../errorTable.ts';
import { quantilesOf } from '../quantiles.ts';
import type { SpreadPrior } from '../spread.ts';
import { spreadOf } from '../spread.ts';
import type { ErrorRecord } from './records.ts';

/** A group of fewer forecasts has no tails; its lengths take the next shorter group. */
const ENOUGH = 500;
/** A group that ends before this many steps says nothing about growth; the same holds. */
const ENOUGH_STEPS = 12;
/** Origins with fewer own errors say little about their usual size. */
const ENOUGH_OWN = 6;
const SIGNIFICANT = 4;

/** Pools the errors of many forecasts into the shipped table. */
export function poolErrors(records: ErrorRecord[]): Omit<ErrorTable, 'version'> {
  const kinds: ErrorKind[] = ['log', 'level', 'intermittent'];
  const parts = kinds.map((kind) => {
    const own = records.filter((record) => record.kind === kind);
    const prior = priorOf(own);
    const scaled = own.flatMap((record) => {
      const size = spreadOf(record, prior);
      return size > 0 ? [{ length: record.length, errors: record.errors.map((error) => error / size) }] : [];
    });
    return { kind, prior, errors: groups(scaled), dependence: dependenceOf(scaled.map(({ errors }) => errors)) };
  });
  const by = <T>(value: (part: (typeof parts)[number]) => T) =>
    Object.fromEntries(parts.map((part) => [part.kind, value(part)])) as Record<ErrorKind, T>;
  return {
    prior: by((part) => part.prior),
    dependence: by((part) => part.dependence),
    errors: by((part) => part.errors),
  };
}

function priorOf(records: ErrorRecord[]): SpreadPrior {
  const change = ({ change: { sum, count } }: ErrorRecord) => sum / count;
  const moving = records.filter((record) => change(record) > 0 && record.level > 0);
  const experienced = moving.filter(({ own }) => own.length >= ENOUGH_OWN);
  return {
    typical: round(median(moving.map((record) => change(record) / record.level))),
    errorPerChange: round(median(experienced.map((record) => mean(record.own) / change(record)))),
  };
}

interface Scaled {
  length: number;
  errors: number[];
}

function groups(scaled: Scaled[]): { from: number; count: number; steps: number[][] }[] {
  return LENGTHS.flatMap((from, index) => {
    const below = LENGTHS[index + 1] ?? Infinity;
    const group = scaled.filter(({ length }) => length >= from && length < below);
    const steps: number[][] = [];
    for (let step = 0; ; step++) {
      const errors = Float64Array.from(group.flatMap((record) => record.errors[step] ?? []));
      if (errors.length < ENOUGH) {
        break;
      }
      steps.push(Array.from(quantilesOf(errors.sort()), round));
    }
    return steps.length < ENOUGH_STEPS ? [] : [{ from, count: group.length, steps: smooth(steps) }];
  });
}

/** Tails of neighbouring steps are noisy on their own: the mean over up to two steps on each side, the same number each. */
function smooth(steps: number[][]): number[][] {
  return steps.map((row, step) => {
    const reach = Math.min(2, step, steps.length - 1 - step);
    const near = steps.slice(step - reach, step + reach + 1);
    return row.map((_, place) => round(mean(near.map((other) => other[place]!))));
  });
}

/** Least squares over a grid, on the correlations of errors 1 to 11 steps apart; sizes are cut at 4 typical errors. */
function dependenceOf(rows: number[][]): Dependence {
  const correlations = Array.from({ length: 11 }, (_, index) => correlationAtLag(rows, index + 1));
  let best = { common: 0, decay: 0 };
  let least = Infinity;
  for (let common = 0; common < 1; common += 0.01) {
    for (let decay = 0; decay < 1; decay += 0.01) {
      const miss = correlations.reduce(
        (sum, found, index) => sum + (found - common - (1 - common) * decay ** (index + 1)) ** 2,
        0
      );
      if (miss < least) {
        least = miss;
        best = { common: round(common), decay: round(decay) };
      }
    }
  }
  return best;
}

function correlationAtLag(rows: number[][], lag: number): number {
  let both = 0;
  let first = 0;
  let second = 0;
  const cut = (value: number) => Math.max(-4, Math.min(4, value));
  for (const row of rows) {
    for (let step = 0; step + lag < Math.min(row.length, 12); step++) {
      const a = cut(row[step]! / (step + 1) ** 0.3);
      const b = cut(row[step + lag]! / (step + lag + 1) ** 0.3);
      both += a * b;
      first += a * a;
      second += b * b;
    }
  }
  return both / Math.sqrt(first * second);
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const round = (value: number) => Number(value.toPrecision(SIGNIFICANT));
