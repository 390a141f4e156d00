import type { Deal } from './deal.ts';
import { afterTax } from './deal.ts';
import type { PlannedShow } from './planned.ts';
import { distance } from './places.ts';
import { priceLevel } from './prices.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';
import type { Genre } from './roster.ts';
import type { CostKind } from './types.ts';

/** Log spread of what a head spends on merch from show to show. */
export const merchSpread = 0.22;

/** Dollars a head on merch: in rooms of a few hundred and in halls, over all genres. */
const merchHead = { small: 5.25, large: 9.9 };
/** Dollars a head in large rooms where the genre is known for it. */
const largeRoomMerch: Partial<Record<Genre, number>> = {
  metal: 13.5,
  'hip-hop': 13.3,
  pop: 12.6,
  alternative: 12.1,
  punk: 10.5,
  jazz: 8.2,
  classical: 6.9,
  covers: 1,
};
const otherGenres = 9;

export interface Turnout {
  heads: number;
  /** Heads who came for this artist. */
  fans: number;
  /** Heads that were expected. */
  draw: number;
  /** Log of what is unusual about merch at this show. */
  merchShift: number;
}

/** What a show brought and cost. */
export function settle(profile: Profile, plan: PlannedShow, deal: Deal, turnout: Turnout, random: Random) {
  const { heads, fans, draw, merchShift } = turnout;
  const sold = sell(deal, heads, random);
  const gross = cents(deal.tiers.reduce((sum, { facePrice }, i) => sum + facePrice * sold[i]!, 0));
  const income = cents(artistShare(deal, gross * afterTax, heads));
  const buyers = Math.round(fans * random.between(0.2, 0.22));
  const merch = cents(
    buyers *
      basket(profile, deal.capacity) *
      priceLevel[plan.city.currency] *
      Math.exp(random.normal(0, merchSpread) + merchShift)
  );
  return {
    heads,
    gross: deal.tiers.length > 0 ? gross : null,
    income,
    merch,
    buyers,
    tiers: deal.tiers.map((tier, i) => ({ ...tier, sold: sold[i]! })),
    costs: costsOf(profile, plan, deal, { draw, income, merch }, random),
  };
}

/** What one buyer in five spends, so that it comes to the genre's figure a head. */
function basket({ genre }: Profile, capacity: number): number {
  const size = Math.min(1, Math.max(0, Math.log10(capacity / 300)));
  const head = merchHead.small + (merchHead.large - merchHead.small) * size;
  const taste = (largeRoomMerch[genre] ?? otherGenres) / merchHead.large;
  return (head * taste * Math.exp(-(merchSpread ** 2) / 2)) / 0.21;
}

/** The cheap tier goes first; a few guests come without a ticket. */
function sell({ tiers }: Deal, heads: number, random: Random): number[] {
  let left = Math.round(heads * random.between(0.93, 1));
  const sold = tiers.map(() => 0);
  const premium = tiers.findIndex(({ tier }) => tier === 'Premium');
  if (premium >= 0) left -= sold[premium] = Math.min(tiers[premium]!.available, Math.round(left * 0.14));
  const early = tiers.findIndex(({ tier }) => tier === 'Early bird');
  if (early >= 0) left -= sold[early] = Math.min(tiers[early]!.available, Math.round(left * random.between(0.25, 0.5)));
  if (tiers.length > 0) sold[0] = Math.min(left, tiers[0]!.available);
  return sold;
}

function artistShare({ model, guarantee, splitPercent, bill }: Deal, net: number, heads: number): number {
  const fee = guarantee ?? 0;
  const part = (splitPercent ?? 0) / 100;
  switch (model) {
    case 'door_split':
      return (part * net) / bill;
    case 'versus':
      return Math.max(fee, part * net * 0.75);
    case 'plus_split':
      return fee + part * Math.max(0, net - fee * 1.5);
    case 'own_promotion':
      return net;
    case 'free':
      return 1.6 * heads;
    default:
      return fee;
  }
}

function costsOf(
  profile: Profile,
  plan: PlannedShow,
  deal: Deal,
  { draw, income, merch }: { draw: number; income: number; merch: number },
  random: Random
) {
  const costs: Array<{ kind: CostKind; amount: number }> = [];
  const add = (kind: CostKind, amount: number) => amount >= 1 && costs.push({ kind, amount: cents(amount) });
  const all = income + merch;
  if (draw > 40 && !profile.functions) add('agent', 0.1 * income);
  if (draw > 120) add('manager', (0.15 + 0.05 * (profile.index % 2)) * income);
  if (draw > 900) add('business_manager', 0.05 * all);
  if (deal.capacity >= 300 && plan.kind !== 'function') add('venue_merch_cut', random.between(0.15, 0.3) * merch);
  add('venue_hire', deal.hire);
  add('travel', travel(profile, plan, all, random));
  // Up to here the band shares what is left; from here on players and crew are paid.
  if (profile.functions || draw > 45) add('payroll', 0.3 * all * random.factor(0.08));
  if (draw > 80) add('production', 0.03 * all);
  return costs;
}

/** A fifth of the takings on the road; petrol and a train ticket, as far as it is, for a single night. */
function travel(profile: Profile, plan: PlannedShow, all: number, random: Random): number {
  if (plan.kind === 'tour') return Math.max(40, 0.22 * all * random.factor(0.15));
  const away = distance(profile.city, plan.city);
  return 8 + Math.min(900, 0.2 * away) * random.factor(0.2);
}

const cents = (value: number) => Math.round(value * 100) / 100;
