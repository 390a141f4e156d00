import { setImmediate } from 'node:timers/promises';
import { badRequest } from '../../errors.ts';
import { calendarTarget } from '../../store/incomingCalendar.ts';
import { readComponents } from '../calendar/components.ts';
import type { RawComponent } from '../calendar/components.ts';
import { BadEvent, readEvent } from '../calendar/event.ts';
import type { CalendarEvent } from '../calendar/event.ts';
import { mostOccurrences } from '../calendar/recurrence.ts';
import { expandSeries, replaced } from '../calendar/series.ts';
import type { Series } from '../calendar/series.ts';
import { showsOf } from '../calendar/shows.ts';
import { Zones } from '../calendar/zones.ts';
import type { DocumentFormat, DocumentSink, FactContext } from '../format.ts';
import { BadValue } from '../values/badValue.ts';
import { text } from '../values/text.ts';
import { showWindow } from '../values/window.ts';

const horizonDays = 731;
const mostSeries = 5_000;
const mostHeld = 20_000;
const mostShows = 50_000;
// Some rules take half a second to be found out, and the service does nothing else in that time.
const mostWastedMs = 2_000;
const breathMs = 20;

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
 * that a series left out since the last file is cancelled. Descriptions, guests and organisers are never read.
 */
export const ics: DocumentFormat = {
  name: 'ics',
  title: 'Calendar of shows (iCalendar)',
  help: 'A calendar file (.ics) in which each event is a show: start, title, location, status; series, moved and cancelled dates are understood.',
  target: calendarTarget,
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

/** Single shows go on at once; series wait for what replaces some of their dates, which may stand anywhere. */
class CalendarReader {
  private readonly zones = new Zones();
  private readonly series = new Map<string, CalendarEvent[]>();
  private readonly replacements = new Map<string, CalendarEvent[]>();
  private held = 0;
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
    this.horizon = context.now.getTime() + horizonDays * 86_400_000;
  }

  property(name: string, value: string): void {
    if (name === 'X-WR-TIMEZONE') this.calendarZone = value.trim();
  }

  component(raw: RawComponent): void | Promise<void> {
    if (raw.kind === 'VTIMEZONE') return this.zones.define(raw);
    const event = readEvent(raw, this.zones);
    if (event instanceof BadEvent) return this.sink.reject(raw.line, event.column, event.value, event.fault);
    if (event.replaces) return this.hold(this.replacements, event, mostHeld);
    if (event.rules.length + event.added.length > 0) return this.hold(this.series, event, mostSeries);
    return this.give(event, { event, wall: event.start.wall, instance: undefined, excluded: false });
  }

  private hold(into: Map<string, CalendarEvent[]>, event: CalendarEvent, most: number): void {
    if (++this.held > most) throw this.tooLarge(`${most.toLocaleString('en')} repeated events`);
    into.set(event.uid, [...(into.get(event.uid) ?? []), event]);
  }

  async end(): Promise<void> {
    let breath = performance.now();
    for (const [uid, all] of this.series) {
      for (const event of all) {
        const started = performance.now();
        const series = expandSeries(event, this.replacements.get(uid) ?? [], this.horizon);
        if (series instanceof BadValue) this.rejectRule(event, series, performance.now() - started);
        else await this.giveSeries(event, series);
        if (performance.now() - breath < breathMs) continue;
        await setImmediate();
        breath = performance.now();
      }
      this.replacements.delete(uid);
    }
    // What replaces a date of a series that the file does not have is a show all the same.
    for (const event of [...this.replacements.values()].flat()) await this.give(event, replaced(event));
  }

  private async giveSeries(event: CalendarEvent, { occurrences, endless, cut }: Series): Promise<void> {
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
    for (const [said, own] of byEvent) await this.give(said, ...own);
  }

  private async give(event: CalendarEvent, ...occurrences: Series['occurrences']): Promise<void> {
    this.shows += occurrences.length;
    if (this.shows > mostShows) throw this.tooLarge(`${mostShows.toLocaleString('en')} dates`);
    const facts = showsOf(event, occurrences, this.context, this.zones, this.calendarZone);
    if (facts instanceof BadEvent) this.sink.reject(event.line, facts.column, facts.value, facts.fault);
    else await this.sink.item(event.line, facts);
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
