import { dayMs, parseDay } from './calendar.ts';
import { simulateCareer } from './career.ts';
import type { Currency } from './places.ts';
import { dollarsOf } from './places.ts';
import type { CareerOptions } from './profile.ts';
import type { Career, GigVersion, LedgerEntry } from './types.ts';
import { makeWorld } from './world.ts';

export const end = parseDay('2026-06-30');

/** The first artists of a seed, for figures over many of them. */
export function simulate(seed: number, artists: number, options: Partial<CareerOptions> & { years: number }): Career[] {
  const world = makeWorld(seed);
  return Array.from({ length: artists }, (_, index) => simulateCareer(seed, index, { end, world, ...options }));
}

export const live = <T extends { supersededAt: number | null }>(facts: readonly T[]): T[] =>
  facts.filter(({ supersededAt }) => supersededAt === null);

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
export const mean = (values: readonly number[]): number => sum(values) / values.length;
export const spread = (values: readonly number[]): number => {
  const center = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - center) ** 2)));
};

/** Value below which a share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))]!;
}

export const share = <T>(items: readonly T[], holds: (item: T) => boolean): number =>
  items.filter(holds).length / items.length;

export const dollars = (amount: number, currency: Currency): number => amount * dollarsOf[currency];

export interface Night extends GigVersion {
  career: Career;
  day: number;
}

export const nights = (roster: readonly Career[], status: GigVersion['status'] = 'played'): Night[] =>
  roster.flatMap((career) =>
    live(career.gigs)
      .filter((gig) => gig.status === status)
      .map((gig) => ({ ...gig, career, day: gig.occurredAt / dayMs }))
  );

/** Dollars that came in or went out from one day to before another. */
export const money = (
  { ledger }: Career,
  from: number,
  to: number,
  holds: (entry: LedgerEntry) => boolean = ({ direction }) => direction === 'revenue'
): number =>
  sum(
    live(ledger)
      .filter((entry) => entry.occurredAt >= from * dayMs && entry.occurredAt < to * dayMs && holds(entry))
      .map(({ amount, currency }) => dollars(amount, currency))
  );
