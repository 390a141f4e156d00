import type { Day } from './calendar.ts';
import { monthOf, monthsBetween, nextMonth, weekday, yearOf } from './calendar.ts';
import { disturb, weeklySpread } from './disturb.ts';
import type { Fate, Week } from './following.ts';
import { growthAt, weeksPerMonth } from './following.ts';
import { shiftBy } from './incidents.ts';
import type { Plays } from './plays.ts';
import { mainShare, playsBetween } from './plays.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';
import type { AnomalyLabel } from './truth.ts';
import type { AudienceReading } from './types.ts';
import { ofDay, ofMonth, platforms } from './versions.ts';

const dailyYears = 2;

export interface Readings {
  readings: AudienceReading[];
  labels: AnomalyLabel[];
  /** Spread of the undisturbed weeks on the largest service. */
  spreads: { followers: number; listeners: number };
}

/** What the platforms' own pages say: daily plays of late, weekly ones before, listeners and followers by the week. */
export function makeReadings(profile: Profile, weeks: readonly Week[], plays: Plays, fate: Fate): Readings {
  const weekly = weeklyReadings(profile, weeks, fate);
  return {
    ...weekly,
    readings: [...playReadings(profile, plays), ...weekly.readings, ...monthlyReadings(profile, plays)],
  };
}

function reading(platform: string, metric: AudienceReading['metric'], on: Day, value: number): AudienceReading {
  return { ...ofDay(`${platform}|${metric}|${on}`, on, on + 2, platforms), platform, metric, value };
}

function playReadings(profile: Profile, plays: Plays): AudienceReading[] {
  const { from, to } = profile;
  const dailyFrom = Math.max(from, to - Math.round(dailyYears * 365.25));
  const readings: AudienceReading[] = [];
  let sum = 0;
  for (let day = from; day < to; day++) {
    sum += plays.daily[day - from]!;
    // A week that spans two months is read twice, so that months and weeks both add up.
    const ends = day >= dailyFrom - 1 || weekday(day) === 6 || monthOf(day) !== monthOf(day + 1);
    if (!ends) continue;
    readings.push(reading('spotify', 'streams', day, sum));
    sum = 0;
  }
  return readings;
}

function weeklyReadings(profile: Profile, weeks: readonly Week[], { incidents }: Fate): Readings {
  const random = profile.chance('followers');
  const [first] = weeks;
  const purged = shiftBy(incidents.changes, 'followers');
  const moved = shiftBy(incidents.changes, 'streams');
  let spotify = first!.base * random.between(0.2, 0.35);
  let instagram = 60 + first!.base * random.between(0.3, 0.6);
  const series = weeks.map((week) => {
    const excitement = week.attention - 1;
    spotify *= Math.exp(growth(profile, week, random) + 0.002 * Math.max(0, excitement));
    instagram *= Math.exp(0.7 * growth(profile, week, random) + 0.008 * Math.max(0, excitement));
    instagram += 0.03 * week.heads;
    return {
      listeners:
        mainShare * week.base * Math.pow(week.attention, 0.85) * Math.exp(moved(week.start)) * random.factor(0.02),
      followers: spotify * Math.exp(purged(week.start)),
      instagram,
      engagement:
        0.085 *
        Math.pow(instagram / 1000, -0.16) *
        (1 + 0.45 * Math.max(-0.5, Math.min(1.2, excitement))) *
        random.factor(0.11),
    };
  });
  const spreadOf = (metric: 'listeners' | 'engagement' | 'followers') =>
    weeklySpread(series.map((week) => week[metric]));
  const spreads = { followers: spreadOf('followers'), listeners: spreadOf('listeners') };
  const count = series.length;
  const labels = (['listeners', 'engagement'] as const).flatMap((metric) => {
    const spread = metric === 'listeners' ? spreads.listeners : spreadOf(metric);
    const multiply = (week: number, factor: number) => (series[week]![metric] *= factor);
    return disturb(incidents.anomalies, metric, { first: first!.start, count, spread }, multiply);
  });
  const readings = series.flatMap(({ listeners, followers, instagram: fans, engagement }, i) => {
    const on = weeks[i]!.start + 6;
    return [
      reading('spotify', 'listeners', on, Math.round(listeners)),
      reading('spotify', 'followers', on, Math.round(followers)),
      reading('instagram', 'followers', on, Math.round(fans)),
      reading('instagram', 'engagement', on, Math.round(Math.min(0.6, engagement) * 1e4) / 1e4),
    ];
  });
  return { readings, labels, spreads };
}

/** Log growth of followers in a week: as the audience's, and partly with its luck. */
function growth(profile: Profile, { established, luck }: Week, random: Random): number {
  const { drift, spread } = growthAt(profile, established);
  return drift / weeksPerMonth + (spread / Math.sqrt(weeksPerMonth)) * (0.6 * luck + 0.8 * random.normal());
}

function monthlyReadings(profile: Profile, plays: Plays): AudienceReading[] {
  const random = profile.chance('monthly readings');
  return monthsBetween(profile.from, profile.to).flatMap((month) => {
    const next = nextMonth(month);
    if (next > profile.to) return [];
    const streams = playsBetween(plays, month, next);
    const at = (platform: string, metric: AudienceReading['metric'], value: number): AudienceReading => ({
      ...ofMonth(`${platform}|${metric}|${yearOf(month)}-${monthOf(month) + 1}`, month, next + 3, platforms),
      platform,
      metric,
      value: Math.round(value),
    });
    return [
      at('youtube', 'views', streams * 0.3 * random.factor(0.2)),
      at('spotify', 'saves', streams * 0.021 * random.factor(0.12)),
      at('spotify', 'playlist_adds', streams * 0.009 * random.factor(0.16)),
    ];
  });
}
