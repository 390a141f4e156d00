/** What the timeline needs to know of a show; time in epoch ms of the local date. */
export interface Show {
  time: number;
  place: string;
  city: string | null;
  country: string | null;
  tour: string | null;
}

export interface Tour {
  name: string;
  start: number;
  end: number;
  shows: number;
  cities: number;
  countries: number;
  /** Most nights in one room: a residency, not a journey. */
  residency: boolean;
}

const day = 86_400_000;
/** One name over a longer silence is two tours: a revival, not a continuation. */
export const tourGapDays = 365;
const residencyShare = 0.8;
const residencyShows = 10;

/** Labels that say "no tour" in setlist archives; such shows are one-offs and never a bar. */
export const isOneOff = (tour: string | null): boolean =>
  tour === null || /^\s*(non[- ]?tour|no tour|one[- ]?off|n\/?a|-+)?\s*(shows?|dates?|gigs?)?\s*$/i.test(tour);

/**
 * Tours from dated shows, each from its first to its last date; one name is split at gaps over a year.
 * @param shows in any order
 * @returns by start
 */
export function findTours(shows: readonly Show[]): Tour[] {
  const byName = new Map<string, Show[]>();
  for (const show of shows) {
    if (show.tour === null || isOneOff(show.tour)) continue;
    byName.set(show.tour, [...(byName.get(show.tour) ?? []), show]);
  }
  return [...byName]
    .flatMap(([name, list]) => splitAtGaps(list).map((part) => describe(name, part)))
    .sort((a, b) => a.start - b.start || a.name.localeCompare(b.name));
}

function splitAtGaps(shows: Show[]): Show[][] {
  const parts: Show[][] = [];
  for (const show of shows.toSorted((a, b) => a.time - b.time)) {
    const last = parts.at(-1)?.at(-1);
    if (last && show.time - last.time <= tourGapDays * day) parts.at(-1)!.push(show);
    else parts.push([show]);
  }
  return parts;
}

function describe(name: string, shows: Show[]): Tour {
  const places = new Map<string, number>();
  for (const { place } of shows) places.set(place, (places.get(place) ?? 0) + 1);
  const most = Math.max(...places.values());
  return {
    name,
    start: shows[0]!.time,
    end: shows.at(-1)!.time,
    shows: shows.length,
    cities: new Set(shows.map(({ city, place }) => city ?? place)).size,
    countries: new Set(shows.flatMap(({ country }) => country ?? [])).size,
    residency: shows.length >= residencyShows && most / shows.length >= residencyShare,
  };
}

export interface CountMilestone {
  time: number;
  title: string;
  value: number;
}

/**
 * The first show and the round ones: every 1,000th from 1,000 shows on, every 100th from 100, else the 10th and 50th.
 * @param shows dated shows that were played, in any order
 */
export function countMilestones(shows: readonly Show[]): CountMilestone[] {
  const sorted = shows.toSorted((a, b) => a.time - b.time);
  const step = sorted.length >= 1000 ? 1000 : sorted.length >= 100 ? 100 : 0;
  const counts = step ? Array.from({ length: Math.floor(sorted.length / step) }, (_, i) => (i + 1) * step) : [10, 50];
  return [1, ...counts].flatMap((n) => {
    const show = sorted[n - 1];
    if (!show) return [];
    const where = show.city ?? show.place;
    return {
      time: show.time,
      value: n,
      title: n === 1 ? 'First show on record' : `${n.toLocaleString('en-US')}th show · ${where}`,
    };
  });
}

export interface UnusualYear {
  year: number;
  shows: number;
  usual: number;
  state: 'above' | 'below';
}

const yearsBefore = 5;

/**
 * Calendar years whose number of shows lies outside what the five years before make usual: more than three scaled
 * median absolute deviations from their median, and at least half of the median or 12 shows away.
 * @param until epoch ms; the running year is not judged
 * Source: Iglewicz and Hoaglin 1993, "How to detect and handle outliers" (MAD scaled by 1.4826, cut at 3).
 */
export function unusualYears(shows: readonly Show[], until: number): UnusualYear[] {
  const counts = new Map<number, number>();
  for (const { time } of shows) counts.set(yearOf(time), (counts.get(yearOf(time)) ?? 0) + 1);
  const first = Math.min(...counts.keys());
  const found: UnusualYear[] = [];
  for (let year = first + yearsBefore; yearOf(until + day) > year; year++) {
    const before = Array.from({ length: yearsBefore }, (_, i) => counts.get(year - 1 - i) ?? 0);
    const usual = median(before);
    const spread = 1.4826 * median(before.map((count) => Math.abs(count - usual)));
    const shows = counts.get(year) ?? 0;
    const distance = Math.abs(shows - usual);
    if (distance > 3 * spread && distance >= Math.max(12, usual / 2)) {
      found.push({ year, shows, usual, state: shows > usual ? 'above' : 'below' });
    }
  }
  return found;
}

const yearOf = (time: number) => new Date(time).getUTCFullYear();

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
