import type { Day } from './calendar.ts';
import { cancellation, supportAct, venueNameOf } from './billing.ts';
import { yearOf } from './calendar.ts';
import { expectedDraw, headsOf, pickVenue, provenDraw } from './draw.ts';
import type { Deal } from './deal.ts';
import { makeDeal } from './deal.ts';
import type { PlannedAnomaly } from './incidents.ts';
import type { PlannedShow } from './planned.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';
import { merchSpread, settle } from './settle.ts';
import type { ShowTrial, Trials } from './trials.ts';
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
  /** What chance gave the show in the trials that run; null where it is in none. */
  mailed: boolean | null;
  discounted: boolean | null;
  heads: number | null;
  gross: number | null;
  income: number | null;
  merch: number | null;
  /** Heads who bought merch. */
  buyers: number | null;
  /** What was injected into the merch of this show. */
  incident: PlannedAnomaly | null;
  support: string | null;
  tiers: Array<Omit<TicketTier, 'gig' | 'currency'>>;
  costs: Array<Pick<GigCost, 'kind' | 'amount'>>;
}

export interface Stage {
  world: World;
  profile: Profile;
  random: Random;
  lastVisit: Map<string, Day>;
  /** The artist's own club nights so far. */
  nights: Array<{ day: Day; heads: number }>;
  trials: Trials;
  /** Logs of lasting changes by day. */
  shifts: Record<'heads' | 'merch' | 'ticket_price', (day: Day) => number>;
  /** What waits to be injected into the merch of a show, by day. */
  merchIncidents: PlannedAnomaly[];
}

export interface Standing {
  listeners: number;
  skill: number;
  shocks: readonly Shock[];
}

/** Books a room that fits the expected draw, and where the day has passed, plays the show or loses it. */
export function playShow(stage: Stage, plan: PlannedShow, standing: Standing): PlayedShow {
  const { profile, random, trials } = stage;
  const draw = expectedDraw(stage, plan, standing);
  const ownNight = plan.kind !== 'function' && plan.kind !== 'festival';
  const venue = ownNight ? pickVenue(stage, plan, draw) : null;
  const mailed = ownNight ? assigned(trials.mailing, plan.day, random) : null;
  const ticketed = ownNight ? assigned(trials.discount, plan.day, random) : null;
  const expectation = {
    draw,
    proven: provenDraw(stage, plan, draw),
    priceShift: stage.shifts.ticket_price(plan.day),
    discounted: ticketed === true,
  };
  const deal = makeDeal(profile, plan, expectation, venue, random);
  const name = venueNameOf(plan, venue, random);
  const base = {
    plan,
    id: `${yearOf(plan.day)}-${plan.day}`,
    title: null,
    venue,
    venueName: name,
    deal,
    mailed,
    discounted: deal.tiers.length > 0 ? ticketed : null,
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
  const answer = profile.traits.elasticity * deal.dearness + (mailed ? trials.mailing!.effect : 0);
  const heads = headsOf(plan, draw * Math.exp(answer), deal.capacity, random);
  stage.lastVisit.set(plan.city.name, plan.day);
  if (ownNight) stage.nights.push({ day: plan.day, heads });
  const fans = plan.kind === 'festival' ? Math.min(heads, Math.round(draw)) : heads;
  const incident = ownNight && stage.merchIncidents[0] && stage.merchIncidents[0].start <= plan.day;
  const injected = incident ? stage.merchIncidents.shift()! : null;
  const merchShift = stage.shifts.merch(plan.day) + (injected?.sigmas ?? 0) * merchSpread;
  return {
    ...base,
    status: 'played',
    settledOn: plan.day + 1,
    incident: injected,
    ...settle(profile, plan, deal, { heads, fans, draw, merchShift }, random),
  };
}

const nothing = { heads: null, gross: null, income: null, merch: null, buyers: null, incident: null, costs: [] };

/** Chance decides for every show, so that an assignment does not hang on what else is in the trial. */
function assigned(trial: ShowTrial | null, day: Day, random: Random): boolean | null {
  const drawn = random.next();
  return trial && day >= trial.from ? drawn < trial.probability : null;
}

const tiersOf = (deal: Deal, sold: readonly number[] | null): PlayedShow['tiers'] =>
  deal.tiers.map(({ tier, facePrice, available }, i) => ({ tier, facePrice, available, sold: sold?.[i] ?? null }));
