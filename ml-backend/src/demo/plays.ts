import type { Day } from './calendar.ts';
import { monthOf, nextMonth } from './calendar.ts';
import { disturb, weeklySpread } from './disturb.ts';
import type { Fate, Week } from './following.ts';
import { shiftBy } from './incidents.ts';
import type { Profile } from './profile.ts';
import type { SegmentMonth, SegmentName } from './segments.ts';
import { playsOf, split } from './segments.ts';
import type { AnomalyLabel } from './truth.ts';

/** Plays a day on the largest service, from `from` on. */
export interface Plays {
  from: Day;
  daily: Float64Array;
}

export interface Listening {
  plays: Plays;
  segments: Array<Omit<SegmentMonth, 'merch'>>;
  /** Different people who listened in the whole history, and their plays on all services. */
  lifetime: { listeners: number; plays: number };
  /** Spread of the undisturbed weeks. */
  spread: number;
  labels: AnomalyLabel[];
}

const weekShape = [0.97, 0.98, 0.99, 1.01, 1.08, 1.02, 0.95];
const monthShape = [1.03, 1.01, 1, 1, 0.99, 1, 0.98, 0.98, 1.02, 1.03, 1.02, 0.94];
export const mainShare = 0.6;
const monthDays = 30.4;

/** What the audience plays, day by day and by segment, with what was injected and its labels. */
export function makePlays(profile: Profile, weeks: readonly Week[], { incidents, trials }: Fate): Listening {
  const random = profile.chance('plays');
  const { appetite, active, stay } = profile.traits;
  const daily = new Float64Array(profile.to - profile.from);
  const moved = shiftBy(incidents.changes, 'streams');
  const { pitching } = trials;
  const months = new Map<Day, Sums>();
  const lifetime = { listeners: weeks[0]!.base, plays: 0 };
  let echo = 0;
  for (const [i, week] of weeks.entries()) {
    const next = weeks[i + 1] ?? week;
    const month = monthly(months, week.start < profile.from ? profile.from : week.start);
    const pitched = pitching?.treated && week.start >= pitching.on && week.start < pitching.until ? pitching.effect : 0;
    const shift = Math.exp(moved(week.start) + pitched);
    for (let d = 0; d < 7; d++) {
      const day = week.start + d;
      if (day < profile.from || day >= profile.to) continue;
      const part = d / 7;
      const base = week.base + (next.base - week.base) * part;
      const people = split(active, base, attentionOn(d, weeks[i - 1] ?? week, week, next));
      echo = 0.8 * echo + random.normal(0, 0.035);
      const noise = Math.exp(echo + random.normal(0, 0.03));
      const shape = weekShape[d]! * monthShape[monthOf(day)]! * shift * noise;
      let played = 0;
      for (const name of segmentNames) {
        const plays = ((people[name] * playsOf[name] * appetite) / monthDays) * shape;
        played += plays;
        const sum = month[name];
        sum[0] += people[name];
        sum[1] += plays;
        sum[2]++;
      }
      lifetime.plays += played;
      lifetime.listeners += (people.active + people.casual) / (stay * monthDays);
      daily[day - profile.from] = Math.round(mainShare * played);
    }
  }
  const { spread, labels } = inject(profile, weeks, daily, incidents.anomalies);
  const segments = [...months].flatMap(([month, sums]) =>
    segmentNames.map((segment) => ({
      month,
      segment,
      audience: Math.round(sums[segment][0] / Math.max(1, sums[segment][2])),
      streams: Math.round(sums[segment][1]),
    }))
  );
  return { plays: { from: profile.from, daily }, segments, lifetime, spread, labels };
}

const segmentNames = ['active', 'casual'] as const;

const friday = 4;

/** What draws attention does so from Friday on, when records come out and shows are played; then it fades day by day. */
function attentionOn(d: number, before: Week, week: Week, after: Week): number {
  if (week.attention > before.attention && d < friday) return before.attention;
  return week.attention + (Math.min(after.attention, week.attention) - week.attention) * (d / 7);
}

type Sums = Record<SegmentName, [people: number, plays: number, days: number]>;

/** The month of the week's first day; a week is not cut in two. */
function monthly(months: Map<Day, Sums>, day: Day): Sums {
  const key = nextMonth(day, 0);
  let sums = months.get(key);
  if (!sums) months.set(key, (sums = { active: [0, 0, 0], casual: [0, 0, 0] }));
  return sums;
}

function inject(
  profile: Profile,
  weeks: readonly Week[],
  daily: Float64Array,
  anomalies: Fate['incidents']['anomalies']
): Pick<Listening, 'spread' | 'labels'> {
  const first = weeks[0]!.start;
  const range = (week: number) => {
    const start = first + 7 * week - profile.from;
    return [Math.max(0, start), Math.min(daily.length, start + 7)] as const;
  };
  const sums = weeks.map((_, week) => daily.subarray(...range(week)).reduce((sum, plays) => sum + plays, 0));
  const spread = weeklySpread(sums.slice(1, -1));
  const labels = disturb(anomalies, 'streams', { first, count: weeks.length, spread }, (week, factor) => {
    const [start, end] = range(week);
    for (let i = start; i < end; i++) daily[i] = Math.round(daily[i]! * factor);
  });
  return { spread, labels };
}

/** Plays from `start` up to but not including `end`, within what is there. */
export function playsBetween({ from, daily }: Plays, start: Day, end: Day): number {
  let sum = 0;
  for (let i = Math.max(0, start - from); i < Math.min(daily.length, end - from); i++) sum += daily[i]!;
  return sum;
}
