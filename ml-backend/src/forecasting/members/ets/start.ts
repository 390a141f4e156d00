import { adjusted, seasonOf } from '../season.ts';
import type { Components } from './components.ts';
import type { State } from './recursion.ts';

/** The level and slope of the beginning are read from this many values, or from two seasons. */
const BEGINNING = 10;

/**
 * A first guess of the state before the first value: seasonal indices by classical decomposition, level and slope of
 * the line through the first adjusted values.
 * Source: Hyndman, Khandakar 2008, "Automatic time series forecasting: the forecast package for R", section 2.
 */
export function startState(values: Float64Array, period: number, { error, trend, season }: Components): State {
  const kind = season === 'N' ? 'none' : season === 'A' ? 'difference' : 'ratio';
  const found = seasonOf(values, season === 'N' ? 1 : period, kind);
  const usable = season !== 'M' || found.kind === 'ratio';
  const indices = usable ? found.indices : found.indices.fill(1);
  const rest = adjusted(values, usable ? found : { kind: 'ratio', indices });
  const count = Math.min(rest.length, Math.max(BEGINNING, season === 'N' ? 0 : 2 * period));
  let mean = 0;
  for (let at = 0; at < count; at++) {
    mean += rest[at]! / count;
  }
  if (trend === 'N') {
    return { level: mean, slope: 0, season: indices };
  }
  let covariance = 0;
  let variance = 0;
  for (let at = 0; at < count; at++) {
    covariance += (at - (count - 1) / 2) * (rest[at]! - mean);
    variance += (at - (count - 1) / 2) ** 2;
  }
  const slope = variance > 0 ? covariance / variance : 0;
  const level = mean - ((count + 1) / 2) * slope;
  // A relative error needs fitted values above zero from the first step on.
  return error === 'M' && !(level + slope > 0)
    ? { level: mean, slope: 0, season: indices }
    : { level, slope, season: indices };
}
