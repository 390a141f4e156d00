/**
 * A season by classical decomposition: how each bucket of it differs from the level.
 * Source: Hyndman, Athanasopoulos 2021, "Forecasting: principles and practice", 3.4.
 */

/** How a bucket differs from the level: by a factor, by an amount, or not at all. */
export type SeasonKind = 'ratio' | 'difference' | 'none';

/** A factor below this makes seasonally adjusted values meaningless: the amounts are taken instead. */
export const SMALLEST_FACTOR = 0.01;

/** Seasonal indices by phase; values[0] has phase 0. */
export interface Season {
  kind: SeasonKind;
  indices: Float64Array;
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
