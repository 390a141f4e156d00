import type { Day } from './calendar.ts';
import { monthOf, monthsBetween, nextMonth, weekday, yearOf } from './calendar.ts';
import type { Week } from './following.ts';
import type { Profile } from './profile.ts';
import type { AudienceReading } from './types.ts';
import { ofDay, ofMonth, platforms } from './versions.ts';

/** Plays a day on the largest service, from `from` on. */
export interface Plays {
  from: Day;
  daily: Float64Array;
}

const weekShape = [0.97, 0.98, 0.99, 1.01, 1.08, 1.02, 0.95];
const monthShape = [1.03, 1.01, 1, 1, 0.99, 1, 0.98, 0.98, 1.02, 1.03, 1.02, 0.94];
const mainShare = 0.6;

export function makePlays(profile: Profile, weeks: readonly Week[]): Plays {
  const random = profile.chance('plays');
  const perMonth = 3.6 + 3.4 * profile.loyalty;
  const daily = new Float64Array(profile.to - profile.from);
  let echo = 0;
  for (const [i, week] of weeks.entries()) {
    const next = weeks[i + 1] ?? week;
    for (let d = 0; d < 7; d++) {
      const day = week.start + d;
      if (day < profile.from || day >= profile.to) continue;
      const listeners = week.base * week.attention * (1 - d / 7) + next.base * next.attention * (d / 7);
      echo = 0.8 * echo + random.normal(0, 0.035);
      const expected = ((mainShare * listeners * perMonth) / 30.4) * weekShape[d]! * monthShape[monthOf(day)]!;
      daily[day - profile.from] = Math.round(expected * Math.exp(echo + random.normal(0, 0.03)));
    }
  }
  return { from: profile.from, daily };
}

/** Plays from `start` up to but not including `end`, within what is there. */
export function playsBetween({ from, daily }: Plays, start: Day, end: Day): number {
  let sum = 0;
  for (let i = Math.max(0, start - from); i < Math.min(daily.length, end - from); i++) sum += daily[i]!;
  return sum;
}

const dailyYears = 2;

/** What the platforms' own pages say: daily plays of late, weekly ones before, listeners and followers by the week. */
export function makeReadings(profile: Profile, weeks: readonly Week[], plays: Plays): AudienceReading[] {
  return [...playReadings(profile, plays), ...weeklyReadings(profile, weeks), ...monthlyReadings(profile, plays)];
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

function weeklyReadings(profile: Profile, weeks: readonly Week[]): AudienceReading[] {
  const random = profile.chance('followers');
  const first = weeks[0]!;
  let spotify = first.base * random.between(0.2, 0.35);
  let instagram = 60 + first.base * random.between(0.3, 0.6);
  return weeks.flatMap((week, i) => {
    const previous = weeks[i - 1] ?? week;
    const growth = Math.log(week.base / previous.base);
    const excitement = week.attention - 1;
    spotify *= 1 + Math.max(-0.001, 0.7 * growth + 0.006 * excitement + random.normal(0.0008, 0.0012));
    instagram *= 1 + Math.max(-0.002, 0.6 * growth + 0.008 * excitement + random.normal(0.0008, 0.002));
    instagram += 0.03 * week.heads;
    const engagement =
      0.085 *
      Math.pow(instagram / 1000, -0.16) *
      (1 + 0.45 * Math.max(-0.5, Math.min(1.2, excitement))) *
      random.factor(0.11);
    const on = week.start + 6;
    return [
      reading(
        'spotify',
        'listeners',
        on,
        Math.round(mainShare * week.base * Math.pow(week.attention, 0.85) * random.factor(0.02))
      ),
      reading('spotify', 'followers', on, Math.round(spotify)),
      reading('instagram', 'followers', on, Math.round(instagram)),
      reading('instagram', 'engagement', on, Math.round(Math.min(0.6, engagement) * 1e4) / 1e4),
    ];
  });
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
