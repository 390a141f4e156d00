import type { FittedMember, Member, Structure } from './member.ts';
import type { Season, SeasonKind } from './season.ts';
import { adjusted, reseasoned, SMALLEST_FACTOR } from './season.ts';

/** A season needs to be seen twice. */
const SEASONS = 2;
/** Beyond the moving average's ends the trend goes on with this share of its mean slope. */
const ONWARD = 0.5;
/** And never falls below this share of its last value. */
const FLOOR = 0.3;
/** Seasons drift: a year before counts this much less. */
const FADING = 0.75;
/** Long seasons (weeks) have smooth parts and sharp ones: each group of waves, up to this many a season, is shrunk alone. */
const GROUPS = [3, 8, Infinity];
const LONG = 24;

/**
 * Seasonal indices shrunk towards none by what they owe to noise, the last seasons counting most. A moving average gives
 * the trend, carried on to both ends so that all values count, also in two or three seasons. Where indices of one bucket
 * differ as much from year to year as from bucket to bucket, nothing of them is left: no test for a season is needed.
 * @param kind  factors turn into amounts where a value is not positive or a factor too small
 * @returns no season for a history below two seasons
 * Source: Miller, Williams 2003, "Shrinkage estimators of time series seasonal factors and their effect on forecasting
 * accuracy" (the James-Stein estimator).
 */
export function shrunkSeason(values: Float64Array, period: number, kind: SeasonKind): Season {
  const none = { kind: 'none', indices: new Float64Array(Math.max(1, period)) } as const;
  if (kind === 'none' || period < 2 || values.length < SEASONS * period) {
    return none;
  }
  const asRatio = kind === 'ratio';
  if (asRatio && !values.every((value) => value > 0)) {
    return shrunkSeason(values, period, 'difference');
  }
  const trend = trendOf(values, period, asRatio);
  const neutral = Number(asRatio);
  const apart = values.map((value, at) => (asRatio ? value / trend[at]! - 1 : value - trend[at]!));
  const { means, noise } = meansByPhase(apart, period);
  const indices = shrunk(means, noise).map((index) => index + neutral);
  return asRatio && indices.some((index) => index < SMALLEST_FACTOR)
    ? shrunkSeason(values, period, 'difference')
    : { kind, indices };
}

/**
 * The same member on the seasonally adjusted history, for members that know no season of their own.
 * @param kind  how the season is taken out; `difference` on logarithms
 */
export function onAdjusted<S extends Structure>(
  member: Member<S>,
  kind: Exclude<SeasonKind, 'none'>,
  name = `${member.name}-adjusted`
): Member<S> {
  const around = (
    values: Float64Array,
    period: number,
    fit: (rest: Float64Array) => FittedMember<S> | undefined
  ): FittedMember<S> | undefined => {
    const season = shrunkSeason(values, period, kind);
    const fitted = fit(adjusted(values, season));
    return fitted && { ...fitted, forecast: (horizon) => reseasoned(fitted.forecast(horizon), values.length, season) };
  };
  return {
    name,
    fit: (values, period) => around(values, period, (rest) => member.fit(rest, 1)),
    refit: (values, period, structure) => around(values, period, (rest) => member.refit(rest, 1, structure)),
  };
}

/** Centred moving average of one season, carried on to both ends. */
function trendOf(values: Float64Array, period: number, positive: boolean): Float64Array {
  const n = values.length;
  const first = Math.floor(period / 2);
  const last = n - 1 - first;
  const even = period % 2 === 0;
  const trend = new Float64Array(n);
  let sum = 0;
  for (let at = 0; at <= 2 * first; at++) {
    sum += values[at]!;
  }
  for (let at = first; at <= last; at++) {
    trend[at] = (even ? sum - (values[at - first]! + values[at + first]!) / 2 : sum) / period;
    sum += at < last ? values[at + first + 1]! - values[at - first]! : 0;
  }
  const slope = last > first ? (ONWARD * (trend[last]! - trend[first]!)) / (last - first) : 0;
  const carried = (from: number, steps: number) =>
    positive ? Math.max(FLOOR * trend[from]!, trend[from]! + steps * slope) : trend[from]! + steps * slope;
  for (let steps = 1; steps <= first; steps++) {
    trend[first - steps] = carried(first, -steps);
    trend[last + steps] = carried(last, steps);
  }
  return trend;
}

/** Weighted mean by phase, less the mean of all, and the variance of one such mean by what differs from year to year. */
function meansByPhase(apart: Float64Array, period: number): { means: Float64Array; noise: number } {
  const n = apart.length;
  const weights = Float64Array.from(apart, (_, at) => FADING ** ((n - 1 - at) / period));
  const means = new Float64Array(period);
  const totals = new Float64Array(period);
  const squaredWeights = new Float64Array(period);
  for (let at = 0; at < n; at++) {
    means[at % period]! += weights[at]! * apart[at]!;
    totals[at % period]! += weights[at]!;
    squaredWeights[at % period]! += weights[at]! ** 2;
  }
  let share = 0; // of the variance of one value that its phase's mean has
  for (let phase = 0; phase < period; phase++) {
    means[phase]! /= totals[phase]!;
    share += squaredWeights[phase]! / totals[phase]! ** 2 / period;
  }
  let squares = 0;
  for (let at = 0; at < n; at++) {
    squares += weights[at]! * (apart[at]! - means[at % period]!) ** 2;
  }
  const mean = means.reduce((sum, value) => sum + value / period, 0);
  const total = totals.reduce((sum, value) => sum + value, 0);
  return { means: means.map((value) => value - mean), noise: (share * squares) / (total * (1 - share)) };
}

function shrunk(means: Float64Array, noise: number): Float64Array {
  const period = means.length;
  if (period <= LONG) {
    return scaled(means, noise * period);
  }
  const indices = new Float64Array(period);
  let from = 1;
  for (const to of GROUPS) {
    const { part, count } = waves(means, from, Math.min(to, Math.floor(period / 2)));
    scaled(part, noise * count).forEach((value, phase) => (indices[phase]! += value));
    from = to + 1;
  }
  return indices;
}

/** Indices less the share of their squares that noise explains. */
function scaled(indices: Float64Array, noise: number): Float64Array {
  const squares = indices.reduce((sum, index) => sum + index * index, 0);
  const keep = squares > noise ? 1 - noise / squares : 0;
  return indices.map((index) => keep * index);
}

/** The part of the indices that repeats `from` to `to` times a season, and how many coefficients describe it. */
function waves(indices: Float64Array, from: number, to: number): { part: Float64Array; count: number } {
  const period = indices.length;
  const cosines = Float64Array.from(indices, (_, at) => Math.cos((2 * Math.PI * at) / period));
  const sines = Float64Array.from(indices, (_, at) => Math.sin((2 * Math.PI * at) / period));
  const part = new Float64Array(period);
  let count = 0;
  for (let wave = from; wave <= to; wave++) {
    const coefficients = 2 * wave === period ? 1 : 2;
    count += coefficients;
    let [even, odd] = [0, 0];
    for (let at = 0; at < period; at++) {
      even += (coefficients * indices[at]! * cosines[(wave * at) % period]!) / period;
      odd += (coefficients * indices[at]! * sines[(wave * at) % period]!) / period;
    }
    for (let at = 0; at < period; at++) {
      part[at]! += even * cosines[(wave * at) % period]! + odd * sines[(wave * at) % period]!;
    }
  }
  return { part, count };
}
