import type { Day } from './calendar.ts';
import { dayMs, nextMonth } from './calendar.ts';
import type { Profile } from './profile.ts';
import type { PlayedShow } from './show.ts';
import type { Totals } from './totals.ts';
import { lastYear } from './totals.ts';
import type { Milestone, Release, Shock } from './types.ts';
import { ofDay } from './versions.ts';

/** Firsts and round numbers of a career, and the strokes of luck that made it. */
export function makeMilestones(
  profile: Profile,
  shows: readonly PlayedShow[],
  releases: readonly Release[],
  totals: Totals,
  shocks: readonly Shock[]
): Milestone[] {
  const found: Milestone[] = [];
  const add = (title: string, on: Day, metric: string | null = null, value: number | null = null) => {
    if (on < profile.to) found.push({ ...ofDay(title, on, on + 1), title, metric, value });
  };
  const played = shows.filter(({ status }) => status === 'played');
  const full = played.find(({ heads, deal, plan }) => plan.kind !== 'function' && (heads ?? 0) >= 0.97 * deal.capacity);
  if (full) add(`First sold-out room: ${full.venueName}`, full.plan.day, 'heads', full.heads);
  const abroad = played.find(({ plan }) => plan.city.country !== profile.city.country);
  if (abroad) add(`First show abroad: ${abroad.plan.city.name}`, abroad.plan.day);
  let largest = played[0]?.heads ?? 0;
  for (const step of [500, 1000, 2000, 5000]) {
    const show = played.find(({ heads, plan }) => plan.kind !== 'festival' && (heads ?? 0) >= step);
    if (show && largest < step)
      add(`First crowd of ${step.toLocaleString('en-US')}: ${show.plan.city.name}`, show.plan.day, 'heads', show.heads);
    largest = Math.max(largest, 0);
  }
  const album = releases.find(({ type }) => type === 'album');
  if (album) add(`First album: ${album.title}`, album.occurredAt / dayMs);
  crossings(totals.listeners, [1_000, 10_000, 100_000, 1_000_000], (i, step) =>
    add(`${step.toLocaleString('en-US')} listeners a month`, nextMonth(totals.months[i]!) - 1, 'listeners', step)
  );
  crossings(totals.followers, [1_000, 10_000, 100_000, 500_000], (i, step) =>
    add(`${step.toLocaleString('en-US')} followers`, nextMonth(totals.months[i]!) - 1, 'followers', step)
  );
  const yearly = totals.revenue.map((_, i) => (i < 11 ? 0 : lastYear(totals.revenue, i)));
  crossings(yearly, [10_000, 50_000, 100_000, 500_000, 1_000_000], (i, step) =>
    add(
      `First twelve months over ${step.toLocaleString('en-US')} ${profile.city.currency}`,
      nextMonth(totals.months[i]!) - 1,
      'revenue',
      step
    )
  );
  for (const { kind, title, start, lift } of shocks) if (lift > 1 && kind !== 'illness') add(title, start);
  const seen = new Set<string>();
  return found.filter(({ title }) => !seen.has(title) && seen.add(title));
}

/** Calls back with the first month at or above each step that was not passed from the beginning. */
function crossings(
  values: readonly number[],
  steps: readonly number[],
  found: (i: number, step: number) => void
): void {
  for (const step of steps) {
    const i = values.findIndex((value) => value >= step);
    if (i > 0 && values.slice(0, i).some((value) => value >= 0)) found(i, step);
  }
}
