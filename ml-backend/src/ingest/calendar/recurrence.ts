import ICAL from 'ical.js';
import { BadValue, shorten } from '../values/badValue.ts';
import type { When } from './event.ts';
import { stopAfter } from './watchdog.ts';
import { instantOf, utc } from './wallClock.ts';
import type { Wall } from './wallClock.ts';

export interface Occurrences {
  walls: Wall[];
  /** The rule goes on for ever, or beyond the horizon. */
  endless: boolean;
  /** There are more before the horizon than are taken. */
  cut: boolean;
}

/** Most occurrences of one series: five and a half years of every night. */
export const mostOccurrences = 2_000;
const stepMs = 500;
const datesAStep = 20;
const frequencies = new Set(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']);
const longestInterval = 1_000;

/**
 * Occurrences of a rule (RFC 5545, section 3.3.10) from the start of its event up to the horizon, on the clock of the
 * event, so that a show at eight stays at eight in summer and winter. Rules that have no occurrence, which cannot be
 * told from the rule, are stopped.
 */
export function expandRule(text: string, start: When, horizon: Wall): Occurrences | BadValue {
  const rule = parseRule(text);
  if (rule instanceof BadValue) return rule;
  const endless = !rule.until && !rule.count;
  if (rule.until) rule.until = floating(untilOn(rule.until, start), start.isDate);
  try {
    const found = iterate(rule, start, horizon);
    return found && found.walls.length > 0 ? { ...found, endless } : badRule(text, 'no date fits it');
  } catch (error) {
    // ical.js throws plain errors for parts that contradict each other.
    return badRule(text, error instanceof Error ? error.message.toLowerCase() : 'it contradicts itself');
  }
}

/** @returns undefined when looking for the next dates took too long to be ever done */
function iterate(rule: ICAL.Recur, start: When, horizon: Wall): Pick<Occurrences, 'walls' | 'cut'> | undefined {
  const walls: Wall[] = [];
  // ical.js turns the 31st of February into the 3rd of March.
  const months = rule.parts.BYMONTH;
  const iterator = stopAfter(stepMs, () => rule.iterator(floating(start.wall, start.isDate)));
  const step = (): boolean => {
    for (let i = 0; i < datesAStep; i++) {
      const next = iterator!.next();
      if (!next || wallOf(next) > horizon || walls.length > mostOccurrences) return true;
      if (!months || months.includes(next.month)) walls.push(wallOf(next));
    }
    return false;
  };
  // A limit for each step and not for all: a busy machine takes its time for a long series too.
  for (let done = !iterator; !done; ) {
    const ended = stopAfter(stepMs, step);
    if (ended === undefined) return undefined;
    done = ended;
  }
  const cut = walls.length > mostOccurrences;
  return { walls: cut ? walls.slice(0, mostOccurrences) : walls, cut };
}

function parseRule(text: string): ICAL.Recur | BadValue {
  let rule: ICAL.Recur;
  try {
    rule = ICAL.Recur.fromString(text);
  } catch (error) {
    return badRule(text, error instanceof Error ? error.message.toLowerCase() : 'it cannot be read');
  }
  if (!frequencies.has(rule.freq)) return badRule(text, 'a show is repeated by the day, week, month or year');
  if (rule.interval > longestInterval) return badRule(text, `its interval is longer than ${longestInterval}`);
  return rule;
}

const badRule = (text: string, why: string): BadValue =>
  new BadValue('IMPORT_BAD_RULE', `"${shorten(text, 80)}" is no rule to repeat by: ${shorten(why, 120)}`);

/** The end of a rule on the clock of its event; a day includes all of its times. */
function untilOn(until: ICAL.Time, start: When): Wall {
  const wall = wallOf(until);
  if (until.isDate) return start.isDate ? wall : wall + 86_399_000;
  return until.zone === ICAL.Timezone.utcTimezone && start.zone ? start.zone(wall) : wall;
}

/** Another time of a calendar, as the clock of the event shows it. */
export function onClockOf({ zone }: When, other: When): Wall {
  if (other.isDate || !zone || !other.zone || other.zone === zone) return other.wall;
  return zone(other.zone === utc ? other.wall : instantOf(other.wall, other.zone));
}

function floating(wall: Wall, isDate: boolean): ICAL.Time {
  const date = new Date(wall);
  const fields = {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: isDate ? 0 : date.getUTCHours(),
    minute: isDate ? 0 : date.getUTCMinutes(),
    second: isDate ? 0 : date.getUTCSeconds(),
    isDate,
  };
  return new ICAL.Time(fields, ICAL.Timezone.localTimezone);
}

const wallOf = ({ year, month, day, hour, minute, second }: ICAL.Time): Wall =>
  Date.UTC(year, month - 1, day, hour, minute, second);
