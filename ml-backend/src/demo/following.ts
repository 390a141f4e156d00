import type { Day } from './calendar.ts';
import { weekday } from './calendar.ts';
import { expectedListeners, skillAt } from './growth.ts';
import type { PlannedShow } from './planned.ts';
import type { Profile } from './profile.ts';
import { releaseDay } from './releases.ts';
import type { PlayedShow } from './show.ts';
import type { Stage } from './show.ts';
import { playShow } from './show.ts';
import type { Incidents } from './incidents.ts';
import { shiftBy } from './incidents.ts';
import type { Trials } from './trials.ts';
import type { Release, Shock } from './types.ts';
import type { World } from './world.ts';

/** One week of an audience; the week begins on Monday. */
export interface Week {
  start: Day;
  /** People who would listen in a month in which nothing happens. */
  base: number;
  /** Factor of attention: records, shows and luck. */
  attention: number;
  /** Heads at the week's shows. */
  heads: number;
  /** How far the audience has come towards what it can become, 0 to 1. */
  established: number;
  /** This week's luck with the audience, standard normal. */
  luck: number;
}

export interface Run {
  weeks: Week[];
  shows: PlayedShow[];
}

/** What happens to a career, whatever it does. */
export interface Fate {
  releases: readonly Release[];
  shocks: readonly Shock[];
  incidents: Incidents;
  trials: Trials;
}

interface Surge {
  size: number;
  halfLifeDays: number;
}

/**
 * Lives the career week by week: the audience grows towards what it can become, records and luck draw attention
 * that fades, shows win listeners, and listeners come to shows.
 */
export function liveThrough(
  world: World,
  profile: Profile,
  planned: readonly PlannedShow[],
  { releases, shocks, incidents, trials }: Fate
): Run {
  const random = profile.chance('audience');
  const stage = stageOf(world, profile, incidents, trials);
  const weeks: Week[] = [];
  const shows: PlayedShow[] = [];
  const surges: Surge[] = [];
  let base = expectedListeners(profile, profile.from);
  let next = 0;
  for (let start = profile.from - weekday(profile.from); start <= profile.to; start += 7) {
    const established = Math.min(1, base / profile.potential);
    const luck = random.normal();
    const { drift, spread } = growthAt(profile, established);
    base *= Math.exp(drift / weeksPerMonth + (spread / Math.sqrt(weeksPerMonth)) * luck);
    // Records and luck multiply what attention there is.
    const before = attentionOf(surges);
    const inWeek = (day: Day) => day >= start && day < start + 7;
    for (const release of releases) {
      if (!inWeek(releaseDay(release))) continue;
      const weight = { album: 1, ep: 0.8, live: 0.5, single: 0.6 }[release.type];
      const size = random.between(0.05, 0.3) * weight;
      surges.push({ size: size * before, halfLifeDays: random.between(21, 35) });
      base *= 1 + 0.3 * size * (1 - 0.7 * established);
    }
    for (const shock of shocks) {
      if (!inWeek(shock.start) || shock.lift === 1) continue;
      surges.push({ size: (shock.lift - 1) * before, halfLifeDays: shock.halfLifeDays });
      // Some of those who come by chance stay.
      if (shock.lift > 1) base *= 1 + 0.12 * (shock.lift - 1);
    }
    const attention = attentionOf(surges);
    let heads = 0;
    for (; next < planned.length && planned[next]!.day < start + 7; next++) {
      const show = planned[next]!;
      const listeners = base * Math.sqrt(attention);
      const played = playShow(stage, show, { listeners, skill: skillAt(profile, show.day), shocks });
      shows.push(played);
      if (played.status === 'played') heads += played.heads ?? 0;
    }
    if (heads > 0) {
      surges.push({ size: Math.min(0.3, (1.6 * heads) / (base + 500)), halfLifeDays: 14 });
      base += Math.min(0.02 * base, 0.12 * heads * (1 - established));
    }
    weeks.push({
      start,
      base,
      attention: Math.max(0.35, attention + (heads > 0 ? 0.5 * surges.at(-1)!.size : 0)),
      heads,
      established,
      luck,
    });
    for (const surge of surges) surge.size *= Math.pow(0.5, 7 / surge.halfLifeDays);
    prune(surges);
  }
  const known = { listeners: base, skill: skillAt(profile, profile.to), shocks };
  for (; next < planned.length; next++) shows.push(playShow(stage, planned[next]!, known));
  return { weeks, shows };
}

export const weeksPerMonth = 4.345;

/** Mean and spread of an audience's log growth in a month: fast and uneven at first, slow and steady when established. */
export const growthAt = ({ growth }: Profile, established: number): { drift: number; spread: number } => ({
  drift: growth * (1 - established) + 0.005 * established,
  spread: 0.03 * (1 - established) + 0.015 * established,
});

function stageOf(world: World, profile: Profile, { changes, anomalies }: Incidents, trials: Trials): Stage {
  return {
    world,
    profile,
    random: profile.chance('shows'),
    lastVisit: new Map(),
    nights: [],
    trials,
    shifts: {
      heads: shiftBy(changes, 'heads'),
      merch: shiftBy(changes, 'merch'),
      ticket_price: shiftBy(changes, 'ticket_price'),
    },
    merchIncidents: anomalies.filter(({ metric }) => metric === 'merch'),
  };
}

const attentionOf = (surges: readonly Surge[]): number =>
  Math.max(
    0.35,
    surges.reduce((sum, { size }) => sum + size, 1)
  );

function prune(surges: Surge[]): void {
  const alive = surges.filter(({ size }) => Math.abs(size) > 0.003);
  surges.splice(0, surges.length, ...alive);
}
