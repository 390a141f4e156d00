import { normal, uniform } from '../random.ts';
import type { Effect } from './pool.ts';
import { effectShares } from './pool.ts';
import type { CareerEvent, Grid, Shape } from './shapes.ts';
import { exposure } from './shapes.ts';

/** What is known of one kind of event for one artist; `effect` is undefined where no history could estimate it. */
export interface KnownEffect {
  shape: Shape;
  effect: Effect | undefined;
  /** Standard deviation from one event to the next. */
  betweenEvents: number;
}

/** By kind of event. */
export type KnownEffects = ReadonlyMap<string, KnownEffect>;

/** Kinds among the events whose effect nobody could estimate: what a series still has in it. */
export const unknownKinds = (events: readonly CareerEvent[], effects: KnownEffects): string[] =>
  [...new Set(events.map(({ kind }) => kind))].filter((kind) => !effects.get(kind)?.effect);

/** Log of the factor that events are expected to have had, one a bucket. */
export function liftOf(grid: Grid, events: readonly CareerEvent[], effects: KnownEffects): Float64Array {
  const lift = new Float64Array(grid.length);
  for (const [kind, { shape, effect }] of effects) {
    const own = events.filter((event) => event.kind === kind);
    if (!effect || own.length === 0) continue;
    exposure(own, shape, grid).forEach((value, t) => (lift[t]! += effect.mean * value));
  }
  return lift;
}

/** The series as it would have been without its events, so that a baseline does not learn them as its own. */
export const withoutEvents = (values: Float64Array, lift: Float64Array): Float64Array =>
  values.map((value, t) => value / Math.exp(lift[t]!));

/**
 * Futures of the lift of events that are known to come, in each the effect as it may be and every event with its luck.
 * @param grid of the buckets ahead
 * @returns `count` rows of logs, one a bucket
 */
export function liftPaths(
  grid: Grid,
  events: readonly CareerEvent[],
  effects: KnownEffects,
  count: number,
  seed: number
): Float64Array[] {
  const paths = Array.from({ length: count }, () => new Float64Array(grid.length));
  const luck = normal(seed);
  for (const [kind, { shape, effect, betweenEvents }] of effects) {
    const own = events.filter((event) => event.kind === kind);
    if (!effect || own.length === 0) continue;
    const draws = effectDraws(effect, count, seed + own.length);
    const single = own.map((event) => exposure([event], shape, grid));
    for (const [p, path] of paths.entries()) {
      for (const column of single) {
        const size = draws[p]! + betweenEvents * luck();
        column.forEach((value, t) => (path[t]! += size * value));
      }
    }
  }
  return paths;
}

/** Values of an effect that are as even as its distribution, in an order that the seed shuffles. */
export function effectDraws(effect: Effect, count: number, seed: number): Float64Array {
  const draws = effectShares(effect, count);
  const next = uniform(seed);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [draws[i], draws[j]] = [draws[j]!, draws[i]!];
  }
  return draws;
}
