import { setImmediate } from 'node:timers/promises';
import { badRequest } from '../../errors.ts';
import type { FactTarget } from '../../store/factTarget.ts';
import { calendarTarget } from '../../store/incomingCalendar.ts';
import { readComponents } from '../calendar/components.ts';
import type { RawComponent } from '../calendar/components.ts';
import { BadEvent, readEvent } from '../calendar/event.ts';
import type { CalendarEvent } from '../calendar/event.ts';
import { mostOccurrences } from '../calendar/recurrence.ts';
import { expandSeries, replaced } from '../calendar/series.ts';
import type { Occurrence, Series } from '../calendar/series.ts';
import { showsOf } from '../calendar/shows.ts';
import { compareVersions, repeatOf, uidOf } from '../calendar/versions.ts';
import { dayOf } from '../calendar/wallClock.ts';
import type { Wall } from '../calendar/wallClock.ts';
import { Zones } from '../calendar/zones.ts';
import type { DocumentFormat, DocumentSink, Fact, FactContext } from '../format.ts';
import { BadValue } from '../values/badValue.ts';
import { text } from '../values/text.ts';
import { atMidnight } from '../values/time.ts';
import { lastDayOf, outside, showWindow } from '../values/window.ts';

const horizonDays = 731;
const mostSeries = 5_000;
const mostHeld = 20_000;
const mostHeldChars = 64 * 1024 ** 2;
const mostShows = 50_000;
// Some rules take half a second to be found out, and the service does nothing else in that time.
const mostWastedMs = 2_000;
const breathMs = 20;
const dayMs = 86_400_000;

/** What the file tells completely is staged beside its shows: the UID of their event, and until when. */
const target: FactTarget = {
  ...calendarTarget,
  staged: [...calendarTarget.staged!, ['series', 'text'], ['series_until', 'timestamptz']],
};

const property = (title: string) => ({ title, read: text(500) });

/**
 * Shows as a calendar (iCalendar, RFC 5545; .ics of Google, Apple or Outlook).
 *
 *     BEGIN:VEVENT
 *     UID:7f2@calendar.example
 *     DTSTART;TZID=Europe/Berlin:20240614T200000
 *     RRULE:FREQ=WEEKLY;COUNT=4
 *     SUMMARY:Summer residency
 *     LOCATION:Lido, Cuvrystraße 7, 10997 Berlin, Germany
 *     STATUS:CONFIRMED
 *     END:VEVENT
 *
 * Every event is a show on the date that the clock shows where it is; a series is expanded up to two years ahead, with
 * the dates that it leaves out and those that were moved. UID and RECURRENCE-ID are the natural key. CANCELLED is
 * cancelled, TENTATIVE is offered, everything else is booked until its day has passed and played from then on. A date
 * that a series left out since the last file is cancelled; one that its event no longer has at all, because it was moved
 * or shortened, counts no more. Of two events with one UID the later version counts. Descriptions, guests and organisers are never read.
 */
export const ics: DocumentFormat = {
  name: 'ics',
  title: 'Calendar of shows (iCalendar)',
  help: 'A calendar file (.ics) in which each event is a show: start, title, location, status; series, moved and cancelled dates are understood.',
  target,
  complete: { says: ['event', 'events'], by: 'uid', named: 'series', column: 'external_id', until: 'series_until' },
  recognise: ({ text }) => (/^\ufeff?\s*BEGIN:VCALENDAR/i.test(text) ? 1 : 0),
  personal: true,
  columns: {
    uid: { ...property('UID'), required: true, key: true },
    start: { ...property('DTSTART'), required: true, window: showWindow },
    title: property('SUMMARY'),
    location: property('LOCATION'),
    status: property('STATUS'),
    rule: property('RRULE'),
    added: property('RDATE'),
    excluded: property('EXDATE'),
    instance: property('RECURRENCE-ID'),
    event: property('VEVENT'),
  },
  async readAll(text, context, sink, fileName) {
    const reader = new CalendarReader(context, sink, fileName);
    await readComponents(text, fileName, reader);
    await reader.end();
  },
};

interface Item {
  line: number;
  facts: Fact[];
}

/** Events wait for the end of the file: what replaces them, or some of their dates, may stand anywhere. */
class CalendarReader {
  private readonly zones = new Zones();
  private readonly events = new Map<string, CalendarEvent>();
  private readonly replacements = new Map<string, CalendarEvent[]>();
  /** UIDs with an event that cannot be used; undefined for one that does not tell its UID. */
  private readonly unread = new Set<string | undefined>();
  private held = 0;
  private heldChars = 0;
  private shows = 0;
  private wasted = 0;
  private calendarZone: string | undefined;
  private readonly horizon: number;
  private readonly context: FactContext;
  private readonly sink: DocumentSink;
  private readonly fileName: string;

  constructor(context: FactContext, sink: DocumentSink, fileName: string) {
    this.context = context;
    this.sink = sink;
    this.fileName = fileName;
    this.horizon = context.now.getTime() + horizonDays * dayMs;
  }

  property(name: string, value: string): void {
    if (name === 'X-WR-TIMEZONE') this.calendarZone = value.trim();
  }

