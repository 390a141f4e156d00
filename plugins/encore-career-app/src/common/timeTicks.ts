import { dateTimeForTimeZone } from '@grafana/data';
import { type TimeZone } from '@grafana/schema';

import { type DateStyle, writeDate } from './dates';

export interface TimeTick {
  /** epoch milliseconds */
  time: number;
  label: string;
  /** begins a larger unit: a year among months, a day among hours */
  major: boolean;
}

type Unit = 'year' | 'month' | 'day' | 'hour' | 'minute';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const LENGTH: Record<Unit, number> = {
  minute: MINUTE,
  hour: 60 * MINUTE,
  day: DAY,
  month: 30.44 * DAY,
  year: 365.25 * DAY,
};

const STEPS: Array<[Unit, number]> = [
  ...[1, 5, 15, 30].map((n): [Unit, number] => ['minute', n]),
  ...[1, 3, 6, 12].map((n): [Unit, number] => ['hour', n]),
  ...[1, 2, 7, 14].map((n): [Unit, number] => ['day', n]),
  ...[1, 3, 6].map((n): [Unit, number] => ['month', n]),
  ...[1, 2, 5, 10, 20, 50, 100].map((n): [Unit, number] => ['year', n]),
];

const LABEL: Record<Unit, { minor: DateStyle; major: DateStyle }> = {
  minute: { minor: 'clock', major: 'dayMonth' },
  hour: { minor: 'clock', major: 'dayMonth' },
  day: { minor: 'dayMonth', major: 'day' },
  month: { minor: 'monthOnly', major: 'month' },
  year: { minor: 'year', major: 'year' },
};

/**
 * Calendar ticks of a time axis: round dates in the zone, at least `gap` pixels apart.
 * The first tick of a larger unit, and the first tick of all, also name that unit ("Jan 2027").
 * @param from epoch milliseconds at the left end
 * @param to   epoch milliseconds at the right end
 * @param width pixels between both ends
 * @param finest the data's own step in milliseconds; no tick is finer
 */
export function timeTicks(
  from: number,
  to: number,
  width: number,
  timeZone: TimeZone,
  { gap = 72, finest = 0 }: { gap?: number; finest?: number } = {}
): TimeTick[] {
  if (!(to > from) || width <= 0) {
    return [];
  }
  const wanted = Math.max(((to - from) * gap) / width, finest * 0.9);
  const [unit, count] = STEPS.find(([u, n]) => LENGTH[u] * n >= wanted) ?? STEPS[STEPS.length - 1];
  const ticks: TimeTick[] = [];
  for (let at = firstTick(from, unit, count, timeZone); at.valueOf() <= to; step(at, unit, count)) {
    const time = at.valueOf();
    if (time >= from) {
      const major = beginsLarger(at, unit);
      const named = major || ticks.length === 0;
      ticks.push({ time, major, label: writeDate(time, LABEL[unit][named ? 'major' : 'minor'], timeZone) });
    }
  }
  return ticks;
}

type Moment = ReturnType<typeof dateTimeForTimeZone>;

function firstTick(from: number, unit: Unit, count: number, timeZone: TimeZone): Moment {
  const at = dateTimeForTimeZone(timeZone, from).startOf(unit);
  const { year, month, day, hour, minute } = fields(at);
  const back = {
    year: year % count,
    month: month % count,
    day: (day - 1) % count,
    hour: hour % count,
    minute: minute % count,
  };
  return at.subtract(back[unit], unit);
}

/** Steps on; days restart with each month so that 1 and 15 stay where readers look for them. */
function step(at: Moment, unit: Unit, count: number) {
  const month = fields(at).month;
  at.add(count, unit);
  if (unit === 'day' && count > 1 && (fields(at).month !== month || daysLeft(at) < count / 2)) {
    at.startOf('month');
    if (fields(at).month === month) {
      at.add(1, 'month');
    }
  }
}

function fields(at: Moment) {
  const [year, month, day, hour, minute] = at.format('YYYY-M-D-H-m').split('-').map(Number);
  return { year, month: month - 1, day, hour, minute };
}

function daysLeft(at: Moment) {
  const { year, month, day } = fields(at);
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate() - day;
}

function beginsLarger(at: Moment, unit: Unit) {
  const { month, day, hour, minute } = fields(at);
  return {
    year: true,
    month: month === 0,
    day: month === 0 && day === 1,
    hour: hour === 0,
    minute: hour === 0 && minute === 0,
  }[unit];
}
