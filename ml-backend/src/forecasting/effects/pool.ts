import { normalProbability } from '../normal.ts';

/** What one artist's own data say of an effect. */
export interface OwnEstimate {
  value: number;
  /** Standard error, above 0. */
  error: number;
  /** Observations behind it. */
  n: number;
}

/** What the effects of many artists look like: a mixture over how far artists differ. */
export interface EffectPool {
  parts: Array<{ weight: number; mean: number; meanVariance: number; tau: number }>;
  /** Artists with an estimate of their own; 0 for figures of reference. */
  artists: number;
  /** All their observations. */
  n: number;
}

/** Fewer artists than this say nothing of how artists differ. */
const fewestArtists = 3;

const gridSize = 60;

/**
 * Random effects over artists: each has an effect of its own, drawn around a common one. How far they differ (tau) is
 * not fixed at a guess but weighed by how well each value explains the estimates; none is likelier beforehand.
 * @returns undefined with fewer than three estimates
 * Sources: Gelman et al. 2013, "Bayesian data analysis", section 5.4; Gelman 2006, "Prior distributions for variance
 * parameters in hierarchical models" (even beforehand in tau).
 */
export function poolEstimates(estimates: readonly OwnEstimate[]): EffectPool | undefined {
  const usable = estimates.filter(({ value, error }) => Number.isFinite(value) && error > 0 && Number.isFinite(error));
  if (usable.length < fewestArtists) return undefined;
  const most = widest(usable);
  const logs: number[] = [];
  const parts = Array.from({ length: gridSize }, (_, i) => {
    const tau = (most * (i + 0.5)) / gridSize;
    let [weights, sum, log] = [0, 0, 0];
    for (const { value, error } of usable) {
      const weight = 1 / (error ** 2 + tau ** 2);
      weights += weight;
      sum += weight * value;
      log += 0.5 * Math.log(weight);
    }
    const mean = sum / weights;
    for (const { value, error } of usable) log -= (0.5 * (value - mean) ** 2) / (error ** 2 + tau ** 2);
    logs.push(log - 0.5 * Math.log(weights));
    return { weight: 0, mean, meanVariance: 1 / weights, tau };
  });
  const best = Math.max(...logs);
  const likely = logs.map((log) => Math.exp(log - best));
  const all = likely.reduce((sum, value) => sum + value, 0);
  parts.forEach((part, i) => (part.weight = likely[i]! / all));
  return { parts: telling(parts), artists: usable.length, n: usable.reduce((sum, { n }) => sum + n, 0) };
}

/** Without the parts that no range would show. */
function telling(parts: EffectPool['parts']): EffectPool['parts'] {
  const kept = parts.filter(({ weight }) => weight > 1e-4);
  const sum = kept.reduce((total, { weight }) => total + weight, 0);
  return kept.map((part) => ({ ...part, weight: part.weight / sum }));
}

/** Artists lie no farther apart than three times what their estimates and the errors of these show. */
function widest(estimates: readonly OwnEstimate[]): number {
  const { length } = estimates;
  const mean = estimates.reduce((sum, { value }) => sum + value, 0) / length;
  const spread = estimates.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / (length - 1);
  const error = length / estimates.reduce((sum, one) => sum + one.error ** -2, 0);
  return 3 * Math.sqrt(Math.max(spread, error));
}

/** A published figure as the only thing that is known: its middle and how far artists lie around it. */
export const referencePool = (value: number, spread: number): EffectPool => ({
  parts: [{ weight: 1, mean: value, meanVariance: 0, tau: spread }],
  artists: 0,
  n: 0,
});

/** Where an effect comes from; `own` where the artist's own data weigh more than half. */
export type EffectSource = 'own' | 'pooled' | 'reference';

/** An effect with its whole uncertainty. */
export interface Effect {
  mean: number;
  /** The mixture whose quantiles are the bounds. */
  parts: Array<{ weight: number; mean: number; deviation: number }>;
  /** Own observations; 0 where there are none. */
  n: number;
  /** Artists in the pool that it is drawn to. */
  artists: number;
  /** Weight of the pool against the own estimate: 0 all own, 1 nothing own. */
  shrinkage: number;
  source: EffectSource;
}

/**
 * One artist's effect: its own estimate drawn to the pool's, the more the less it knows itself.
 * @param own   undefined where the artist's history has nothing to learn from
 * @param pool  all artists' estimates, this one's among them, or figures of reference
 * @returns undefined where neither says anything
 */
export function shrink(own: OwnEstimate | undefined, pool: EffectPool | undefined): Effect | undefined {
  if (!pool) return own && alone(own);
  const { artists } = pool;
  let [mean, shrinkage] = [0, 0];
  const parts = pool.parts.map((part) => {
    const left = own ? own.error ** 2 / (own.error ** 2 + part.tau ** 2) : 1;
    const middle = own ? (1 - left) * own.value + left * part.mean : part.mean;
    const spread = own ? (1 - left) * own.error ** 2 : part.tau ** 2;
    mean += part.weight * middle;
    shrinkage += part.weight * left;
    return { weight: part.weight, mean: middle, deviation: Math.sqrt(spread + left ** 2 * part.meanVariance) };
  });
  const source = shrinkage < 0.5 ? 'own' : artists > 0 ? 'pooled' : 'reference';
  return { mean, parts, n: own?.n ?? 0, artists, shrinkage, source };
}

const alone = ({ value, error, n }: OwnEstimate): Effect => ({
  mean: value,
  parts: [{ weight: 1, mean: value, deviation: error }],
  n,
  artists: 0,
  shrinkage: 0,
  source: 'own',
});

/** An effect that is known exactly, such as what one more show does to the number of shows. */
export const certain = (value: number): Effect => ({ ...alone({ value, error: 1e-9, n: 0 }) });

/** How far out a normal distribution is looked at, in standard deviations. */
const reach = 6;

const shareBelow = (parts: Effect['parts'], value: number): number =>
  parts.reduce((sum, { weight, mean, deviation }) => sum + weight * normalProbability((value - mean) / deviation), 0);

const ends = (parts: Effect['parts']): [number, number] => [
  Math.min(...parts.map(({ mean, deviation }) => mean - reach * deviation)),
  Math.max(...parts.map(({ mean, deviation }) => mean + reach * deviation)),
];

/** The value below which a share of what is possible lies. @param share above 0 and below 1 */
function effectQuantile({ parts }: Effect, share: number): number {
  let [low, high] = ends(parts);
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (shareBelow(parts, middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const tabled = 400;

/** Values that cut what is possible into even shares, ascending: the middle of each of `count`. */
export function effectShares({ parts }: Effect, count: number): Float64Array {
  const [low, high] = ends(parts);
  const at = (i: number) => low + ((high - low) * i) / tabled;
  const shares = Float64Array.from({ length: tabled + 1 }, (_, i) => shareBelow(parts, at(i)));
  let right = 1;
  return Float64Array.from({ length: count }, (_, i) => {
    const share = (i + 0.5) / count;
    while (right < tabled && shares[right]! < share) right++;
    const [before, after] = [shares[right - 1]!, shares[right]!];
    const part = after > before ? Math.min(1, Math.max(0, (share - before) / (after - before))) : 0.5;
    return at(right - 1 + part);
  });
}

/** The range that holds the effect in `level` (percent) of 100 cases. */
export const effectRange = (effect: Effect, level: number): { lower: number; upper: number } => ({
  lower: effectQuantile(effect, (1 - level / 100) / 2),
  upper: effectQuantile(effect, (1 + level / 100) / 2),
});