  component(raw: RawComponent): void {
    if (raw.kind === 'VTIMEZONE') return this.zones.define(raw);
    const event = readEvent(raw, this.zones);
    if (event instanceof BadEvent) {
      this.unread.add(uidOf(raw));
      return this.sink.reject(raw.line, event.column, event.value, event.fault);
    }
    this.heldChars += raw.lines.reduce((sum, line) => sum + line.length, 0);
    if (this.heldChars > mostHeldChars) throw this.tooLarge(`${mostHeldChars / 1024 ** 2} MB of events`);
    if (event.replaces || event.rules.length + event.added.length > 0)
      this.count(event.replaces ? mostHeld : mostSeries);
    if (event.replaces) this.replacements.set(event.uid, [...(this.replacements.get(event.uid) ?? []), event]);
    else this.settle(event);
  }

  /** Of two events with one UID the later version counts; of equal ones the first, and who knows what is right. */
  private settle(event: CalendarEvent): void {
    const other = this.events.get(event.uid);
    const later = other ? compareVersions(event, other) : 1;
    if (later > 0) this.events.set(event.uid, event);
    if (!other) return;
    if (later === 0) this.unread.add(event.uid);
    const [kept, gone] = later > 0 ? [event, other] : [other, event];
    this.sink.reject(gone.line, 'uid', gone.uid, repeatOf(gone, kept));
  }

  private count(most: number): void {
    if (++this.held > most) throw this.tooLarge(`${most.toLocaleString('en')} repeated events`);
  }

  async end(): Promise<void> {
    let breath = performance.now();
    for (const [uid, event] of this.events) {
      const replacements = this.replacements.get(uid) ?? [];
      this.replacements.delete(uid);
      if (event.rules.length + event.added.length + replacements.length === 0) {
        await this.give(
          uid,
          [[event, [{ event, wall: event.start.wall, instance: undefined, excluded: false }]]],
          this.horizon
        );
        continue;
      }
      const started = performance.now();
      const series = expandSeries(event, replacements, this.horizon);
      if (series instanceof BadValue) this.rejectRule(event, series, performance.now() - started);
      else await this.giveSeries(event, series);
      if (performance.now() - breath < breathMs) continue;
      await setImmediate();
      breath = performance.now();
    }
    // What replaces a date of a series that the file does not have is a show all the same.
    for (const event of [...this.replacements.values()].flat())
      await this.give(undefined, [[event, [replaced(event)]]], 0);
    if (this.unread.has(undefined))
      this.context.notices.note(
        'IMPORT_NOT_COMPLETE',
        '',
        () => 'some events do not tell their UID, so nothing that the file lacks was withdrawn'
      );
  }

  private async giveSeries(event: CalendarEvent, { occurrences, endless, cut, until }: Series): Promise<void> {
    const { notices } = this.context;
    const name = event.summary ?? event.uid;
    if (cut) {
      const most = mostOccurrences.toLocaleString('en');
      notices.note('ICS_SERIES_CUT', name, (n, names) => `${n} series: the first ${most} dates are taken: ${names}`);
    } else if (endless) {
      const until = new Date(this.horizon).toISOString().slice(0, 10);
      notices.note(
        'ICS_SERIES_ENDLESS',
        name,
        (n, names) => `${n} series without an end: taken until ${until}: ${names}`
      );
    }
    const byEvent = Map.groupBy(occurrences, (occurrence) => occurrence.event);
    await this.give(event.uid, [...byEvent], until);
  }

  /** @param uid of the event whose dates these are all, up to `until` */
  private async give(uid: string | undefined, said: Array<[CalendarEvent, Occurrence[]]>, until: Wall): Promise<void> {
    const items: Item[] = [];
    let whole = uid !== undefined && !this.unread.has(uid) && !this.unread.has(undefined);
    for (const [event, occurrences] of said) {
      this.shows += occurrences.length;
      if (this.shows > mostShows) throw this.tooLarge(`${mostShows.toLocaleString('en')} dates`);
      const facts = showsOf(event, occurrences, this.context, this.zones, this.calendarZone);
      if (facts instanceof BadEvent) this.sink.reject(event.line, facts.column, facts.value, facts.fault);
      else items.push({ line: event.line, facts });
      whole &&= !(facts instanceof BadEvent) && facts.every(({ occurredAt }) => this.isUsual(occurredAt!));
    }
    // The day may be another one where the show is, so the last one is not told for sure.
    const told = whole ? { series: uid, series_until: atMidnight(dayOf(until - dayMs)) } : {};
    for (const { line, facts } of items) {
      for (const fact of facts) Object.assign(fact.values, told);
      await this.sink.item(line, facts);
    }
  }

  private isUsual(day: string): boolean {
    return !outside(day, showWindow, lastDayOf(showWindow, this.context.today), day);
  }

  private rejectRule(event: CalendarEvent, fault: BadValue, ms: number): void {
    this.wasted += ms;
    if (this.wasted > mostWastedMs) throw this.tooLarge('a few rules that make no sense');
    this.sink.reject(event.line, 'rule', event.rules.join(' '), fault);
  }

  private tooLarge(what: string) {
    return badRequest('IMPORT_TOO_LARGE', `${this.fileName} has more than ${what}; export fewer years of it`, 'file');
  }
}
