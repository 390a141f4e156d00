import type { Day } from './calendar.ts';
import { dayOf, ms, nextMonth, yearOf } from './calendar.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';
import type { Totals, TotalName } from './totals.ts';
import type { Goal } from './types.ts';
import { ofDay } from './versions.ts';

interface Aim {
  metric: TotalName;
  /** Adds up from the day it was set, or looks at the latest value. */
  adds: boolean;
  title(target: string, year: number): string;
}

const aims: Aim[] = [
  { metric: 'gigs', adds: true, title: (n, year) => `${n} shows in ${year}` },
  { metric: 'heads', adds: true, title: (n, year) => `Play to ${n} people in ${year}` },
  { metric: 'revenue', adds: true, title: (n, year) => `Earn ${n} in ${year}` },
  { metric: 'merch', adds: true, title: (n, year) => `Sell merch for ${n} in ${year}` },
  { metric: 'streams', adds: true, title: (n, year) => `${n} streams in ${year}` },
  { metric: 'followers', adds: false, title: (n) => `${n} followers` },
  { metric: 'listeners', adds: false, title: (n) => `${n} listeners a month` },
];

/** Two or three goals a year, set in January against the year before; this year's are open until they are reached. */
export function makeGoals(profile: Profile, totals: Totals): Goal[] {
  const random = profile.chance('goals');
  const goals: Goal[] = [];
  for (let year = yearOf(profile.from) + 1; year <= yearOf(profile.to); year++) {
    const allowed = aims.filter(({ metric }) => valueOf(totals, metric, year - 1) > 0);
    for (const aim of random.shuffle(allowed).slice(0, profile.flagship ? 3 : 2)) {
      const setOn = dayOf(year, 0, random.int(4, 24));
      if (setOn >= profile.to) continue;
      goals.push(...follow(profile, totals, aim, year, setOn, dayOf(year, 11, 31), random));
    }
  }
  return [...goals, ...ahead(profile, totals, random)];
}

/** Something that lies ahead, set this spring for next year. */
function ahead(profile: Profile, totals: Totals, random: Random): Goal[] {
  const setOn = profile.to - random.int(30, 120);
  if (totals.months.length < 8) return [];
  const deadline = nextMonth(profile.to, random.int(9, 15)) - 1;
  const wanted = profile.functions || random.chance(0.5) ? 'followers' : 'listeners';
  const aim = aims.find(({ metric }) => metric === wanted)!;
  const latest = totals[aim.metric].at(-1)!;
  const target = nice(latest * random.between(1.15, 1.45));
  return [open(aim, target, yearOf(deadline), setOn, deadline)];
}

function follow(
  profile: Profile,
  totals: Totals,
  aim: Aim,
  year: number,
  setOn: Day,
  deadline: Day,
  random: Random
): Goal[] {
  const target = nice(valueOf(totals, aim.metric, year - 1) * random.between(1.05, profile.flagship ? 1.9 : 1.5));
  const goal = open(aim, target, year, setOn, deadline);
  const reachedOn = reached(totals, aim, target, year, setOn);
  const endsOn = reachedOn ?? deadline;
  if (endsOn >= profile.to) return [goal];
  const at = ms(endsOn + 1);
  return [
    { ...goal, supersededAt: at },
    { ...goal, knownAt: at, status: reachedOn === null ? 'missed' : 'reached', reachedOn },
  ];
}

function open(aim: Aim, target: number, year: number, setOn: Day, deadline: Day): Goal {
  const goal = `${aim.metric}|${setOn}`;
  const title = aim.title(target.toLocaleString('en-US'), year);
  return {
    ...ofDay(goal, setOn, setOn),
    goal,
    title,
    metric: aim.metric,
    target,
    setOn,
    deadline,
    status: 'open',
    reachedOn: null,
  };
}

/** The end of the month in which the target was passed, null when that did not happen. */
function reached(totals: Totals, { metric, adds }: Aim, target: number, year: number, setOn: Day): Day | null {
  let sum = 0;
  for (const [i, month] of totals.months.entries()) {
    if (yearOf(month) !== year) continue;
    sum = adds ? sum + totals[metric][i]! : totals[metric][i]!;
    const last = nextMonth(month) - 1;
    if (sum >= target && last > setOn) return last;
  }
  return null;
}

function valueOf(totals: Totals, metric: TotalName, year: number): number {
  const values = totals.months.flatMap((month, i) => (yearOf(month) === year ? totals[metric][i]! : []));
  if (metric === 'followers' || metric === 'listeners') return values.at(-1) ?? 0;
  // A first year that is not whole is no measure.
  return values.length < 10 ? 0 : values.reduce((sum, value) => sum + value, 0);
}

/** Goals are round numbers. */
function nice(value: number): number {
  const unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1));
  return Math.max(1, Math.round(value / unit / (unit > 1 ? 5 : 1)) * unit * (unit > 1 ? 5 : 1) || unit * 5);
}
