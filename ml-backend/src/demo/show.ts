import type { Day } from './calendar.ts';
import { monthOf, weekday, yearOf } from './calendar.ts';
import { drawOf } from './growth.ts';
import type { Deal } from './deal.ts';
import { makeDeal, settle } from './deal.ts';
import type { PlannedShow } from './planned.ts';
import { clubSeason } from './plan.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';
import type { GigCost, Shock, TicketTier, Venue } from './types.ts';
import type { World } from './world.ts';

export interface PlayedShow {
  plan: PlannedShow;
  id: string;
  status: 'booked' | 'played' | 'cancelled';
  /** When it was known that the show had been played or would not be. */
  settledOn: Day | null;
  title: string | null;
  venue: Venue | null;
  venueName: string;
  deal: Deal;
  heads: number | null;
  gross: number | null;
  income: number | null;
  merch: number | null;
  support: string | null;
  tiers: Array<Omit<TicketTier, 'gig' | 'currency'>>;
  costs: Array<Pick<GigCost, 'kind' | 'amount'>>;
}

export interface Stage {
  world: World;
  profile: Profile;
  random: Random;
  lastVisit: Map<string, Day>;
}

export interface Standing {
  listeners: number;
  skill: number;
  shocks: readonly Shock[];
}

/** Monday first. */
const weekPull = [0.75, 0.78, 0.86, 0.96, 1.14, 1.18, 0.92];

/** Books a room that fits the expected draw, and where the day has passed, plays the show or loses it. */
export function playShow(stage: Stage, plan: PlannedShow, standing: Standing): PlayedShow {
  const { profile, random } = stage;
  const draw = expectedDraw(stage, plan, standing);
  const venue = plan.kind === 'function' || plan.kind === 'festival' ? null : pickVenue(stage, plan, draw);
  const deal = makeDeal(profile, plan, draw, venue, random);
  const name = venueNameOf(plan, venue, random);
  const base = {
    plan,
    id: `${yearOf(plan.day)}-${plan.day}`,
    title: null,
    venue,
    venueName: name,
    deal,
    support: draw > 90 && random.chance(0.55) ? supportAct(random) : null,
  };
  const lost = cancellation(profile, plan, standing.shocks, random);
  if (lost && lost.on <= profile.to) {
    return {
      ...base,
      status: 'cancelled',
      settledOn: lost.on,
      title: `Cancelled: ${lost.reason}`,
      ...nothing,
      tiers: tiersOf(deal, null),
    };
  }
  if (plan.day >= profile.to)
    return { ...base, status: 'booked', settledOn: null, ...nothing, tiers: tiersOf(deal, null) };
  const heads = headsOf(plan, draw, deal.capacity, profile.loyalty, random);
  stage.lastVisit.set(plan.city.name, plan.day);
  return { ...base, status: 'played', settledOn: plan.day + 1, ...settle(profile, plan, deal, heads, draw, random) };
}

const nothing = { heads: null, gross: null, income: null, merch: null, costs: [] };

function expectedDraw(
  { profile, lastVisit, random }: Stage,
  plan: PlannedShow,
  { listeners, skill }: Standing
): number {
  const home = plan.city === profile.city ? 1.5 : plan.city.country === profile.city.country ? 0.85 : 0.55;
  const since = plan.day - (lastVisit.get(plan.city.name) ?? -Infinity);
  const fresh = plan.kind === 'residency' ? 0.6 : since < 30 ? 0.8 : since < 90 ? 0.92 : 1;
  const season = Math.sqrt(clubSeason[monthOf(plan.day)]!);
  const scene = Math.pow(plan.city.scene, 0.3);
  return Math.max(
    8,
    drawOf(listeners, skill) * home * fresh * season * scene * weekPull[weekday(plan.day)]! * random.factor(0.12)
  );
}

function pickVenue({ world, profile }: Stage, plan: PlannedShow, draw: number): Venue {
  const random = profile.chance(plan.kind === 'residency' ? plan.tour! : `room ${plan.day}`);
  const wanted = Math.log(draw / 0.47);
  let best: Venue | undefined;
  let bestScore = Infinity;
  for (const venue of world.venuesIn(plan.city)) {
    const taste = venue.genres.includes(profile.genre) ? 0 : 0.12;
    const score = Math.abs(Math.log(venue.capacity) - wanted) + taste + Math.abs(random.normal(0, 0.16));
    if (score < bestScore) [best, bestScore] = [venue, score];
  }
  return best!;
}

function headsOf(plan: PlannedShow, draw: number, capacity: number, loyalty: number, random: Random): number {
  if (plan.kind === 'function') return Math.round(random.between(60, 180));
  const fill = random.beta(Math.min(0.92, Math.max(0.08, draw / capacity)), 4 + 3 * loyalty);
  return Math.max(2, Math.min(capacity, Math.round(fill * capacity)));
}

function cancellation(profile: Profile, plan: PlannedShow, shocks: readonly Shock[], random: Random) {
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

function venueNameOf(plan: PlannedShow, venue: Venue | null, random: Random): string {
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
const supportAct = (random: Random) => random.pick(supportActs);

const tiersOf = (deal: Deal, sold: readonly number[] | null): PlayedShow['tiers'] =>
  deal.tiers.map(({ tier, facePrice, available }, i) => ({ tier, facePrice, available, sold: sold?.[i] ?? null }));
