import type { GlobalModel } from '../global/model.ts';
import { PROBABILITIES } from '../quantiles.ts';
import type { Evidence } from './evidence.ts';
import type { RateModel } from './rate.ts';
import type { ErrorUnit } from './unit.ts';
import { errorUnit, UNITS } from './unit.ts';

/** Histories of these lengths and more are pooled apart. */
export const LENGTHS = [1, 6, 12, 24, 36, 60] as const;

/** Exponents of what is known before: log scale = constant + change log(change) + own log(own) + apart log(apart) + persistence. */
export interface ScaleModel {
  constant: number;
  change: number;
  own: number;
  apart: number;
  persistence: number;
  late: number;
}

/** Growth of a series' errors: constant + persistence times the series' own. */
export interface GrowthModel {
  constant: number;
  persistence: number;
}

/** What errors of series of one length and unit look like. */
export interface PoolGroup {
  unit: ErrorUnit;
  /** Shortest history. */
  from: number;
  /** Series that it was learnt from; their steps hang together, so that points would count too much. */
  series: number;
  /** Typical change between neighbours, for a history that has none of its own. */
  change: number;
  /** Scale of a series with errors of its own at earlier origins, and of one without. */
  tested: ScaleModel;
  untested: ScaleModel;
  /** Errors `step` steps ahead are step^`growthFor` times those of one step. */
  growth: GrowthModel;
  /** Quantiles at `PROBABILITIES` of error / (scale * step^growth). */
  quantiles: number[];
  dependence: Dependence;
  /** Shares of the members by name that did best over all series; others count as the smallest of these. */
  shares: Record<string, number>;
}

/** Correlation of the errors of two steps k apart: common + (1 - common) * decay^k. */
export interface Dependence {
  common: number;
  decay: number;
}

/** What is learnt from many series together; plain data but for the trees. */
export interface Pool {
  /** Trees that all series share. */
  global?: GlobalModel;
  groups: PoolGroup[];
  /** Log factors of the level by calendar month, January first, that the series share. */
  season?: number[];
  /** Quantiles at `PROBABILITIES` of the series' levels: all that is known of a series without a value. */
  levels?: number[];
  /** How rates of series that are mostly zero come out, in their own unit; absent where few are known. */
  rate?: RateModel;
}

/** The group for a history; the nearest shorter one, else the nearest longer one, of the unit, else of the other unit. */
export function groupFor({ groups }: Pool, unit: ErrorUnit, length: number): PoolGroup | undefined {
  const alike = groups.filter((group) => group.unit === unit);
  const sorted = (alike.length > 0 ? alike : groups).toSorted((a, b) => a.from - b.from);
  return sorted.findLast((group) => group.from <= length) ?? sorted[0];
}

/** Bucket of `LENGTHS` that a length falls into. */
export function bucketOf(length: number): number {
  return LENGTHS.findLast((from) => from <= length) ?? LENGTHS[0];
}

/** The scale of a series' errors one step ahead, in their unit. */
export function scaleFor(group: PoolGroup, evidence: Evidence): number {
  return Math.exp(
    logScale(Number.isFinite(evidence.own) ? group.tested : group.untested, featuresOf(evidence, group.change))
  );
}

/** How the errors of a series grow with the step: the exponent of the step, between noise's 0 and a trend's 1. */
export function growthFor({ growth }: Pick<PoolGroup, 'growth'>, { persistence }: Evidence): number {
  return Math.max(0, Math.min(1, growth.constant + growth.persistence * persistence));
}

/** In the order of the model's parts: logarithms of change, own and apart, persistence. */
export type ScaleFeatures = [number, number, number, number, number];

/** Logarithms of what is known, change, own error, distance of the members; a part that is missing takes the change's. */
export function featuresOf({ change, own, apart, persistence, late }: Evidence, typicalChange: number): ScaleFeatures {
  const first = Math.log(change > SMALLEST ? change : Number.isNaN(change) ? typicalChange : SMALLEST);
  return [first, logOr(own, first), logOr(apart, first), persistence, late];
}

export function logScale(model: ScaleModel, [change, own, apart, persistence, late]: ScaleFeatures): number {
  return (
    model.constant +
    model.change * change +
    model.own * own +
    model.apart * apart +
    model.persistence * persistence +
    model.late * late
  );
}

/** What never moved may move by a thousandth all the same. */
const SMALLEST = 1e-3;

const logOr = (value: number, other: number): number =>
  Number.isFinite(value) ? Math.log(Math.max(SMALLEST, value)) : other;

/** Normal errors with the series' own spread: what is left where there is no pool at all. */
export const NO_POOL: Pool = {
  groups: UNITS.map((unit) => ({
    unit,
    from: 1,
    series: 0,
    change: 0.1,
    tested: { constant: 0.1, change: 0.3, own: 0.7, apart: 0, persistence: 0, late: 0 },
    untested: { constant: 0.1, change: 1, own: 0, apart: 0, persistence: 0, late: 0 },
    growth: { constant: 0.45, persistence: 0.5 },
    quantiles: PROBABILITIES.map(heavyQuantile),
    dependence: { common: 0.3, decay: 0.6 },
    shares: {},
  })),
};

/** Quantile of a t distribution with 5 degrees of freedom whose mean absolute value is 1 (Hill 1970, expanded at 5). */
function heavyQuantile(probability: number): number {
  const side = probability < 0.5 ? -1 : 1;
  const tail = Math.min(probability, 1 - probability);
  let low = 0;
  let high = 60;
  for (let turn = 0; turn < 60; turn++) {
    const middle = (low + high) / 2;
    if (tailOfT5(middle) > tail) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return (side * low) / 0.949;
}

/** P(T > x) of Student's t with 5 degrees of freedom, in closed form (Abramowitz, Stegun 1964, 26.7.3). */
function tailOfT5(x: number): number {
  const angle = Math.atan(x / Math.sqrt(5));
  const cos = Math.cos(angle);
  return 0.5 - (angle + Math.sin(angle) * (cos + (2 / 3) * cos ** 3)) / Math.PI;
}

/** Shares of members before any error of the series is known: those of the pool, with a floor for who is new to it. */
export function priorShares(pool: Pool, names: readonly string[], values: Float64Array, period: number): Float64Array {
  const known = groupFor(pool, errorUnit(values, period), values.length)?.shares ?? {};
  const found = names.map((name) => known[name]).filter((share) => share !== undefined);
  const least = found.length > 0 ? Math.min(...found) : 1;
  const shares = Float64Array.from(names, (name) => Math.max(1e-6, known[name] ?? least));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}
