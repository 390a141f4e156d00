import type { DriverEffect, DrivenStory } from './drivers.ts';
import { driverEffects } from './drivers.ts';
import type { KindEffect } from './events.ts';
import { eventEffects } from './events.ts';
import type { ShowShare } from './perShow.ts';
import { showShare } from './perShow.ts';
import type { Effect, EffectPool, OwnEstimate } from './pool.ts';
import { poolEstimates, shrink } from './pool.ts';
import type { CareerEvent, Grid, Shape } from './shapes.ts';
import type { TicketedShow } from './shows.ts';
import { showEstimates } from './shows.ts';

/** What is known of one artist, for one metric by month. */
export interface ArtistFacts {
  grid: Grid;
  /** The metric; NaN where unknown. */
  values: Float64Array;
  /** Shows that were played in the same months. */
  shows: Float64Array;
  /** Other series by name, NaN where unknown, already on the scale on which they are thought to act. */
  drivers: ReadonlyMap<string, Float64Array>;
  /** Shows with a ticket price, their outcome the part of the metric that they brought; none where it has no such part. */
  ticketed: readonly TicketedShow[];
  /** Shows with heads over listeners as their dose, releases, campaigns. */
  events: readonly CareerEvent[];
}

/** An event's effect on one artist. */
export interface EventEffect {
  effect: Effect;
  shape: Shape;
  betweenEvents: number;
}

/** What changes do to a metric of the first artist; undefined where neither it nor the others can tell. */
export interface EffectBook {
  share: Effect | undefined;
  usual: Pick<ShowShare, 'usual' | 'usualShows'>;
  price: Effect | undefined;
  promotion: Effect | undefined;
  release: EventEffect | undefined;
  campaign: EventEffect | undefined;
  show: EventEffect | undefined;
  practice: { effect: Effect; lag: number } | undefined;
}

const kinds = ['show', 'release', 'campaign'] as const;

/**
 * Effects of everything that a scenario can change, from the first artist's own history and that of all.
 * @param priceReference  the pool where no artist knows what its ticket price does
 */
export function effectBook(facts: readonly ArtistFacts[], priceReference?: EffectPool): EffectBook {
  const shares = facts.map(({ grid, values, shows }) => showShare(grid, values, shows));
  const tickets = facts.map(({ ticketed }) => showEstimates(ticketed));
  const events = eventEffects(facts.map(storyOf), kinds);
  const practice = driverEffects(facts.map(storyOf), ['practice']).get('practice')!;
  const event = (kind: (typeof kinds)[number]) => eventOf(events.get(kind)!);
  return {
    share: drawn(shares.map(({ own }) => own)),
    usual: shares[0]!,
    price: drawn(
      tickets.map(({ price }) => price),
      priceReference
    ),
    promotion: drawn(tickets.map(({ promotion }) => promotion)),
    release: event('release'),
    campaign: event('campaign'),
    show: event('show'),
    practice: driverOf(practice),
  };
}

/** Drivers of the first artist's audience, held against each other. */
export function growthBook(facts: readonly ArtistFacts[], names: readonly string[]) {
  const found = driverEffects(facts.map(storyOf), names);
  return new Map(names.map((name) => [name, driverOf(found.get(name)!)]));
}

const storyOf = ({ grid, values, events, drivers }: ArtistFacts): DrivenStory & { events: readonly CareerEvent[] } => ({
  grid,
  logs: values.map((value) => (value > 0 ? Math.log(value) : NaN)),
  events,
  drivers,
});

function drawn(own: ReadonlyArray<OwnEstimate | undefined>, reference?: EffectPool): Effect | undefined {
  return shrink(own[0], poolEstimates(own.filter((one) => one !== undefined)) ?? reference);
}

function eventOf({ own, pool, shape, betweenEvents }: KindEffect): EventEffect | undefined {
  const effect = shrink(own[0], pool);
  return effect && { effect, shape, betweenEvents };
}

function driverOf({ own, pool, lag }: DriverEffect): { effect: Effect; lag: number } | undefined {
  const effect = shrink(own[0], pool);
  return effect && { effect, lag };
}
