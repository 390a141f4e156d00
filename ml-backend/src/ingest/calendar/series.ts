import { BadValue } from '../values/badValue.ts';
import type { CalendarEvent } from './event.ts';
import { expandRule, onClockOf } from './recurrence.ts';
import { dayOf } from './wallClock.ts';
import type { Wall } from './wallClock.ts';

/** One date of a calendar: what is said of it, when it is, and which occurrence of its series it is. */
export interface Occurrence {
  event: CalendarEvent;
  wall: Wall;
  /** When the occurrence was to be before it was moved; undefined for an event that is not repeated. */
  instance: Wall | undefined;
  /** The series leaves it out. */
  excluded: boolean;
}

export interface Series {
  /** Occurrences by the event that says what they are: the series itself, or what replaces some of it. */
  occurrences: Occurrence[];
  endless: boolean;
  cut: boolean;
  /** All of its dates are there up to this one. */
  until: Wall;
}

/**
 * All dates of an event and of what replaces some of them (RFC 5545, sections 3.8.4.4 and 3.8.5).
 * @param replacements events with the same UID and a RECURRENCE-ID
 * @returns what is wrong with the rule, where it has no date
 */
export function expandSeries(
  event: CalendarEvent,
  replacements: readonly CalendarEvent[],
  horizon: Wall
): Series | BadValue {
  const walls = new Set<Wall>(event.rules.length === 0 ? [event.start.wall] : []);
  let endless = false;
  let cut = false;
  let until = horizon;
  for (const rule of event.rules) {
    const found = expandRule(rule, event.start, horizon);
    if (found instanceof BadValue) return found;
    for (const wall of found.walls) walls.add(wall);
    endless ||= found.endless;
    cut ||= found.cut;
    if (found.cut) until = Math.min(until, found.walls.at(-1)!);
  }
  for (const added of event.added) walls.add(onClockOf(event.start, added));
  const occurrences = replacements.map((one) => replaced(one, event));
  const own = new Set(occurrences.map(({ instance }) => instance));
  const excluded = exclusions(event);
  const following = replacements
    .flatMap((one) => (one.replaces?.andFollowing ? [{ one, from: instanceOf(one, event) }] : []))
    .sort((a, b) => b.from - a.from);
  for (const instance of walls) {
    if (own.has(instance)) continue;
    const by = following.find(({ from }) => from <= instance);
    const wall = by ? instance + (by.one.start.wall - by.from) : instance;
    occurrences.push({ event: by ? by.one : event, wall, instance, excluded: excluded(instance) });
  }
  return { occurrences, endless, cut, until };
}

/** What replaces an occurrence, whether the series still has that or not. */
export const replaced = (one: CalendarEvent, event: CalendarEvent = one): Occurrence => ({
  event: one,
  wall: one.start.wall,
  instance: instanceOf(one, event),
  excluded: false,
});

function instanceOf({ replaces, start }: CalendarEvent, event: CalendarEvent): Wall {
  if (!replaces) return start.wall;
  const wall = onClockOf(event.start, replaces.when);
  // A day that replaces an occurrence at some time of it: the time is that of the series.
  return replaces.when.isDate && !event.start.isDate ? wall + (event.start.wall % 86_400_000) : wall;
}

function exclusions({ start, excluded }: CalendarEvent): (instance: Wall) => boolean {
  const walls = new Set(excluded.filter(({ isDate }) => !isDate || start.isDate).map((one) => onClockOf(start, one)));
  const days = new Set(excluded.filter(({ isDate }) => isDate).map(({ wall }) => dayOf(wall)));
  return (instance) => walls.has(instance) || (days.size > 0 && days.has(dayOf(instance)));
}
