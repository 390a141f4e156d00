import type { Day } from './calendar.ts';
import { dayMs, nextMonth } from './calendar.ts';
import { dollarsOf } from './places.ts';
import type { Profile } from './profile.ts';
import type { LedgerEntry } from './types.ts';

export type SegmentName = 'active' | 'casual';

/** One segment of an audience in one month: people, plays on all services, and merch in the artist's currency. */
export interface SegmentMonth {
  month: Day;
  segment: SegmentName;
  audience: number;
  streams: number;
  merch: number;
}

/** Of the audience and of its streams, what the active third makes up. */
export const activeAudience = 0.33;
export const activeStreams = 0.6;
export const activeMerch = 0.8;
export const playsPerListener = 5;

/** Plays a month of one listener, by segment, so that the shares come out where the active third is a third. */
export const playsOf: Record<SegmentName, number> = {
  active: (playsPerListener * activeStreams) / activeAudience,
  casual: (playsPerListener * (1 - activeStreams)) / (1 - activeAudience),
};

/**
 * Splits an audience. Records and shows wake the active part a little, whoever comes by chance is casual.
 * @param base listeners without surges; attention: the factor that surges put on it
 */
export function split(active: number, base: number, attention: number): Record<SegmentName, number> {
  const all = base * attention;
  const loyal = Math.min(all, active * base * Math.pow(attention, 0.8));
  return { active: loyal, casual: all - loyal };
}

/** Adds the merch of the books to the months of both segments. */
export function withMerch(
  profile: Profile,
  months: ReadonlyArray<Omit<SegmentMonth, 'merch'>>,
  ledger: readonly LedgerEntry[]
): SegmentMonth[] {
  const random = profile.chance('segments');
  const sales = new Map<Day, number>();
  for (const { category, direction, occurredAt, amount, currency, supersededAt } of ledger) {
    if (category !== 'merch' || direction !== 'revenue' || supersededAt !== null) continue;
    const month = nextMonth(occurredAt / dayMs, 0);
    sales.set(month, (sales.get(month) ?? 0) + (amount * dollarsOf[currency]) / dollarsOf[profile.city.currency]);
  }
  let share = activeMerch;
  return months.map((row) => {
    if (row.segment === 'active') share = random.beta(activeMerch, 60);
    const part = row.segment === 'active' ? share : 1 - share;
    return { ...row, merch: Math.round((sales.get(row.month) ?? 0) * part * 100) / 100 };
  });
}
