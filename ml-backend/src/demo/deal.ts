import type { PlannedShow } from './planned.ts';
import { facePrice } from './prices.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';
import { discountFactor } from './trials.ts';
import type { FeeModel, Venue } from './types.ts';

/** What artist and venue agreed on. */
export interface Deal {
  model: FeeModel;
  guarantee: number | null;
  splitPercent: number | null;
  capacity: number;
  tiers: Array<{ tier: string; facePrice: number; available: number }>;
  /** What the room costs the artist, for own promotions. */
  hire: number;
  /** Bands that share the artists' part of the door. */
  bill: number;
  /** Log of the price over what the audience expects to pay. */
  dearness: number;
}

export interface Expectation {
  /** Heads that the show can expect. */
  draw: number;
  /** Heads that the artist's latest shows had when this one was booked; what a guarantee is measured by. */
  proven: number;
  /** Log of a lasting change of the artist's prices. */
  priceShift: number;
  discounted: boolean;
}

/** A ticket of 22.50 leaves 18.19 after tax and performing-right fee. */
export const afterTax = 18.19 / 22.5;

export function makeDeal(
  profile: Profile,
  plan: PlannedShow,
  expected: Expectation,
  venue: Venue | null,
  random: Random
): Deal {
  const { draw, proven } = expected;
  const capacity = venue?.capacity ?? (plan.kind === 'function' ? 180 : Math.round((draw * 2.2 + 300) / 50) * 50);
  const deal: Omit<Deal, 'model'> = {
    capacity,
    guarantee: null,
    splitPercent: null,
    tiers: [],
    hire: 0,
    bill: 1,
    dearness: 0,
  };
  if (plan.kind === 'function') return { ...deal, model: 'flat', guarantee: functionFee(profile, random) };
  if (plan.kind === 'festival')
    return { ...deal, model: 'guarantee', guarantee: round(draw * random.between(6, 9) + 120, 25) };
  const model = modelOf(draw, plan, random);
  if (model === 'free') return { ...deal, model };
  const { tiers, dearness } = ticketTiers(profile, plan, expected, capacity, random);
  const ticketed = { ...deal, model, tiers, dearness };
  const usual = guaranteeOf(proven, draw * tiers[0]!.facePrice * afterTax, random);
  switch (model) {
    case 'guarantee':
      return { ...ticketed, guarantee: round(usual, 5) };
    case 'versus':
      return { ...ticketed, guarantee: round(usual, 5), splitPercent: 85 };
    case 'plus_split':
      return { ...ticketed, guarantee: round(usual, 5), splitPercent: 80 };
    case 'door_split':
      return { ...ticketed, splitPercent: 70, bill: draw < 80 ? random.int(1, 3) : 1 };
    case 'flat':
      return { ...ticketed, guarantee: round(random.between(75, 250), 5) };
    default:
      return { ...ticketed, hire: Math.min(1100, Math.max(250, round(capacity * random.between(0.9, 1.5), 10))) };
  }
}

/** Five to six a proven head for starters; the larger the draw, the more the expected door counts. */
function guaranteeOf(proven: number, net: number, random: Random): number {
  const door = Math.min(1, Math.max(0, Math.log(proven / 250) / Math.log(800 / 250)));
  return (1 - door) * proven * random.between(5, 6) + door * 0.55 * net;
}

function modelOf(draw: number, plan: PlannedShow, random: Random): FeeModel {
  if (plan.kind === 'residency') return draw < 150 ? 'door_split' : 'versus';
  const shares: Partial<Record<FeeModel, number>> =
    draw < 40
      ? { free: 0.18, door_split: 0.42, flat: 0.25, guarantee: 0.15 }
      : draw < 150
        ? { door_split: 0.4, guarantee: 0.4, own_promotion: 0.08, versus: 0.12 }
        : { versus: 0.5, plus_split: 0.28, guarantee: 0.22 };
  return random.weighted(Object.keys(shares) as FeeModel[], (model) => shares[model]!);
}

/** A cover band of four gets 350, sometimes 600. */
function functionFee({ members }: Profile, random: Random): number {
  return round((random.chance(0.25) ? 600 : 350) * (members.length / 4) ** 0.8 * random.factor(0.06), 10);
}

function ticketTiers(
  profile: Profile,
  plan: PlannedShow,
  { draw, priceShift, discounted }: Expectation,
  capacity: number,
  random: Random
): Pick<Deal, 'tiers' | 'dearness'> {
  const at = { draw, capacity, shift: priceShift };
  const expected = facePrice(profile, plan, { ...at, shift: 0, night: 0 });
  const asked = facePrice(profile, plan, { ...at, night: random.normal() }) * (discounted ? discountFactor : 1);
  const price = round(asked, 0.5);
  const dearness = Math.log(price / expected);
  const general = { tier: 'General', facePrice: price, available: capacity };
  if (draw < 60) return { tiers: [general], dearness };
  const other =
    draw > 400
      ? { tier: 'Premium', facePrice: round(price * 1.7, 0.5), available: Math.round(capacity * 0.12) }
      : { tier: 'Early bird', facePrice: round(price * 0.8, 0.5), available: Math.round(capacity * 0.2) };
  return { tiers: [{ ...general, available: capacity - other.available }, other], dearness };
}

const round = (value: number, step: number) => Math.max(step, Math.round(value / step) * step);
