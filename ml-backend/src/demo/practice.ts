import type { Day } from './calendar.ts';
import { weekday } from './calendar.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';
import type { Member, PracticeSession, Shock } from './types.ts';
import { ofDay } from './versions.ts';

const focuses = ['technique', 'new songs', 'repertoire', 'improvisation', 'ear training', 'stage moves', 'recording'];
/** Hours of a day with practice: share of days in each band. */
const bands: Array<[share: number, low: number, high: number]> = [
  [0.23, 20, 60],
  [0.31, 60, 120],
  [0.2, 120, 180],
  [0.17, 180, 240],
  [0.09, 240, 330],
];
/** Monday first; the weekend belongs to shows. */
const habit = [0.58, 0.62, 0.6, 0.55, 0.35, 0.3, 0.42];

/** Who of a band keeps a log. */
export const loggers = ({ members, index, flagship }: Profile): Member[] =>
  members.slice(0, flagship || (members.length > 2 && index % 3 === 0) ? 2 : 1);

/** Practice days of those who keep a log; few on show days, none in illness, a pause now and then. */
export function makePractice(
  profile: Profile,
  showDays: ReadonlySet<Day>,
  shocks: readonly Shock[]
): PracticeSession[] {
  return loggers(profile).flatMap((member, i) => {
    const random = profile.chance(`practice ${i}`);
    const zeal = random.between(0.55, 1.15);
    const sessions: PracticeSession[] = [];
    let pauseUntil = 0;
    for (let day = Math.max(profile.from, member.joinedOn); day < profile.to; day++) {
      if (random.chance(0.0018)) pauseUntil = day + random.int(9, 30);
      const ill = shocks.some(({ kind, start, end }) => kind === 'illness' && day >= start && day <= end);
      if (ill || day < pauseUntil || !random.chance(habit[weekday(day)]! * zeal * (showDays.has(day) ? 0.25 : 1)))
        continue;
      sessions.push(session(member, day, random));
    }
    return sessions;
  });
}

function session(member: Member, day: Day, random: Random): PracticeSession {
  const [, low, high] = random.weighted(bands, ([share]) => share);
  return {
    ...ofDay(`${member.slug}|${day}`, day, day + 1),
    member: member.slug,
    minutes: Math.round(random.between(low, high) / 5) * 5,
    focus: random.pick(focuses),
    quality: Math.round(Math.min(10, Math.max(1, random.normal(6.6, 1.3))) * 2) / 2,
  };
}
