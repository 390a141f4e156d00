import { quantilesOf } from '../quantiles.ts';
import { dependenceOf } from './dependence.ts';
import type { Evidence } from './evidence.ts';
import { USUAL_GROWTH } from './evidence.ts';
import type { Pool, PoolGroup, ScaleModel } from './pool.ts';
import { bucketOf, featuresOf, groupFor, LENGTHS, logScale, NO_POOL } from './pool.ts';
import { UNITS } from './unit.ts';
import { solve } from './solve.ts';

/** One forecast of the past, and what came. */
export interface ErrorRecord {
  /** Which series it is of: records of one series are not independent. */
  series: number;
  /** Length of the history at the origin. */
  length: number;
  evidence: Evidence;
  /** Errors by step in the evidence's unit; NaN where the actual is missing. */
  errors: Float64Array;
  /** Mean squared error of each member by name in units of the series' own, for the shares. */
  members: Record<string, number>;
}

/** Series whose word weighs as much as the pool behind. */
const SERIES_BEHIND = 30;
/** Fewer records have no quantiles worth blending. */
const FEWEST = 20;

/**
 * Learns what errors look like from many forecasts of the past, on the ground of a pool made before.
 * @param records  of one tenant, or of the sets that the shipped pool is made of
 * @param behind   what stands where the records say nothing, blended in by the number of series
 */
export function fitPool(records: readonly ErrorRecord[], behind: Pool = NO_POOL): Pool {
  const groups = UNITS.flatMap((unit) =>
    LENGTHS.flatMap((from) => {
      const alike = records.filter((record) => record.evidence.unit === unit && bucketOf(record.length) === from);
      const base = groupFor(behind, unit, from)!;
      return alike.length >= FEWEST ? [fitGroup(alike, { ...base, unit, from })] : [];
    })
  );
  const kept = behind.groups.filter(
    ({ unit, from }) => !groups.some((group) => group.unit === unit && group.from === from)
  );
  return { ...behind, groups: [...groups, ...kept] };
}

function fitGroup(records: readonly ErrorRecord[], behind: PoolGroup): PoolGroup {
  const series = new Set(records.map((record) => record.series)).size;
  const share = series / (series + SERIES_BEHIND);
  const change = Math.exp(
    share * Math.log(median(records.map(({ evidence }) => evidence.change)) || behind.change) +
      (1 - share) * Math.log(behind.change)
  );
  const growth = share * growthOf(records, behind.growth) + (1 - share) * behind.growth;
  const usable = records
    .map((record) => {
      const size = sizeOf(record.errors, growth);
      return { record, size, features: featuresOf(record.evidence, change) };
    })
    .filter(({ size }) => size > 0);
  const targets = usable.map(({ record, size, features }) => ({
    tested: Number.isFinite(record.evidence.own),
    features,
    target: Math.log(Math.max(1e-3, size)),
  }));
  const tested = fitScale(
    targets.filter((row) => row.tested),
    behind.tested,
    true
  );
  const untested = fitScale(targets, behind.untested, false);
  const scaled = records.map((record) => {
    const model = Number.isFinite(record.evidence.own) ? tested : untested;
    const scale = Math.exp(logScale(model, featuresOf(record.evidence, change)));
    return record.errors.map((error, step) => error / (scale * (step + 1) ** growth));
  });
  const pooled = Float64Array.from(scaled.flatMap((row) => Array.from(row).filter(Number.isFinite))).sort();
  return {
    unit: behind.unit,
    from: behind.from,
    series: series + behind.series,
    change,
    tested,
    untested,
    growth,
    quantiles: Array.from(
      quantilesOf(pooled),
      (value, place) => share * value + (1 - share) * behind.quantiles[place]!
    ),
    dependence: dependenceOf(scaled, behind.dependence, share),
    shares: sharesOf(records, behind.shares, share),
  };
}

/** Mean absolute error over the steps, brought to one step. */
function sizeOf(errors: Float64Array, growth: number): number {
  let sum = 0;
  let count = 0;
  errors.forEach((error, step) => {
    if (Number.isFinite(error)) {
      sum += Math.abs(error) / (step + 1) ** growth;
      count++;
    }
  });
  return sum / count;
}

