import { yearOf } from './calendar.ts';
import type { PlannedShow } from './planned.ts';
import { distance } from './places.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';
import type { Genre } from './roster.ts';
import type { CostKind, FeeModel, Venue } from './types.ts';

/** What artist and venue agreed on. */
export interface Deal {
  model: FeeModel;
  guarantee: number | null;
  splitPercent: number | null;
  capacity: number;
  tiers: Array<{ tier: string; facePrice: number; available: number }>;
  /** What the room costs the artist, for own promotions. */
  hire: number;
}

/** A ticket of 22.50 leaves 18.19 after tax and performing-right fee. */
const afterTax = 18.19 / 22.5;

export function makeDeal(profile: Profile, plan: PlannedShow, draw: number, venue: Venue | null, random: Random): Deal {
  const capacity = venue?.capacity ?? (plan.kind === 'function' ? 180 : Math.round((draw * 2.2 + 300) / 50) * 50);
  const deal = { capacity, guarantee: null, splitPercent: null, tiers: [], hire: 0 };
  if (plan.kind === 'function') return { ...deal, model: 'flat', guarantee: functionFee(profile, random) };
  if (plan.kind === 'festival')
    return { ...deal, model: 'guarantee', guarantee: round(draw * random.between(6, 9) + 120, 25) };
  const model = modelOf(draw, plan, random);
  const tiers = model === 'free' ? [] : ticketTiers(profile, plan, draw, capacity, random);
  const net = draw * (tiers.at(0)?.facePrice ?? 0) * afterTax;
  const usual = draw < 300 ? draw * random.between(5, 6) : 0.55 * net;
  switch (model) {
    case 'guarantee':
      return { ...deal, model, tiers, guarantee: round(usual * 1.15, 25) };
    case 'versus':
      return { ...deal, model, tiers, guarantee: round(usual, 25), splitPercent: 85 };
    case 'plus_split':
      return { ...deal, model, tiers, guarantee: round(usual * 0.9, 25), splitPercent: 80 };
    case 'door_split':
      return { ...deal, model, tiers, splitPercent: 70 };
    case 'flat':
      return { ...deal, model, tiers, guarantee: round(random.between(75, 250), 25) };
    case 'own_promotion':
      return { ...deal, model, tiers, hire: Math.min(1100, round(150 + capacity * random.between(0.9, 1.4), 10)) };
    default:
      return { ...deal, model };
  }
}

function modelOf(draw: number, plan: PlannedShow, random: Random): FeeModel {
  if (plan.kind === 'residency') return draw < 150 ? 'door_split' : 'versus';
  const shares: Partial<Record<FeeModel, number>> =
    draw < 40
      ? { free: 0.18, door_split: 0.5, flat: 0.22, guarantee: 0.1 }
      : draw < 150
        ? { door_split: 0.45, guarantee: 0.33, own_promotion: 0.1, versus: 0.12 }
        : { versus: 0.5, plus_split: 0.28, guarantee: 0.22 };
  return random.weighted(Object.keys(shares) as FeeModel[], (model) => shares[model]!);
}

/** A cover band of four gets 350, sometimes 600; a good name gets a little more. */
function functionFee({ members, skill }: Profile, random: Random): number {
  return round(
    (random.chance(0.3) ? 600 : 350) * (members.length / 4) ** 0.8 * (0.9 + 0.5 * skill) * random.factor(0.12),
    10
  );
}

const priceLevel = { USD: 1, EUR: 0.9, GBP: 0.85 };

function ticketTiers(
  profile: Profile,
  plan: PlannedShow,
  draw: number,
  capacity: number,
  random: Random
): Deal['tiers'] {
  const dearer = Math.pow(1.022, yearOf(plan.day) - yearOf(profile.to));
  const price = Math.max(
    5,
    15 * Math.pow(draw / 50, 0.25) * dearer * priceLevel[plan.city.currency] * random.factor(0.12)
  );
  const general = { tier: 'General', facePrice: round(price, 0.5), available: capacity };
  if (draw < 60) return [general];
  if (draw > 400) {
    const premium = Math.round(capacity * 0.12);
    return [
      { ...general, available: capacity - premium },
      { tier: 'Premium', facePrice: round(price * 1.7, 0.5), available: premium },
    ];
  }
  const early = Math.round(capacity * 0.2);
  return [
    { ...general, available: capacity - early },
    { tier: 'Early bird', facePrice: round(price * 0.8, 0.5), available: early },
  ];
}

/** Per head, as a factor on the room's usual merch. */
const merchTaste: Partial<Record<Genre, number>> = {
  metal: 1.23,
  'hip-hop': 1.21,
  pop: 1.15,
  alternative: 1.1,
  punk: 1.1,
  jazz: 0.85,
  classical: 0.7,
  covers: 0.1,
};

/** What a show brought and cost. */
export function settle(profile: Profile, plan: PlannedShow, deal: Deal, heads: number, draw: number, random: Random) {
  const sold = sell(deal, heads, random);
  const gross = cents(deal.tiers.reduce((sum, { facePrice }, i) => sum + facePrice * sold[i]!, 0));
  const net = gross * afterTax;
  const income = cents(artistShare(deal, net, heads));
  const room = 5.5 + 4.4 * Math.min(1, Math.max(0, Math.log10(deal.capacity / 300) / 1.3));
  const fans = plan.kind === 'festival' ? Math.min(heads, draw) : heads;
  const buyers = Math.round(fans * random.between(0.2, 0.22));
  const starts = plan.day - profile.startedOn < 500 && draw < 60 ? 0.5 : 1;
  const merch = cents(buyers * (room / 0.21) * (merchTaste[profile.genre] ?? 1) * starts * random.factor(0.22));
  return {
    heads,
    gross: deal.tiers.length > 0 ? gross : null,
    income,
    merch,
    tiers: deal.tiers.map((tier, i) => ({ ...tier, sold: sold[i]! })),
    costs: costsOf(profile, plan, deal, draw, income, merch, random),
  };
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

function artistShare({ model, guarantee, splitPercent }: Deal, net: number, heads: number): number {
  const fee = guarantee ?? 0;
  const part = (splitPercent ?? 0) / 100;
  switch (model) {
    case 'door_split':
      return part * net;
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
  draw: number,
  income: number,
  merch: number,
  random: Random
) {
  const costs: Array<{ kind: CostKind; amount: number }> = [];
  const add = (kind: CostKind, amount: number) => amount >= 1 && costs.push({ kind, amount: cents(amount) });
  const all = income + merch;
  const away = distance(profile.city, plan.city);
  if (draw > 40 && !profile.functions) add('agent', 0.1 * income);
  if (draw > 120) add('manager', (0.15 + 0.05 * (profile.index % 2)) * income);
  if (draw > 900) add('business_manager', 0.05 * all);
  if (deal.capacity >= 300 && plan.kind !== 'function') add('venue_merch_cut', random.between(0.15, 0.3) * merch);
  add('venue_hire', deal.hire);
  add(
    'travel',
    plan.kind === 'tour'
      ? Math.max(70, 0.22 * all * random.factor(0.15))
      : 18 + Math.min(900, 0.32 * away) * random.factor(0.2)
  );
  // Up to here the band shares what is left; from here on players and crew are paid.
  if (profile.functions || draw > 45) add('payroll', (profile.functions ? 0.4 : 0.3) * all * random.factor(0.08));
  if (draw > 80) add('production', 0.03 * all);
  return costs;
}

const round = (value: number, step: number) => Math.max(step, Math.round(value / step) * step);
const cents = (value: number) => Math.round(value * 100) / 100;
