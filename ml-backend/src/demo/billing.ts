import type { PlannedShow } from './planned.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';
import type { Shock, Venue } from './types.ts';

/** When and why a show is lost, if it is. */
export function cancellation(profile: Profile, plan: PlannedShow, shocks: readonly Shock[], random: Random) {
  const ill = shocks.find(({ kind, start, end }) => kind === 'illness' && plan.day >= start && plan.day <= end);
  if (ill && random.chance(0.8)) return { on: Math.max(plan.bookedOn + 1, ill.start), reason: ill.title.toLowerCase() };
  const reason = random.pick([
    'low advance sales',
    'snow on the road',
    'the venue closed',
    'illness',
    'licence trouble',
    'a flooded room',
  ]);
  const early = random.int(0, 18);
  return random.chance(0.024) ? { on: Math.max(plan.bookedOn + 1, plan.day - early), reason } : undefined;
}

/** Where it was: the room's name, or what a festival or a function is called. */
export function venueNameOf(plan: PlannedShow, venue: Venue | null, random: Random): string {
  if (venue) return venue.name;
  if (plan.kind === 'festival') {
    return random.pick([
      `${plan.city.name} Riverside Festival`,
      `${plan.city.name} Open Air`,
      `Sound of ${plan.city.name}`,
      'Meadow Weekender',
      'Lakeside Festival',
    ]);
  }
  return random.pick(['Wedding', 'Wedding', 'Wedding', 'Company party', 'Town fair', 'Birthday party', 'Charity ball']);
}

const supportActs = [
  'Marlin Street',
  'Junia Hale',
  'Odd Lots',
  'The Ferrymen',
  'Kite Weather',
  'Rhea Lowell',
  'Small Engines',
  'Nils Aker',
  'Dry Season',
  'Pilar Montes',
];
export const supportAct = (random: Random) => random.pick(supportActs);
