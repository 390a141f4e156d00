import { badRequest } from '../../errors.ts';

/** A VEVENT or VTIMEZONE of a calendar, as far as it is of use. */
export interface RawComponent {
  kind: 'VEVENT' | 'VTIMEZONE';
  /** Line of its BEGIN, counted from 1. */
  line: number;
  /** Content lines, folded ones joined, between BEGIN and END. */
  lines: string[];
  /** Why it cannot be used, where it ended in the wrong way. */
  fault: string | undefined;
}

export interface CalendarSink {
  component(component: RawComponent): void | Promise<void>;
  /** A property of the calendar itself, e.g. `X-WR-TIMEZONE`. */
  property(name: string, value: string): void;
}

// Descriptions, guests and attachments are of no use here, and so they are not even kept.
const eventProperties =
  /^(UID|DTSTART|RRULE|RDATE|EXDATE|RECURRENCE-ID|SUMMARY|LOCATION|STATUS|SEQUENCE|DTSTAMP|LAST-MODIFIED)[;:]/i;
const mostLineChars = 16 * 1024;
const mostComponentChars = 64 * 1024;
const mostEvents = 50_000;

/**
 * Takes a calendar (RFC 5545) apart while it arrives. Memory is bounded: lines and components that are longer than
 * any event are cut and marked.
 * @throws EncoreError IMPORT_NO_CALENDAR, IMPORT_TOO_LARGE
 */
export async function readComponents(text: AsyncIterable<string>, fileName: string, sink: CalendarSink): Promise<void> {
  const reader = new ComponentReader(fileName, sink);
  let rest = '';
  for await (const piece of text) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop()!;
    for (const line of lines) {
      const waiting = reader.line(line);
      if (waiting) await waiting;
    }
    // A line that never ends would otherwise swallow the memory.
    if (rest.length > mostLineChars) rest = rest.slice(0, mostLineChars + 1);
  }
  await reader.line(rest);
  await reader.end();
}

class ComponentReader {
  private count = 0;
  private events = 0;
  private chars = 0;
  private begun = false;
  /** Names of the components that are open around the line. */
  private readonly open: string[] = [];
  private current: RawComponent | undefined;
  /** A content line that the next line may go on with. */
  private pending: string | undefined;
  private readonly fileName: string;
  private readonly sink: CalendarSink;

  constructor(fileName: string, sink: CalendarSink) {
    this.fileName = fileName;
    this.sink = sink;
  }

  line(raw: string): void | Promise<void> {
    this.count += 1;
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (/^[ \t]/.test(line) && this.pending !== undefined) {
      if (this.pending.length <= mostLineChars) this.pending += line.slice(1);
      return;
    }
    this.content();
    const mark = /^(BEGIN|END):([\w-]+)\s*$/i.exec(line);
    if (!mark) {
      if (!this.begun && line.trim() !== '' && line !== '\ufeff') throw this.noCalendar();
      this.pending = line;
      return;
    }
    const name = mark[2]!.toUpperCase();
    if (mark[1]!.toUpperCase() === 'BEGIN') return this.begin(name);
    return this.close(name);
  }

  /** Keeps the content line that has come to its end, where it is of use. */
  private content(): void {
    const line = this.pending;
    this.pending = undefined;
    if (!line) return;
    if (!this.current) {
      const at = line.indexOf(':');
      if (this.open.length === 1 && at > 0) this.sink.property(line.slice(0, at).toUpperCase(), line.slice(at + 1));
      return;
    }
    const own = this.open.at(-1) === this.current.kind;
    if (this.current.kind === 'VEVENT' && !(own && eventProperties.test(line))) return;
    this.chars += line.length;
    if (this.chars <= mostComponentChars && line.length <= mostLineChars) this.current.lines.push(line);
    else this.current.fault ??= `it is longer than ${mostComponentChars / 1024} kB`;
  }

  private begin(name: string): void | Promise<void> {
    if (!this.begun && name !== 'VCALENDAR') throw this.noCalendar();
    this.begun = true;
    let broken: void | Promise<void> = undefined;
    if ((name === 'VEVENT' || name === 'VTIMEZONE') && !this.current) {
      this.start(name);
    } else if (name === 'VEVENT' || name === 'VCALENDAR') {
      if (this.current) broken = this.finish('it is not finished');
      this.open.length = name === 'VCALENDAR' ? 0 : 1;
      if (name === 'VEVENT') this.start(name);
    } else if (this.current?.kind === 'VTIMEZONE') {
      this.current.lines.push(`BEGIN:${name}`);
    }
    if (this.open.length < 20) this.open.push(name);
    return broken;
  }

  private start(kind: RawComponent['kind']): void {
    if (kind === 'VEVENT' && ++this.events > mostEvents) {
      const most = mostEvents.toLocaleString('en');
      throw badRequest('IMPORT_TOO_LARGE', `${this.fileName} has more than ${most} events; export fewer years`, 'file');
    }
    this.chars = 0;
    this.current = { kind, line: this.count, lines: [], fault: undefined };
  }

  private close(name: string): void | Promise<void> {
    const at = this.open.lastIndexOf(name);
    if (at >= 0) this.open.length = at;
    if (!this.current) return;
    if (name === this.current.kind) return this.finish(undefined);
    if (name === 'VCALENDAR') return this.finish('it is not finished');
    if (this.current.kind === 'VTIMEZONE') this.current.lines.push(`END:${name}`);
  }

  private finish(fault: string | undefined): void | Promise<void> {
    const component = this.current!;
    this.current = undefined;
    component.fault ??= fault;
    return this.sink.component(component);
  }

  async end(): Promise<void> {
    this.content();
    if (!this.begun) throw badRequest('IMPORT_EMPTY', `${this.fileName} is empty`, 'file');
    if (this.current) await this.finish('the file ends within it');
  }

  private noCalendar() {
    return badRequest(
      'IMPORT_NO_CALENDAR',
      `${this.fileName} is no calendar: it does not begin with BEGIN:VCALENDAR; export it as iCalendar (.ics)`,
      'file'
    );
  }
}
