import type { FittedMember, Member } from './member.ts';
import { minimiseOnLine } from './minimise.ts';
import type { SeasonKind } from './season.ts';
import { adjusted, reseasoned } from './season.ts';
import { shrunkSeason } from './shrunkSeason.ts';

export type ThetaStructure = { season: SeasonKind; alpha: number; drift: number };

const SHORTEST = 4;
/** Running trends of one or two points are no trends: their errors don't count. */
const BURN_IN = 3;
const ALPHA = [0.1, 0.99] as const;
/** The trend of few values is mostly noise: its share is shrunk by 1 + this / n^2. */
const FEW = 300;

/**
 * The dynamic optimised Theta model on the seasonally adjusted history: exponential smoothing plus a share of the
 * running linear trend. Start level and share enter linearly, so that least squares gives both for any smoothing
 * parameter and only that one is searched.
 * @param name   the member's name
 * @param kind   how the season is taken out
 * Source: Fiorucci, Pellegrini, Louzada, Petropoulos, Koehler 2016, "Models for optimising the theta method and their
 * relationship to state space models".
 */
export function thetaMember(name: string, kind: Exclude<SeasonKind, 'none'>): Member<ThetaStructure> {
  return {
    name,
    fit: (values, period) => fitTheta(values, period, kind),
    refit: (values, period) => fitTheta(values, period, kind),
  };
}

function fitTheta(values: Float64Array, period: number, kind: SeasonKind): FittedMember<ThetaStructure> | undefined {
  if (values.length < SHORTEST) {
    return undefined;
  }
  const season = shrunkSeason(values, period, kind);
  const line = new ThetaLine(adjusted(values, season));
  const alpha = minimiseOnLine((candidate) => line.squaredError(candidate), ...ALPHA);
  line.squaredError(alpha);
  return {
    structure: { season: season.kind, alpha, drift: line.drift },
    forecast: (horizon) => reseasoned(line.forecast(alpha, horizon), values.length, season),
  };
}

/** The recursions of the model over one adjusted history. */
class ThetaLine {
  readonly values: Float64Array;
  /** Intercept and slope of the line through the first values, for each count of them. */
  readonly intercepts: Float64Array;
  readonly slopes: Float64Array;
  /** 1 - 1/theta and the level before the first value, of the last `squaredError`. */
  drift = 0;
  start = 0;

  constructor(values: Float64Array) {
    const n = values.length;
    this.values = values;
    this.intercepts = new Float64Array(n + 1);
    this.slopes = new Float64Array(n + 1);
    let mean = 0;
    for (let count = 1; count <= n; count++) {
      const value = values[count - 1]!;
      const slope = nextSlope(this.slopes[count - 1]!, count, value - mean);
      mean += (value - mean) / count;
      this.slopes[count] = slope;
      this.intercepts[count] = mean - ((count + 1) / 2) * slope;
    }
  }

  /** The least sum of squared one-step errors at a smoothing parameter; leaves `drift` and `start` behind. */
  squaredError(alpha: number): number {
    const { values, intercepts, slopes } = this;
    const keep = 1 - alpha;
    let level = 0; // what smoothing makes of the values alone, from a start at 0
    let decay = 1; // the weight that the start still has
    let [qq, qg, gg, qr, gr, rr] = [0, 0, 0, 0, 0, 0];
    for (let at = 0; at < values.length; at++) {
      const trend = decay * intercepts[at]! + ((1 - decay * keep) / alpha) * slopes[at]!;
      const rest = values[at]! - level;
      if (at >= BURN_IN) {
        qq += decay * decay;
        qg += decay * trend;
        gg += trend * trend;
        qr += decay * rest;
        gr += trend * rest;
        rr += rest * rest;
      }
      level += alpha * rest;
      decay *= keep;
    }
    gg *= 1 + FEW / values.length ** 2;
    const determinant = qq * gg - qg * qg;
    const drift = determinant > 1e-12 * qq * gg ? (qq * gr - qg * qr) / determinant : 0;
    this.drift = Math.min(1, Math.max(0, drift));
    this.start = (qr - this.drift * qg) / qq;
    return (
      rr -
      2 * (this.start * qr + this.drift * gr) +
      this.start ** 2 * qq +
      2 * this.start * this.drift * qg +
      this.drift ** 2 * gg
    );
  }

  /** Expected values after the last one, each taken as observed for the next; `squaredError(alpha)` goes before. */
  forecast(alpha: number, horizon: number): Float64Array {
    const { values, intercepts, slopes } = this;
    const n = values.length;
    let level = this.start;
    let mean = 0;
    for (let at = 0; at < n; at++) {
      level += alpha * (values[at]! - level);
      mean += values[at]! / n;
    }
    let decay = (1 - alpha) ** n;
    let slope = slopes[n]!;
    let intercept = intercepts[n]!;
    return Float64Array.from({ length: horizon }, (_, step) => {
      const trend = decay * intercept + ((1 - decay * (1 - alpha)) / alpha) * slope;
      const expected = level + this.drift * trend;
      const count = n + step + 1;
      level += alpha * (expected - level);
      decay *= 1 - alpha;
      slope = nextSlope(slope, count, expected - mean);
      mean += (expected - mean) / count;
      intercept = mean - ((count + 1) / 2) * slope;
      return expected;
    });
  }
}

/** Slope of the line through `count` values from that through one less; `above` is the new value less the old mean. */
function nextSlope(slope: number, count: number, above: number): number {
  return count < 2 ? 0 : ((count - 2) * slope + (6 / count) * above) / (count + 1);
}
