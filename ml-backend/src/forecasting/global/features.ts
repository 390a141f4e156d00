/**
 * What the global model sees of a history and of what the members say about it. Everything is a logarithm less another
 * one over the series' own unrest, so that neither the currency nor the size of an artist is in it.
 */
import { medianOf } from '../quantiles.ts';

/** Rows for every step ahead, and how to come back from an answer to the scale of the history. */
export interface Features {
  /** Row-major, `columns` a step. */
  x: Float64Array;
  columns: number;
  /** Logarithm of the offset that is forecast from: the members joined with equal shares. */
  base: Float64Array;
  /** Size of one unit of the answer, in logarithms. */
  unrest: number;
}

/** Columns beside those of the members. */
const OTHERS = 17;
/** The model has learnt nothing further ahead. */
const LONGEST_STEP = 24;
const SMALLEST_UNREST = 0.01;
/** Anything beyond this many units is as good as this many. */
const FAR = 10;

/** @returns columns of the features of so many members */
export const columnsFor = (members: number): number => OTHERS + members;

/**
 * @param logs     logarithms of the history, oldest first, two seasons at least
 * @param period   length of the season, 2 or more
 * @param members  logarithms of what every member says, one list of equal length each
 */
export function featuresOf(logs: Float64Array, period: number, members: readonly Float64Array[]): Features {
  const { length } = logs;
  const horizon = members[0]?.length ?? 0;
  const base = Float64Array.from({ length: horizon }, (_, step) => joined(members.map((member) => member[step]!)));
  const season = seasonOf(logs, period);
  const flat = logs.map((value, at) => value - season[at % period]!);
  const change = meanChange(flat, 1, 5 * period);
  const yearly = meanChange(logs, period, 3 * period);
  const unrest = Math.max(SMALLEST_UNREST, 0.5 * change + 0.3 * yearly);
  const scaled = (value: number) => Math.max(-FAR, Math.min(FAR, value / unrest));
  const level = (from: number, to: number) => meanOf(flat, length - from, length - to);
  const [last, three, half, year] = [level(1, 0), level(3, 0), level(6, 0), level(12, 0)];
  const before = length >= 24 ? level(24, 12) : NaN;
  const longBefore = length >= 36 ? level(36, 24) : NaN;
  const shared = [
    Math.log(length),
    Math.log(unrest),
    Math.log(change / unrest + 0.01),
    Math.log((yearly + 1e-3) / (change + 1e-3)),
    season.reduce((sum, value) => sum + Math.abs(value), 0) / period / unrest,
    persistence(flat),
    scaled(last - three),
    scaled(three - year),
    scaled(half - year),
    scaled(year - before),
    scaled(before - longBefore),
  ];
  const columns = columnsFor(members.length);
  const x = new Float64Array(horizon * columns);
  for (let step = 0; step < horizon; step++) {
    const offset = base[step]!;
    const sameMonth = (yearsBack: number) => {
      const at = length + (step % period) - period * yearsBack;
      return at >= 0 ? scaled(logs[at]! - offset) : NaN;
    };
    const apart = members.map((member) => member[step]! - offset);
    const row = [
      Math.min(LONGEST_STEP, step + 1),
      apart.reduce((sum, value) => sum + Math.abs(value), 0) / members.length / unrest,
      sameMonth(1),
      sameMonth(2),
      sameMonth(3),
      scaled(season[(length + step) % period]! + three - offset),
      ...apart.map(scaled),
      ...shared,
    ];
    x.set(row, step * columns);
  }
  return { x, columns, base, unrest };
}

const joined = (values: number[]): number =>
  (values.reduce((sum, value) => sum + value, 0) / values.length + medianOf(values)) / 2;

/** Mean distance from a centred moving average by phase, over the last five seasons. */
function seasonOf(logs: Float64Array, period: number): Float64Array {
  const half = period >> 1;
  const sums = new Float64Array(period);
  const counts = new Float64Array(period);
  for (let at = Math.max(half, logs.length - 5 * period); at < logs.length - half; at++) {
    let trend = (logs[at - half]! + logs[at + half]!) / 2;
    for (let near = at - half + 1; near < at + half; near++) {
      trend += logs[near]!;
    }
    trend /= 2 * half;
    sums[at % period]! += logs[at]! - trend;
    counts[at % period]!++;
  }
  return sums.map((sum, phase) => (counts[phase] ? sum / counts[phase] : 0));
}

function meanChange(values: Float64Array, lag: number, recent: number): number {
  let sum = 0;
  let count = 0;
  for (let at = Math.max(lag, values.length - recent); at < values.length; at++) {
    sum += Math.abs(values[at]! - values[at - lag]!);
    count++;
  }
  return count === 0 ? 0 : sum / count;
}

function meanOf(values: Float64Array, from: number, to: number): number {
  const part = values.subarray(Math.max(0, from), to);
  return part.reduce((sum, value) => sum + value, 0) / part.length;
}

/** Autocorrelation of neighbouring changes over the last four years: -0.5 for noise around a level, 0 for a random walk. */
function persistence(values: Float64Array): number {
  const recent = values.subarray(-48);
  const changes = Float64Array.from({ length: recent.length - 1 }, (_, at) => recent[at + 1]! - recent[at]!);
  const mean = changes.reduce((sum, value) => sum + value, 0) / changes.length;
  let variance = 0;
  let both = 0;
  changes.forEach((value, at) => {
    variance += (value - mean) ** 2;
    both += at > 0 ? (value - mean) * (changes[at - 1]! - mean) : 0;
  });
  return variance > 0 ? both / variance : 0;
}
