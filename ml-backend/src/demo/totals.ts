import type { Day } from './calendar.ts';
import { dayMs, monthsBetween, nextMonth } from './calendar.ts';
import { dollarsOf } from './places.ts';
import type { AudienceReading, Career, GigVersion, LedgerEntry } from './types.ts';

/** What really was, by complete month of the history; goals, milestones and stages are read from it. */
export interface Totals {
  months: Day[];
  gigs: number[];
  heads: number[];
  merch: number[];
  revenue: number[];
  streams: number[];
  listeners: number[];
  followers: number[];
}

export type TotalName = Exclude<keyof Totals, 'months'>;

type Facts = Pick<Career, 'gigs' | 'ledger' | 'readings' | 'currency'>;

/** @param from,to first and last day of the history */
export function monthlyTotals({ gigs, ledger, readings, currency }: Facts, from: Day, to: Day): Totals {
  const months = monthsBetween(from, to).filter((month) => nextMonth(month) <= to);
  const index = new Map(months.map((month, i) => [month, i]));
  const sum = <T extends { occurredAt: number; supersededAt: number | null }>(
    facts: readonly T[],
    value: (fact: T) => number
  ) => {
    const sums = months.map(() => 0);
    for (const fact of facts) {
      const i = fact.supersededAt === null ? index.get(nextMonth(fact.occurredAt / dayMs, 0)) : undefined;
      if (i !== undefined) sums[i]! += value(fact);
    }
    return sums;
  };
  const played = gigs.filter(({ status }) => status === 'played');
  const worth = ({ amount, currency: own }: LedgerEntry) => (amount * dollarsOf[own]) / dollarsOf[currency];
  const revenue = ledger.filter(({ direction }) => direction === 'revenue');
  const of = (metric: AudienceReading['metric'], platform?: string) =>
    readings.filter((reading) => reading.metric === metric && (!platform || reading.platform === platform));
  const instagram = lasts(of('followers', 'instagram'), index);
  return {
    months,
    gigs: sum(played, () => 1),
    heads: sum(played, ({ heads }: GigVersion) => heads ?? 0),
    merch: sum(
      revenue.filter(({ category }) => category === 'merch'),
      worth
    ),
    revenue: sum(revenue, worth),
    streams: sum(of('streams'), ({ value }) => value),
    listeners: lasts(of('listeners'), index),
    followers: lasts(of('followers', 'spotify'), index).map((value, i) => value + instagram[i]!),
  };
}

function lasts(readings: readonly AudienceReading[], index: ReadonlyMap<Day, number>): number[] {
  const values = new Array<number>(index.size).fill(0);
  for (const { occurredAt, value } of readings) {
    const i = index.get(nextMonth(occurredAt / dayMs, 0));
    if (i !== undefined) values[i] = value;
  }
  return values;
}

/** Sum of the 12 months that end with month `i`; fewer at the beginning. */
export const lastYear = (values: readonly number[], i: number): number =>
  values.slice(Math.max(0, i - 11), i + 1).reduce((sum, value) => sum + value, 0);
