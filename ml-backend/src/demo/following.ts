import type { Day } from './calendar.ts';
import { weekday } from './calendar.ts';
import { expectedListeners, skillAt } from './growth.ts';
import type { PlannedShow } from './planned.ts';
import type { Profile } from './profile.ts';
import { releaseDay } from './releases.ts';
import type { PlayedShow } from './show.ts';
import { playShow } from './show.ts';
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
}

export interface Run {
  weeks: Week[];
  shows: PlayedShow[];
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
  releases: readonly Release[],
  shocks: readonly Shock[]
): Run {
  const random = profile.chance('audience');
  const stage = { world, profile, random: profile.chance('shows'), lastVisit: new Map<string, Day>() };
  const weeks: Week[] = [];
  const shows: PlayedShow[] = [];
  const surges: Surge[] = [];
  let base = expectedListeners(profile, profile.from);
  let next = 0;
  for (let start = profile.from - weekday(profile.from); start <= profile.to; start += 7) {
    const established = Math.min(1, base / profile.potential);
    const drift = (profile.growth * (1 - established) + 0.003 * established) / 4.345;
    base *= Math.exp(drift + random.normal(0, (0.03 - 0.015 * established) / 2.08));
    const inWeek = (day: Day) => day >= start && day < start + 7;
    for (const release of releases) {
      if (!inWeek(releaseDay(release))) continue;
      const weight = { album: 1, ep: 0.75, live: 0.45, single: 0.5 }[release.type];
      const size = random.between(0.1, 0.3) * weight + 0.02;
      surges.push({ size, halfLifeDays: random.between(21, 35) });
      base *= 1 + 0.3 * size * (1 - 0.7 * established);
    }
    for (const shock of shocks) {
      if (!inWeek(shock.start) || shock.lift === 1) continue;
      surges.push({ size: shock.lift - 1, halfLifeDays: shock.halfLifeDays });
      // Some of those who come by chance stay.
      if (shock.lift > 1) base *= 1 + 0.12 * (shock.lift - 1);
    }
    const attention = Math.max(0.35, 1 + surges.reduce((sum, surge) => sum + surge.size, 0));
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
    });
    for (const surge of surges) surge.size *= Math.pow(0.5, 7 / surge.halfLifeDays);
    prune(surges);
  }
  const known = { listeners: base, skill: skillAt(profile, profile.to), shocks };
  for (; next < planned.length; next++) shows.push(playShow(stage, planned[next]!, known));
  return { weeks, shows };
}

function prune(surges: Surge[]): void {
  const alive = surges.filter(({ size }) => Math.abs(size) > 0.003);
  surges.splice(0, surges.length, ...alive);
}
