import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { BadInput } from '../bench.ts';

/** One series of a benchmark file. */
export interface Task {
  id: string;
  /** Length of the season in buckets; 1 where there is none. */
  period: number;
  /** Season of the scaled error where it is another one. */
  scalePeriod: number;
  /** Epoch milliseconds of the first bucket. */
  start: number;
  weekly: boolean;
  horizon: number;
  /** NaN where the file has null. */
  train: Float64Array;
  test: Float64Array | undefined;
}

const longestHorizon = 120;
const mostSeries = 200_000;
/** Where a file does not say when its series begin. */
const unknownStart = Date.UTC(2000, 0, 1);

/**
 * Reads a file of series, gzipped or not: `[{id, freq, period, start, horizon, train, test?}]`.
 * @throws BadInput with the file, the series and what is wrong with it
 */
export function readTasks(path: string): Task[] {
  const parsed = parse(path);
  const refuse = (what: string): never => {
    throw new BadInput(`${path}: ${what}`);
  };
  if (!Array.isArray(parsed)) return refuse('not a list of series');
  if (parsed.length === 0) return refuse('holds no series');
  if (parsed.length > mostSeries) return refuse(`holds ${parsed.length} series, more than ${mostSeries}`);
  const seen = new Set<string>();
  return parsed.map((row: unknown, index) => {
    const task = taskOf(row, (what) => refuse(`series ${index + 1}: ${what}`));
    if (seen.has(task.id)) return refuse(`series ${index + 1}: the id "${task.id}" occurs twice`);
    seen.add(task.id);
    return task;
  });
}

function parse(path: string): unknown {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new BadInput(`${path} can't be read: ${(error as Error).message}`);
  }
  try {
    const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(zipped ? gunzipSync(bytes) : bytes));
  } catch (error) {
    throw new BadInput(`${path} is not JSON: ${(error as Error).message.slice(0, 200)}`);
  }
}

function taskOf(row: unknown, refuse: (what: string) => never): Task {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return refuse('not an object');
  const { id, freq, period, start, horizon, train, test, mase_period } = row as Record<string, unknown>;
  if (typeof id !== 'string' || id === '') return refuse('no id');
  const whole = (name: string, value: unknown, most: number): number =>
    typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most
      ? value
      : refuse(`"${id}": ${name} is ${show(value)}, not a whole number from 1 to ${most}`);
  if (freq !== undefined && freq !== null && typeof freq !== 'string') return refuse(`"${id}": freq is no text`);
  const season = whole('period', period, 10_000);
  const steps = whole('horizon', horizon, longestHorizon);
  const future =
    test === undefined || test === null ? undefined : numbers('test', test, (what) => refuse(`"${id}": ${what}`));
  if (future && future.length !== steps) return refuse(`"${id}": test has ${future.length} values, not ${steps}`);
  return {
    id,
    period: season,
    scalePeriod: mase_period === undefined ? season : whole('mase_period', mase_period, 10_000),
    start: timeOf(start, (what) => refuse(`"${id}": ${what}`)),
    weekly: typeof freq === 'string' ? freq.toUpperCase().startsWith('W') : season === 52,
    horizon: steps,
    train: numbers('train', train, (what) => refuse(`"${id}": ${what}`)),
    test: future,
  };
}

function numbers(name: string, list: unknown, refuse: (what: string) => never): Float64Array {
  if (!Array.isArray(list)) return refuse(`${name} is not a list`);
  return Float64Array.from(list, (value: unknown, index) => {
    if (value === null) return NaN;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    return refuse(`${name}[${index}] is ${show(value)}, not a number`);
  });
}

function timeOf(start: unknown, refuse: (what: string) => never): number {
  if (start === undefined || start === null) return unknownStart;
  const time = typeof start === 'string' ? Date.parse(start) : NaN;
  return Number.isNaN(time) ? refuse(`start is ${show(start)}, not a date`) : time;
}

const show = (value: unknown): string => (JSON.stringify(value) ?? 'missing').slice(0, 40);
