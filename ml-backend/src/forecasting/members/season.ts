/**
 * A season by classical decomposition: is there one, and how does each bucket of it differ from the level.
 * Sources: Hyndman, Athanasopoulos 2021, "Forecasting: principles and practice", 3.4; Makridakis, Spiliotis,
 * Assimakopoulos 2020, "The M4 competition" (the test).
 */

/** How a bucket differs from the level: by a factor, by an amount, or not at all. */
export type SeasonKind = 'ratio' | 'difference' | 'none';

/** One-sided 95% point of the normal distribution: the M4 competition's threshold. */
const THRESHOLD = 1.645;
/** A factor below this makes seasonally adjusted values meaningless: the amounts are taken instead. */
const SMALLEST_FACTOR = 0.01;

/** Seasonal indices by phase; values[0] has phase 0. */
export interface Season {
  kind: SeasonKind;
  indices: Float64Array;
}

/**
 * Whether the autocorrelation one season apart is larger than the shorter ones explain.
 * @param values  at least two seasons, else false
 */
export function isSeasonal(values: Float64Array, period: number, threshold = THRESHOLD): boolean {
  const n = values.length;
  if (period < 2 || n < 2 * period) {
    return false;
  }
  let mean = 0;
  for (let at = 0; at < n; at++) {
    mean += values[at]! / n;
  }
  let variance = 0;
  for (let at = 0; at < n; at++) {
    variance += (values[at]! - mean) ** 2;
  }
  let shorter = 0;
  let correlation = 0;
  for (let lag = 1; lag <= period; lag++) {
    let sum = 0;
    for (let at = lag; at < n; at++) {
      sum += (values[at]! - mean) * (values[at - lag]! - mean);
    }
    correlation = sum / variance;
    shorter += lag < period ? correlation * correlation : 0;
  }
  return Math.abs(correlation) > threshold * Math.sqrt((1 + 2 * shorter) / n);
}

/**
 * Seasonal indices against a centred moving average of one season; factors have mean 1, amounts mean 0.
 * @param kind  factors turn into amounts where a value or an index is too small for them
 */
export function seasonOf(values: Float64Array, period: number, kind: SeasonKind): Season {
  if (kind === 'none') {
    return { kind, indices: new Float64Array(period) };
  }
  if (kind === 'ratio') {
    const indices = values.every((value) => value > 0) ? indicesOf(values, period, true) : undefined;
    return indices?.every((index) => index > SMALLEST_FACTOR)
      ? { kind, indices }
      : seasonOf(values, period, 'difference');
  }
  return { kind, indices: indicesOf(values, period, false) };
}

function indicesOf(values: Float64Array, period: number, asRatio: boolean): Float64Array {
  const n = values.length;
  const half = Math.floor(period / 2);
  const even = period % 2 === 0;
  const indices = new Float64Array(period);
  const counts = new Float64Array(period);
  for (let at = half; at < n - half; at++) {
    let sum = 0;
    for (let near = at - half; near <= at + half; near++) {
      sum += values[near]!;
    }
    const trend = (even ? sum - (values[at - half]! + values[at + half]!) / 2 : sum) / period;
    indices[at % period]! += asRatio ? values[at]! / trend : values[at]! - trend;
    counts[at % period]!++;
  }
  let mean = 0;
  for (let phase = 0; phase < period; phase++) {
    indices[phase] = counts[phase] ? indices[phase]! / counts[phase]! : asRatio ? 1 : 0;
    mean += indices[phase]! / period;
  }
  return indices.map((index) => (asRatio ? index / mean : index - mean));
}

/** The values with the season taken out. */
export function adjusted(values: Float64Array, { kind, indices }: Season): Float64Array {
  const period = indices.length;
  return values.map((value, at) => {
    const index = indices[at % period]!;
    return kind === 'ratio' ? value / index : value - index;
  });
}

/** The season put back into forecasts, in place; `from` is the number of buckets before the first. */
export function reseasoned(forecast: Float64Array, from: number, { kind, indices }: Season): Float64Array {
  const period = indices.length;
  for (let step = 0; step < forecast.length; step++) {
    const index = indices[(from + step) % period]!;
    forecast[step] = kind === 'ratio' ? forecast[step]! * index : forecast[step]! + index;
  }
  return forecast;
}
