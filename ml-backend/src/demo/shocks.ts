import type { Day } from './calendar.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';
import type { Shock } from './types.ts';

type Kind = Shock['kind'];

const make: Record<Kind, (day: Day, random: Random) => Shock> = {
  illness: (start, random) => ({
    kind: 'illness',
    title: random.pick(['Vocal rest on doctor’s orders', 'Broken wrist', 'Illness in the band', 'Tendonitis']),
    start,
    end: start + random.int(24, 45),
    lift: 0.85,
    halfLifeDays: 40,
  }),
  placement: (start, random) => ({
    kind: 'placement',
    title: random.pick([
      'Song in a TV drama',
      'Song in a film trailer',
      'Song in a national advert',
      'Song in a streaming series',
    ]),
    start,
    end: start + 56,
    lift: random.between(1.7, 3),
    halfLifeDays: 25,
  }),
  viral: (start, random) => ({
    kind: 'viral',
    title: random.pick(['Live clip goes round', 'Short video with a million views', 'Cover clip goes round']),
    start,
    end: start + 42,
    lift: random.between(1.8, 4),
    halfLifeDays: 12,
  }),
  breakdown: (start, random) => ({
    kind: 'breakdown',
    title: random.pick(['Van gearbox replaced', 'Backline stolen and replaced', 'Mixing desk repaired']),
    start,
    end: start,
    lift: 1,
    halfLifeDays: 1,
  }),
  support_slot: (start, random) => ({
    kind: 'support_slot',
    title: random.pick(['Support on a national tour', 'Main support at an arena show', 'Late-night TV performance']),
    start,
    end: start + 30,
    lift: random.between(1.25, 1.6),
    halfLifeDays: 30,
  }),
};

const share: Record<Kind, number> = {
  illness: 0.26,
  placement: 0.12,
  viral: 0.17,
  breakdown: 0.2,
  support_slot: 0.12,
};
const kinds = Object.keys(share) as Kind[];

/** About one shock in fourteen months; the first artist has a placement and an illness that shape its story. */
export function planShocks(profile: Profile): Shock[] {
  if (profile.incidents === 0) return [];
  const random = profile.chance('shocks');
  const days = profile.to - profile.from;
  const at = (part: number) => profile.from + Math.round(days * part);
  if (profile.flagship) {
    return [
      make.breakdown(at(0.27), random),
      make.support_slot(at(0.4), random),
      make.placement(at(0.56), random),
      make.illness(at(0.71), random),
      make.viral(at(0.87), random),
    ];
  }
  const allowed = profile.functions ? (['illness', 'breakdown'] as const) : kinds;
  const shocks: Shock[] = [];
  for (
    let day = profile.from + 120;
    (day += Math.round(-Math.log(1 - random.next()) * (490 / profile.incidents))) < profile.to - 20;
    day += 60
  ) {
    shocks.push(make[random.weighted<Kind>(allowed, (kind) => share[kind])](day, random));
  }
  return shocks;
}
