import type { Day } from './calendar.ts';
import { dayMs, weekday } from './calendar.ts';
import { deviation } from './disturb.ts';
import type { Incidents } from './incidents.ts';
import { shiftBy } from './incidents.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';
import { normalShare, quantileOf } from './random.ts';
import type { AnomalyLabel } from './truth.ts';
import type { Member, PracticeSession, Shock } from './types.ts';
import { ofDay } from './versions.ts';

const focuses = ['technique', 'new songs', 'repertoire', 'improvisation', 'ear training', 'stage moves', 'recording'];
/** Minutes of a day with practice: under an hour on 23 days of 100, up to two on 31, three on 20, four on 17, more on 9. */
const minutesOfDay = [
  [0, 15],
  [0.23, 60],
  [0.54, 120],
  [0.74, 180],
  [0.91, 240],
  [1, 380],
] as const;
/** Share of the days with practice, Monday first; the weekend belongs to shows. */
const habit = [0.99, 0.99, 0.99, 0.98, 0.95, 0.92, 0.95];
const onShowDays = 0.8;
/** How much a player's own zeal decides, against the day's mood. */
const zealWeight = 0.45;

/** Students practise 25 hours a week where professionals practise 14. */
export const studentFactor = 25 / 14;
const studyYears = 3;
const longestDay = 600;

/** Who of a band keeps a log. */
export const loggers = ({ members, index, flagship }: Profile): Member[] =>
  members.slice(0, flagship || (members.length > 2 && index % 3 === 0) ? 2 : 1);

/** First day of the log: most begin it some years into the career. */
export const logBegins = (profile: Profile): Day =>
  profile.flagship
    ? profile.from
    : Math.max(profile.from, profile.to - Math.round(365.25 * profile.chance('log').between(2.5, 5)));

/** First day after the studies; the first day of the career for who does not study. */
export const graduation = ({ startedOn, traits }: Profile): Day =>
  startedOn + (traits.student ? Math.round(studyYears * 365.25) : 0);

interface Pause {
  start: Day;
  end: Day;
  cause: string;
}

export interface Practice {
  sessions: PracticeSession[];
  labels: AnomalyLabel[];
}

/** Practice days of those who keep a log; fewer on show days, none in illness, a pause now and then. */
export function makePractice(
  profile: Profile,
  showDays: ReadonlySet<Day>,
  shocks: readonly Shock[],
  { changes }: Incidents
): Practice {
  const ills = shocks.filter(({ kind }) => kind === 'illness');
  const moved = shiftBy(changes, 'practice_minutes');
  const studiesUntil = graduation(profile);
  const begins = logBegins(profile);
  const zeal = zealWeight * profile.traits.zeal;
  const mood = Math.sqrt(1 - zealWeight ** 2);
  const logs = loggers(profile).map((member, i) => {
    const random = profile.chance(`practice ${i}`);
    const sessions: PracticeSession[] = [];
    const pauses: Pause[] = ills.map(({ start, end, title: cause }) => ({ start, end, cause }));
    let pausedUntil = 0;
    for (let day = Math.max(begins, member.joinedOn); day < profile.to; day++) {
      if (random.chance(0.0012 * profile.incidents)) {
        pausedUntil = day + random.int(9, 30);
        pauses.push({ start: day, end: pausedUntil - 1, cause: 'A pause' });
      }
      const ill = ills.some(({ start, end }) => day >= start && day <= end);
      if (ill || day < pausedUntil || !random.chance(habit[weekday(day)]! * (showDays.has(day) ? onShowDays : 1)))
        continue;
      const usual = quantileOf(minutesOfDay, normalShare(zeal + mood * random.normal()));
      const factor = Math.exp(moved(day)) * (day < studiesUntil ? studentFactor : 1);
      sessions.push(session(member, day, Math.min(longestDay, usual * factor), random));
    }
    return { sessions, pauses };
  });
  return { sessions: logs.flatMap(({ sessions }) => sessions), labels: pauseLabels(begins, profile.to, logs) };
}

function session(member: Member, day: Day, minutes: number, random: Random): PracticeSession {
  return {
    ...ofDay(`${member.slug}|${day}`, day, day + 1),
    member: member.slug,
    minutes: Math.max(5, Math.floor(minutes / 5) * 5),
    focus: random.pick(focuses),
    quality: Math.round(Math.min(10, Math.max(1, random.normal(6.6, 1.3))) * 2) / 2,
  };
}

/** Whole weeks without a member's practice, against the spread of the weeks in which all practised. */
function pauseLabels(
  from: Day,
  to: Day,
  logs: ReadonlyArray<{ sessions: PracticeSession[]; pauses: Pause[] }>
): AnomalyLabel[] {
  const first = from - weekday(from) + 7;
  const count = Math.floor((to - first) / 7);
  const weekOf = (day: Day) => Math.floor((day - first) / 7);
  const quiet = Array.from({ length: Math.max(0, count) }, () => true);
  const all = logs.map(({ sessions, pauses }) => {
    for (const { start, end } of pauses)
      for (let week = weekOf(start); week <= weekOf(end); week++) if (week in quiet) quiet[week] = false;
    const minutes = new Array<number>(Math.max(0, count)).fill(0);
    for (const { occurredAt, minutes: more } of sessions) {
      const week = weekOf(occurredAt / dayMs);
      if (week in minutes) minutes[week]! += more;
    }
    return minutes;
  });
  const usual = all.map((minutes) => minutes.filter((_, week) => quiet[week]));
  if ((usual[0]?.length ?? 0) < 8) return [];
  const spread = deviation(usual[0]!.map((_, week) => usual.reduce((sum, minutes) => sum + minutes[week]!, 0)));
  return logs.flatMap(({ pauses }, who) => {
    const mean = usual[who]!.reduce((sum, minutes) => sum + minutes, 0) / usual[who]!.length;
    return pauses.flatMap(({ start, end, cause }) => {
      const monday = start + ((7 - weekday(start)) % 7);
      const sunday = end - ((weekday(end) + 1) % 7);
      if (sunday < monday || monday < first || sunday >= to) return [];
      const where = { metric: 'practice_minutes', start: monday, end: sunday, grain: 'week', cause } as const;
      return [{ ...where, direction: 'drop' as const, sigmas: -mean / spread, logFactor: null }];
    });
  });
}
