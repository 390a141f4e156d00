import type { Day } from './calendar.ts';
import { weekday } from './calendar.ts';
import type { AnomalyHabit, ChangeHabit } from './incidentHabits.ts';
import { anomalyHabits, changeHabits } from './incidentHabits.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';

export type ChangedMetric =
  | 'streams'
  | 'listeners'
  | 'heads'
  | 'merch'
  | 'ticket_price'
  | 'followers'
  | 'practice_minutes';
export type DisturbedMetric = 'streams' | 'listeners' | 'engagement' | 'merch';

/** A level or a slope that is another one from a day on. */
export interface PlannedChange {
  metric: ChangedMetric;
  kind: 'level' | 'slope';
  day: Day;
  /** First day after a slope; a level stays. */
  until: Day | null;
  /** Log of the factor for a level, log a week for a slope. */
  size: number;
  cause: string;
}

/** A disturbance that is over after a week, or after a show. */
export interface PlannedAnomaly {
  metric: DisturbedMetric;
  start: Day;
  end: Day;
  /** In standard deviations of the undisturbed series; below zero for a drop. */
  sigmas: number;
  cause: string;
}

export interface Incidents {
  changes: PlannedChange[];
  anomalies: PlannedAnomaly[];
}

/** What will be injected into a career, each kind at its own pace, far enough from its neighbours to be told apart. */
export function planIncidents(profile: Profile): Incidents {
  if (profile.incidents === 0) return { changes: [], anomalies: [] };
  const random = profile.chance('incidents');
  const taken = new Map<string, Day[]>();
  const changes = changeHabits.flatMap((habit) => {
    if ((profile.functions && habit.metric !== 'practice_minutes') || profile.flagship) return [];
    return daysOf(profile, habit.perYear, taken, habit.metric, random).map((day) => change(habit, day, random));
  });
  const anomalies = anomalyHabits.flatMap((habit) =>
    daysOf(profile, habit.perYear, taken, habit.metric, random).map((day) => anomaly(habit, day, random))
  );
  return { changes, anomalies };
}

const quietStart = 180;
const apart = 150;

function daysOf(
  { from, to, incidents }: Profile,
  perYear: number,
  taken: Map<string, Day[]>,
  metric: string,
  random: Random
): Day[] {
  const others = taken.get(metric) ?? [];
  taken.set(metric, others);
  const days: Day[] = [];
  const gap = 365.25 / (perYear * incidents);
  for (let at = from + quietStart; (at += -Math.log(1 - random.next()) * gap) < to - 21; ) {
    const day = Math.round(at) - weekday(Math.round(at));
    if (others.some((other) => Math.abs(other - day) < apart)) continue;
    others.push(day);
    days.push(day);
  }
  return days;
}

const slopeDays = 364;

function change({ metric, kind, size, up, down, upwards }: ChangeHabit, day: Day, random: Random): PlannedChange {
  const rises = random.chance(upwards);
  const until = kind === 'slope' ? day + slopeDays : null;
  return { metric, kind, day, until, size: (rises ? 1 : -1) * random.between(...size), cause: rises ? up : down };
}

function anomaly({ metric, up, down, upwards }: AnomalyHabit, start: Day, random: Random): PlannedAnomaly {
  const rises = random.chance(upwards);
  const size = Math.min(10, 3 - 2 * Math.log(1 - random.next()));
  return { metric, start, end: start + 6, sigmas: rises ? size : -size, cause: random.pick(rises ? up : down) };
}

/** Log of the factor by which the changes of a metric have moved it by a day. */
export function shiftBy(changes: readonly PlannedChange[], metric: ChangedMetric): (day: Day) => number {
  const own = changes.filter((one) => one.metric === metric);
  return (day) => {
    let shift = 0;
    for (const { kind, day: start, until, size } of own) {
      if (day < start) continue;
      shift += kind === 'level' ? size : (size * (Math.min(day, until!) - start)) / 7;
    }
    return shift;
  };
}
