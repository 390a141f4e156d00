import ICAL from 'ical.js';
import { textFault } from '../read/text.ts';
import { BadValue, shorten } from '../values/badValue.ts';
import { calendarDay } from '../values/date.ts';
import type { RawComponent } from './components.ts';
import { utc } from './wallClock.ts';
import type { Wall, Zone } from './wallClock.ts';
import type { NamedZone, Zones } from './zones.ts';

/** A date or a time as an event states it. */
export interface When {
  wall: Wall;
  /** A whole day. */
  isDate: boolean;
  /** undefined: wherever one is (a floating time, a day, or a zone that nothing explains). */
  zone: Zone | undefined;
  /** Name of the zone in the IANA database. */
  zoneName: string | undefined;
}

/** A VEVENT as far as it says something about a show. */
export interface CalendarEvent {
  line: number;
  uid: string;
  summary: string | undefined;
  location: string | undefined;
  status: string | undefined;
  /** How often the event was revised, when it was last changed and when this was written, as far as it says so. */
  version: readonly [sequence: number, modified: string, written: string];
  start: When;
  rules: string[];
  added: When[];
  excluded: When[];
  /** Set where the event replaces one occurrence of a series. */
  replaces: { when: When; andFollowing: boolean } | undefined;
}

interface Property {
  name: string;
  params: Record<string, unknown>;
  /** Decoded, of a property with one text. */
  text: string | undefined;
  /** As it stands in the file. */
  raw: string;
}

/** Reads an event. @returns what is wrong with it, with the key of the property, where it cannot be used */
export function readEvent(raw: RawComponent, zones: Zones): CalendarEvent | BadEvent {
  const spoilt = textFault(raw.lines.join(''));
  const unreadable = raw.fault ?? spoilt?.replace('the row', 'it');
  if (unreadable) return bad('event', '', 'IMPORT_BAD_EVENT', `the event cannot be read: ${unreadable}`);
  const properties = new Map<string, Property[]>();
  const rules: string[] = [];
  for (const line of raw.lines) {
    const property = parseLine(line);
    if (!property) return bad('event', shorten(line), 'IMPORT_BAD_EVENT', `"${shorten(line, 60)}" is no property`);
    if (property.name === 'rrule') rules.push(property.raw);
    properties.set(property.name, [...(properties.get(property.name) ?? []), property]);
  }
  const text = (name: string) => properties.get(name)?.[0]?.text;
  const uid = text('uid');
  if (!uid)
    return bad('uid', '', 'IMPORT_MISSING_VALUE', 'an event needs a UID, by which a later export finds it again');
  const whens = (name: string, key: string) => (properties.get(name) ?? []).map((one) => readWhens(one, key, zones));
  const [start, replaced, added, excluded] = [
    whens('dtstart', 'start')[0] ?? bad('start', '', 'IMPORT_MISSING_VALUE', 'an event needs a start'),
    whens('recurrence-id', 'instance')[0],
    whens('rdate', 'added'),
    whens('exdate', 'excluded'),
  ];
  const fault = [start, replaced, ...added, ...excluded].find((one) => one instanceof BadEvent);
  if (fault) return fault;
  const listed = (all: Array<When[] | BadEvent>) => all.flatMap((one) => (one instanceof BadEvent ? [] : one));
  const range = properties.get('recurrence-id')?.[0]?.params.range;
  const [when] = replaced && !(replaced instanceof BadEvent) ? replaced : [];
  return {
    line: raw.line,
    uid,
    summary: text('summary'),
    location: text('location'),
    status: text('status')?.toUpperCase(),
    version: [
      Number(properties.get('sequence')?.[0]?.raw) || 0,
      properties.get('last-modified')?.[0]?.raw ?? '',
      properties.get('dtstamp')?.[0]?.raw ?? '',
    ],
    start: (start as When[])[0]!,
    rules,
    added: listed(added),
    excluded: listed(excluded),
    replaces: when && { when, andFollowing: String(range).toUpperCase() === 'THISANDFUTURE' },
  };
}

/** What is wrong with an event, and in which property. */
export class BadEvent {
  readonly column: string;
  readonly value: string;
  readonly fault: BadValue;
  constructor(column: string, value: string, fault: BadValue) {
    this.column = column;
    this.value = value;
    this.fault = fault;
  }
}

const bad = (column: string, value: string, code: string, reason: string): BadEvent =>
  new BadEvent(column, value, new BadValue(code, reason, column));

function parseLine(line: string): Property | undefined {
  // Parameters may hold colons in quotes; the values of dates and rules have none.
  const raw = line.slice(line.lastIndexOf(':') + 1).trim();
  try {
    const [name, params, , value] = ICAL.parse.property(line) as unknown as [
      string,
      Property['params'],
      string,
      unknown,
    ];
    return { name, params, raw, text: typeof value === 'string' ? value.trim() || undefined : undefined };
  } catch {
    // A rule that is wrong is named by its own reader.
    return /^RRULE[;:]/i.test(line) ? { name: 'rrule', params: {}, raw, text: undefined } : undefined;
  }
}

const stamp = /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})(Z?))?$/;

function readWhens({ params, raw }: Property, key: string, zones: Zones): When[] | BadEvent {
  const id = typeof params.tzid === 'string' ? params.tzid : undefined;
  const named = id ? zones.find(id) : undefined;
  const whens: When[] = [];
  for (const text of raw.split(',')) {
    // A period is its start and its end or length.
    const when = readWhen(text.replace(/\/.*/, '').trim(), named);
    if (!when)
      return bad(key, text, 'IMPORT_BAD_DATE', `"${shorten(text)}" is not a date; write it as 20240131T183000`);
    whens.push(when);
  }
  return whens;
}

function readWhen(text: string, named: NamedZone | undefined): When | undefined {
  const match = stamp.exec(text);
  const [, year, month, day, hour, minute, second, z] = match ?? [];
  const date = match && calendarDay(Number(year), Number(month), Number(day));
  if (!date || Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 60) return undefined;
  const wall = Date.parse(`${date}T${hour ?? '00'}:${minute ?? '00'}:${second === '60' ? '59' : (second ?? '00')}Z`);
  if (hour === undefined) return { wall, isDate: true, zone: undefined, zoneName: undefined };
  if (z) return { wall, isDate: false, zone: utc, zoneName: undefined };
  return { wall, isDate: false, zone: named?.zone, zoneName: named?.name };
}
