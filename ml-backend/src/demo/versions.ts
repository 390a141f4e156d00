import type { Day } from './calendar.ts';
import { ms } from './calendar.ts';
import type { Version } from './types.ts';

/** Books of the artist: shows, cash, practice, plans. */
export const books = 'demo';
/** Monthly statements of stores and streaming services: they come months later and must not hold up the books. */
export const distributor = 'demo-distributor';
/** Dashboards of the platforms. */
export const platforms = 'demo-platforms';

/** One version of a fact about a day, known some days later and never corrected. */
export const ofDay = (key: string, on: Day, known: Day, source = books): Version => ({
  key,
  source,
  grain: 'day',
  occurredAt: ms(on),
  knownAt: ms(known),
  supersededAt: null,
});

export const ofMonth = (key: string, first: Day, known: Day, source: string): Version => ({
  ...ofDay(key, first, known, source),
  grain: 'month',
});

/** What is known at the first moment of `end`: later versions are gone, and a later correction has not happened. */
export function knownBy<T extends Version>(facts: readonly T[], end: Day): T[] {
  const now = ms(end);
  const known: T[] = [];
  for (const fact of facts) {
    if (fact.knownAt > now) continue;
    known.push(fact.supersededAt !== null && fact.supersededAt > now ? { ...fact, supersededAt: null } : fact);
  }
  return known;
}
