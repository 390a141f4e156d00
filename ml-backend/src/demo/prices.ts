import { yearOf } from './calendar.ts';
import type { Currency } from './places.ts';
import type { PlannedShow } from './planned.ts';
import type { Profile } from './profile.ts';
import { normalShare, quantileOf } from './random.ts';

/** Dollars at the door of clubs: the five middle quantiles are those of the trade, the ends are assumed. */
const faceDollars = [
  [0, 7],
  [0.1, 12],
  [0.25, 18],
  [0.5, 25],
  [0.75, 28],
  [0.9, 38],
  [1, 58],
] as const;

/** A price of one dollar at home, in local money. */
export const priceLevel: Record<Currency, number> = { USD: 1, EUR: 0.91, GBP: 0.78 };
const dearerPerYear = 1.022;
const clubRoom = 1500;

/** How much of a price's rank is the artist's habit, how much its draw, and how much the night's. */
const weights = { habit: 0.7, draw: 0.3, night: 0.62 };
/** Log of the draw of a usual ticketed club night, and its spread. */
const usualDraw = { log: Math.log(52), spread: 1.05 };

/**
 * Face price of a usual ticket.
 * @param draw      heads that are expected
 * @param capacity  of the room
 * @param shift     log of a lasting change of the artist's prices
 * @param night     what is special about this night, standard normal; 0 gives the price that the audience expects
 * @returns local currency of the show
 */
export function facePrice(
  profile: Profile,
  plan: PlannedShow,
  { draw, capacity, shift, night }: { draw: number; capacity: number; shift: number; night: number }
): number {
  const size = Math.max(-2, Math.min(2.2, (Math.log(draw) - usualDraw.log) / usualDraw.spread));
  const rank = normalShare(weights.habit * profile.traits.pricing + weights.draw * size + weights.night * night);
  const dearer = Math.pow(dearerPerYear, Math.min(0, yearOf(plan.day) - yearOf(profile.to) + 2));
  const large = Math.pow(Math.max(1, capacity / clubRoom), 0.3);
  return quantileOf(faceDollars, rank) * Math.exp(shift) * dearer * large * priceLevel[plan.city.currency];
}