/** Least squares of log |error| at each step, over all series, on log step; sizes come out of the slope. */
function growthOf(records: readonly ErrorRecord[], otherwise: number): number {
  const longest = Math.max(...records.map(({ errors }) => errors.length));
  const points: [number, number, number][] = [];
  for (let step = 0; step < longest; step++) {
    const ratios = records.flatMap(({ errors }) => {
      const size = sizeOf(errors, USUAL_GROWTH);
      const error = Math.abs(errors[step] ?? NaN);
      return Number.isFinite(error) && size > 0 && errors.length >= 6 ? [error / size] : [];
    });
    if (ratios.length >= FEWEST) {
      points.push([
        Math.log(step + 1),
        Math.log(ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length),
        ratios.length,
      ]);
    }
  }
  if (points.length < 6) {
    return otherwise;
  }
  const total = points.reduce((sum, [, , weight]) => sum + weight, 0);
  const x = points.reduce((sum, [at, , weight]) => sum + weight * at, 0) / total;
  const y = points.reduce((sum, [, value, weight]) => sum + weight * value, 0) / total;
  const xy = points.reduce((sum, [at, value, weight]) => sum + weight * (at - x) * (value - y), 0);
  const xx = points.reduce((sum, [at, , weight]) => sum + weight * (at - x) ** 2, 0);
  return Math.max(0, Math.min(1, xy / xx));
}

/** Ridge regression of log size on what is known, drawn towards the model behind by the weight of `SERIES_BEHIND` rows. */
function fitScale(
  rows: readonly { features: [number, number, number]; target: number }[],
  behind: ScaleModel,
  withOwn: boolean
): ScaleModel {
  const start = [behind.constant, behind.change, behind.own, behind.apart];
  const used = withOwn ? [0, 1, 2, 3] : [0, 1, 3];
  if (rows.length < FEWEST) {
    return behind;
  }
  const center = [1, 2, 3].map(
    (part) => rows.reduce((sum, { features }) => sum + features[part - 1]!, 0) / rows.length
  );
  const columns = ({ features }: { features: [number, number, number] }) => [
    1,
    ...features.map((value, part) => value - center[part]!),
  ];
  // The constant is that at the centre of the features, so that drawing the slopes does not move the level.
  start[0] = start[0]! + center.reduce((sum, value, part) => sum + value * start[part + 1]!, 0);
  const size = used.length;
  const matrix = Array.from({ length: size }, () => new Float64Array(size));
  const right = new Float64Array(size);
  for (const row of rows) {
    const x = columns(row);
    const rest = row.target - used.reduce((sum, part) => sum + x[part]! * start[part]!, 0);
    used.forEach((one, i) => {
      right[i]! += x[one]! * rest;
      used.forEach((other, j) => (matrix[i]![j]! += x[one]! * x[other]!));
    });
  }
  used.forEach((part, i) => (matrix[i]![i]! += part === 0 ? 1 : SERIES_BEHIND / 4));
  const moved = solve(matrix, right);
  used.forEach((part, i) => (start[part]! += moved[i]!));
  return {
    constant: start[0] - center.reduce((sum, value, part) => sum + value * start[part + 1]!, 0),
    change: start[1]!,
    own: withOwn ? start[2]! : 0,
    apart: start[3]!,
  };
}

/** Shares by the inverse of each member's mean relative squared error over the series. */
function sharesOf(
  records: readonly ErrorRecord[],
  behind: Record<string, number>,
  share: number
): Record<string, number> {
  const sums: Record<string, { sum: number; count: number }> = {};
  for (const { members } of records) {
    for (const [name, error] of Object.entries(members)) {
      if (Number.isFinite(error)) {
        const one = (sums[name] ??= { sum: 0, count: 0 });
        one.sum += error;
        one.count++;
      }
    }
  }
  const precision = Object.entries(sums).map(([name, { sum, count }]) => [name, count / sum] as const);
  const total = precision.reduce((all, [, value]) => all + value, 0);
  const found = Object.fromEntries(precision.map(([name, value]) => [name, value / total]));
  if (Object.keys(behind).length === 0) {
    return found;
  }
  const names = new Set([...Object.keys(found), ...Object.keys(behind)]);
  return Object.fromEntries(
    [...names].map((name) => [name, share * (found[name] ?? 0) + (1 - share) * (behind[name] ?? 0)])
  );
}

function median(values: number[]): number {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}
