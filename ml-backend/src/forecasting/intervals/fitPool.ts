import { PROBABILITIES } from '../quantiles.ts';
import { conformalQuantile } from './conformal.ts';
import { dependenceOf } from './dependence.ts';
import type { Evidence } from './evidence.ts';
import type { GrowthModel, Pool, PoolGroup, ScaleFeatures, ScaleModel } from './pool.ts';
import { bucketOf, featuresOf, groupFor, growthFor, LENGTHS, logScale, NO_POOL } from './pool.ts';
import { UNITS } from './unit.ts';
import { solve } from './solve.ts';

/** One forecast of the past, and what came. */
export interface ErrorRecord {
  /** Which series it is of: records of one series are not independent. */
  series: number;
  /** Length of the history at the origin. */
  length: number;
  evidence: Evidence;
  /** Errors by step in the evidence's unit; NaN where there is none to measure. */
  errors: Float64Array;
  /** Mean squared error of each member by name in units of the series' own, for the shares. */
  members: Record<string, number>;
}

/** Series whose word weighs as much as the pool behind. */
const SERIES_BEHIND = 30;
/** A lean of all errors to one side is of its time as much as of the method: so much of it is kept. */
const LEAN = 0.5;
/** Fewer records have no quantiles worth blending. */
const FEWEST = 20;

/**
 * Learns what errors look like from many forecasts of the past, on the ground of a pool made before.
 * @param records  of one tenant, or of the sets that the shipped pool is made of
 * @param behind   what stands where the records say nothing, blended in by the number of series
 * @param most     share of the records' word however many there are, 0 to 1
 */
export function fitPool(records: readonly ErrorRecord[], behind: Pool = NO_POOL, most = 1): Pool {
  const measured = records.filter(({ errors }) => errors.some(Number.isFinite));
  const groups = UNITS.flatMap((unit) =>
    LENGTHS.flatMap((from) => {
      const alike = measured.filter((record) => record.evidence.unit === unit && bucketOf(record.length) === from);
      const base = groupFor(behind, unit, from)!;
      return alike.length >= FEWEST ? [fitGroup(alike, { ...base, unit, from }, most)] : [];
    })
  );
  const kept = behind.groups.filter(
    ({ unit, from }) => !groups.some((group) => group.unit === unit && group.from === from)
  );
  return { ...behind, groups: [...groups, ...kept] };
}

function fitGroup(records: readonly ErrorRecord[], behind: PoolGroup, most: number): PoolGroup {
  const series = new Set(records.map((record) => record.series)).size;
  const share = (most * series) / (series + SERIES_BEHIND);
  const change = Math.exp(
    share * Math.log(median(records.map(({ evidence }) => evidence.change)) || behind.change) +
      (1 - share) * Math.log(behind.change)
  );
  const growth = fitGrowth(records, behind.growth, share);
  const usable = records
    .map((record) => {
      const size = sizeOf(record.errors, growthFor({ growth }, record.evidence));
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
    const exponent = growthFor({ growth }, record.evidence);
    return record.errors.map((error, step) => error / (scale * (step + 1) ** exponent));
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
    quantiles: quantilesFrom(pooled).map((value, place) => share * value + (1 - share) * behind.quantiles[place]!),
    dependence: dependenceOf(scaled, behind.dependence, share),
    shares: sharesOf(records, behind.shares, share),
  };
}

/** @param errors  scaled, ascending; the outermost stands where there are too few for a probability */
function quantilesFrom(errors: Float64Array): number[] {
  const below = errors.map((_, place) => -errors[errors.length - 1 - place]!);
  const tail = (scores: Float64Array, probability: number) =>
    Math.min(scores[scores.length - 1]!, conformalQuantile(scores, probability));
  return PROBABILITIES.map((probability) => {
    const [high, low] = [
      tail(errors, Math.max(probability, 1 - probability)),
      tail(below, Math.max(probability, 1 - probability)),
    ];
    const even = (high + low) / 2;
    const lean = (high - low) / 2;
    return Math.sign(probability - 0.5) * even + LEAN * lean;
  });
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

/** Of a forecast, how its errors grew: the late half of its steps against the early half, as an exponent of the step. */
function growthOf(errors: Float64Array): number {
  const half = errors.length >> 1;
  const size = (from: number, to: number) => {
    const part = errors.subarray(from, to).filter(Number.isFinite);
    return part.reduce((sum, error) => sum + Math.abs(error), 0) / part.length;
  };
  const middle = (from: number, to: number) => Math.log((from + 1 + to) / 2);
  return Math.log(size(half, errors.length) / size(0, half)) / (middle(half, errors.length) - middle(0, half));
}

/** Fewer steps say nothing about growth. */
const STEPS_FOR_GROWTH = 8;

/** Least squares of how the errors of each forecast grew on the persistence of its series. */
function fitGrowth(records: readonly ErrorRecord[], behind: GrowthModel, share: number): GrowthModel {
  const points = records.flatMap(({ errors, evidence }) => {
    const growth = errors.length >= STEPS_FOR_GROWTH ? growthOf(errors) : NaN;
    return Number.isFinite(growth) ? [{ x: evidence.persistence, y: growth }] : [];
  });
  if (points.length < FEWEST) {
    return behind;
  }
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length;
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  const xy = points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0);
  const xx = points.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
  const slope = xx > 0 ? xy / xx : behind.persistence;
  const blend = (own: number, other: number) => share * own + (1 - share) * other;
  return { constant: blend(y - slope * x, behind.constant), persistence: blend(slope, behind.persistence) };
}

/** Ridge regression of log size on what is known, drawn towards the model behind by the weight of `SERIES_BEHIND` rows. */
function fitScale(
  rows: readonly { features: ScaleFeatures; target: number }[],
  behind: ScaleModel,
  withOwn: boolean
): ScaleModel {
  const start = [behind.constant, behind.change, behind.own, behind.apart, behind.persistence, behind.late];
  const used = withOwn ? [0, 1, 2, 3, 4, 5] : [0, 1, 3, 4, 5];
  if (rows.length < FEWEST) {
    return behind;
  }
  const center = [1, 2, 3, 4, 5].map(
    (part) => rows.reduce((sum, { features }) => sum + features[part - 1]!, 0) / rows.length
  );
  const columns = ({ features }: { features: ScaleFeatures }) => [
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
    persistence: start[4]!,
    late: start[5]!,
  };
}

/** Shares by the inverse of each member's mean relative squared error over the series; who was not heard keeps its own. */
function sharesOf(
  records: readonly ErrorRecord[],
  behind: Record<string, number>,
  share: number
): Record<string, number> {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const { members } of records) {
    for (const [name, error] of Object.entries(members)) {
      if (Number.isFinite(error)) {
        const { sum, count } = sums.get(name) ?? { sum: 0, count: 0 };
        sums.set(name, { sum: sum + error, count: count + 1 });
      }
    }
  }
  const heard = [...sums].filter(([, { count }]) => count >= FEWEST / 2);
  const precision = new Map(heard.map(([name, { sum, count }]) => [name, count / sum]));
  const total = [...precision.values()].reduce((all, value) => all + value, 0);
  const known = heard.reduce((all, [name]) => all + (behind[name] ?? 0), 0);
  const scale = known > 0 ? known : 1;
  const found = heard.map(([name]): [string, number] => {
    const own = (scale * precision.get(name)!) / total;
    return [name, share * own + (1 - share) * (behind[name] ?? own)];
  });
  return { ...behind, ...Object.fromEntries(found) };
}

function median(values: number[]): number {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}
