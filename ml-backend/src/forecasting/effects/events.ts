import type { EffectPool, OwnEstimate } from './pool.ts';
import { poolEstimates } from './pool.ts';
import type { LogSeries, Regressors, StoryFit } from './regressors.ts';
import { averagedEstimates, chooseForms, estimateOf, fitStory, likeliest, poolKnown } from './regressors.ts';
import type { CareerEvent, Shape } from './shapes.ts';
import { candidateShapes, exposure } from './shapes.ts';

/** A metric of one artist, and what happened beside it. */
export interface Story extends LogSeries {
  events: readonly CareerEvent[];
}

/** What one kind of event does, over all artists. */
export interface KindEffect {
  shape: Shape;
  /** Log of the mean factor of an event's first four weeks, one a story; undefined where its history has none. */
  own: Array<OwnEstimate | undefined>;
  /** Undefined with fewer than three artists that know: what history cannot estimate. */
  pool: EffectPool | undefined;
  /** How far one event of an artist lies from another, as a standard deviation; 0 where too few were seen. */
  betweenEvents: number;
}

/** Fewer events of an artist say nothing of how far they lie apart. */
const fewestApart = 3;
const mostApart = 300;

/**
 * Estimates for each kind of event the log of the factor that it has on metrics whose own level and season are held
 * apart. The shape of each kind is the one that explains all artists' series best.
 * @returns effects by kind; a kind that no history can estimate has no estimate and no pool
 */
export function eventEffects(stories: readonly Story[], kinds: readonly string[]): Map<string, KindEffect> {
  const regressors = regressorsOf(kinds);
  const weighed = chooseForms(stories, regressors);
  const shapes = likeliest(weighed);
  return new Map(
    kinds.map((kind) => {
      const count = (story: Story) => eventsOf(story, kind).length;
      const betweenEvents = spreadBetween(stories, kinds, kind, shapes);
      const own = averagedEstimates(stories, regressors, weighed, kind, count).map(
        (one) => one && { ...one, error: Math.sqrt(one.error ** 2 + betweenEvents ** 2 / one.n) }
      );
      return [kind, { shape: shapes.get(kind)!, own, pool: poolKnown(own), betweenEvents }];
    })
  );
}

const eventsOf = ({ events, grid }: Story, kind: string): CareerEvent[] =>
  events.filter((event) => event.kind === kind && event.start >= grid.start);

const regressorsOf = (kinds: readonly string[]): Regressors<Story, Shape> => ({
  names: kinds,
  forms: candidateShapes,
  column(story, kind, shape) {
    const own = eventsOf(story, kind);
    return own.length > 0 ? exposure(own, shape, story.grid) : undefined;
  },
});

/** Each event of the kind gets a factor of its own; how far these lie apart beyond their errors. */
function spreadBetween(
  stories: readonly Story[],
  kinds: readonly string[],
  kind: string,
  shapes: ReadonlyMap<string, Shape>
): number {
  const strays: OwnEstimate[] = [];
  for (const story of stories) {
    const { length } = eventsOf(story, kind);
    // What comes in hundreds is told by its sum: no fit could tell each apart.
    if (strays.length > mostApart || length < fewestApart || length > 0.2 * story.logs.length) continue;
    const fit = fitStory(story, regressorsOf(kinds), shapes);
    const mean = estimateOf(fit, kind, length)?.value;
    if (mean === undefined) continue;
    strays.push(...eachApart(story, kinds, kind, shapes, fit).map((one) => ({ ...one, value: one.value - mean })));
  }
  const pool = strays.length >= fewestApart ? poolEstimates(strays) : undefined;
  return pool ? pool.parts.reduce((sum, { weight, tau }) => sum + weight * tau, 0) : 0;
}

/** The factor of each event of a kind by itself, of those that a fit can tell apart. */
function eachApart(
  story: Story,
  kinds: readonly string[],
  kind: string,
  shapes: ReadonlyMap<string, Shape>,
  kept: StoryFit | undefined
): OwnEstimate[] {
  const named = story.events.map((event, i) => (event.kind === kind ? { ...event, kind: `${kind} ${i}` } : event));
  const singles = named.filter((_, i) => story.events[i]!.kind === kind).map((event) => event.kind);
  const names = [...singles, ...kinds.filter((other) => other !== kind)];
  const forms = new Map(names.map((name) => [name, shapes.get(name) ?? shapes.get(kind)!]));
  const fit = fitStory({ ...story, events: named }, regressorsOf(names), forms, kept);
  return singles.flatMap((name) => estimateOf(fit, name, 1) ?? []);
}
