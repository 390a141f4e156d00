import { dateTimeForTimeZone } from '@grafana/data';
import { type TimeZone } from '@grafana/schema';

export type Unit = 'year' | 'quarter' | 'month' | 'week' | 'day' | 'hour' | 'minute' | 'second';

/** A step of the calendar, e.g. five years; steps of one unit are aligned to multiples. */
export interface Step {
  unit: Unit;
  n: number;
}

/** Rough length of one unit in milliseconds, for choosing a step; never for adding. */
export const ROUGH: Record<Unit, number> = {
  second: 1e3,
  minute: 6e4,
  hour: 36e5,
  day: 864e5,
  week: 7 * 864e5,
  month: 30.44 * 864e5,
  quarter: 91.31 * 864e5,
  year: 365.25 * 864e5,
};

const moment = (unit: Unit) => (unit === 'week' ? 'isoWeek' : unit);

function aligned(time: number, step: Step, zone: TimeZone): ReturnType<typeof dateTimeForTimeZone> {
  const start = dateTimeForTimeZone(zone, time).startOf(moment(step.unit));
  const back: Partial<Record<Unit, number>> = {
    year: Number(start.format('YYYY')) % step.n,
    month: (Number(start.format('M')) - 1) % step.n,
    hour: Number(start.format('H')) % step.n,
    minute: Number(start.format('m')) % step.n,
    second: Number(start.format('s')) % step.n,
  };
  return start.subtract(back[step.unit] ?? 0, step.unit);
}

/**
 * Starts of the calendar's steps in a time zone, ascending, from the one at or before `from` to the first after `to`.
 * Days and longer follow the calendar, so a day may have 23 or 25 hours; hours follow the wall clock.
 */
export function boundaries(from: number, to: number, step: Step, zone: TimeZone): readonly number[] {
  const key = `${from} ${to} ${step.n} ${step.unit} ${zone}`;
  let found = recent.get(key);
  if (!found) {
    recent.clear();
    found = walk(from, to, step, zone);
    recent.set(key, found);
  }
  return found;
}

/** The last answer: lanes of one chart ask for the same columns one after the other. */
const recent = new Map<string, readonly number[]>();

function walk(from: number, to: number, step: Step, zone: TimeZone): number[] {
  const out: number[] = [];
  let at = aligned(from, step, zone);
  for (let i = 0; i < 5000; i++) {
    const time = at.valueOf();
    if (out.length === 0 || time > out[out.length - 1]) {
      out.push(time);
    }
    if (time > to) {
      break;
    }
    at = dateTimeForTimeZone(zone, time).add(step.n, step.unit);
    if (step.unit === 'hour' && step.n > 1) {
      at = aligned(at.valueOf() + (step.n / 2) * ROUGH.hour, step, zone);
    }
  }
  return out;
}

/**
 * Moves midnight UTC to midnight of the same calendar day in the zone, for columns that hold dates without a clock.
 * Offsets are remembered by month where both its ends agree, since a career has thousands of dates.
 */
export function localMidnight(zone: TimeZone): (time: number) => number {
  if (zone === 'utc') {
    return (time) => time;
  }
  const offset = (time: number) => dateTimeForTimeZone(zone, time).utcOffset() * 6e4;
  const months = new Map<number, number>();
  return (time) => {
    const month = Math.floor(time / ROUGH.month);
    let known = months.get(month);
    if (known === undefined) {
      const first = offset(month * ROUGH.month - ROUGH.day);
      known = first === offset((month + 1) * ROUGH.month + ROUGH.day) ? first : NaN;
      months.set(month, known);
    }
    const guess = time - (Number.isNaN(known) ? offset(time) : known);
    return Number.isNaN(known) ? time - offset(guess) : guess;
  };
}
