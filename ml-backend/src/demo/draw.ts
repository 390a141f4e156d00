import { monthOf, weekday } from './calendar.ts';
import { drawOf } from './growth.ts';
import type { PlannedShow } from './planned.ts';
import { clubSeason } from './plan.ts';
import type { Random } from './random.ts';
import type { Stage, Standing } from './show.ts';
import type { Venue } from './types.ts';

/** Monday first. */
const weekPull = [0.75, 0.78, 0.86, 0.96, 1.14, 1.18, 0.92];

/** Mean heads of the last five nights that had been played when this one was booked; a first show goes by its draw. */
export function provenDraw({ nights }: Stage, { bookedOn }: PlannedShow, draw: number): number {
  let [sum, n] = [0, 0];
  for (let i = nights.length - 1; i >= 0 && n < 5; i--) {
    if (nights[i]!.day >= bookedOn) continue;
    sum += nights[i]!.heads;
    n++;
  }
  return n > 0 ? sum / n : draw;
}

/** Heads that a show can expect: the audience, how far from home, how lately in that city, season, scene and weekday. */
export function expectedDraw(
  { profile, lastVisit, random, shifts }: Stage,
  plan: PlannedShow,
  { listeners, skill }: Standing
): number {
  const home = plan.city === profile.city ? 1.5 : plan.city.country === profile.city.country ? 0.85 : 0.55;
  const since = plan.day - (lastVisit.get(plan.city.name) ?? -Infinity);
  const fresh = plan.kind === 'residency' ? 0.6 : since < 30 ? 0.8 : since < 90 ? 0.92 : 1;
  const season = Math.sqrt(clubSeason[monthOf(plan.day)]!);
  const scene = Math.pow(plan.city.scene, 0.3);
  const usual = drawOf(listeners, skill) * home * fresh * season * scene * weekPull[weekday(plan.day)]!;
  return Math.max(8, usual * random.factor(0.12) * Math.exp(shifts.heads(plan.day)));
}

/** The room of the city that fits the draw best: one of the artist's taste before another, not always the same. */
export function pickVenue({ world, profile }: Stage, plan: PlannedShow, draw: number): Venue {
  const random = profile.chance(plan.kind === 'residency' ? plan.tour! : `room ${plan.day}`);
  const wanted = Math.log(draw / (draw < 400 ? 0.4 : 0.48));
  let best: Venue | undefined;
  let bestScore = Infinity;
  for (const venue of world.venuesIn(plan.city)) {
    const taste = venue.genres.includes(profile.genre) ? 0 : 0.12;
    const score = Math.abs(Math.log(venue.capacity) - wanted) + taste + Math.abs(random.normal(0, 0.16));
    if (score < bestScore) [best, bestScore] = [venue, score];
  }
  return best!;
}

/** How the share of a room that fills is spread around what was expected. */
const fillConcentration = 7;

/** Who came: a Beta-distributed share of the room around what was expected. */
export function headsOf(plan: PlannedShow, draw: number, capacity: number, random: Random): number {
  if (plan.kind === 'function') return Math.round(random.between(60, 180));
  const fill = random.beta(Math.min(0.94, Math.max(0.06, draw / capacity)), fillConcentration);
  return Math.max(2, Math.min(capacity, Math.round(fill * capacity)));
}
