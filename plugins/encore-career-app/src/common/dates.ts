import { type TimeZone } from '@grafana/schema';

let language = 'en-US';

/** Sets the language of every date that the panels write; `initPluginTranslations` knows it. */
export function setDateLanguage(next: string | undefined) {
  language = next || 'en-US';
}

/** The language that dates are written in, e.g. `de-DE`. */
export function dateLanguage() {
  return language;
}

export type DateStyle =
  | 'year'
  | 'month'
  | 'monthOnly'
  | 'longMonth'
  | 'quarter'
  | 'dayMonth'
  | 'day'
  | 'weekday'
  | 'minute'
  | 'clock';

const PARTS: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  year: { year: 'numeric' },
  month: { month: 'short', year: 'numeric' },
  monthOnly: { month: 'short' },
  longMonth: { month: 'long', year: 'numeric' },
  quarter: { month: 'numeric', year: 'numeric' },
  dayMonth: { day: 'numeric', month: 'short' },
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'short' },
  minute: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
};

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(style: DateStyle, timeZone: TimeZone) {
  const key = `${language} ${style} ${timeZone}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(language, { ...PARTS[style], timeZone: zoneName(timeZone) });
    formatters.set(key, found);
  }
  return found;
}

function zoneName(timeZone: TimeZone) {
  if (timeZone === 'utc') {
    return 'UTC';
  }
  return !timeZone || timeZone === 'browser' ? undefined : timeZone;
}

/**
 * Writes an instant for a reader: `Oct 2026`, `24 Oct 2026`, `Q4 2026`.
 * English puts the day first, so that a day and its month read alike on axis, pill and tooltip.
 * @param time epoch milliseconds
 */
export function writeDate(time: number, style: DateStyle, timeZone: TimeZone): string {
  const format = formatter(style, timeZone);
  if (style === 'quarter') {
    const parts = partsOf(format, time);
    return `Q${Math.ceil(Number(parts.month) / 3)} ${parts.year}`;
  }
  if (language.startsWith('en') && 'day' in PARTS[style]) {
    const parts = partsOf(format, time);
    const year = parts.year ? ` ${parts.year}` : '';
    const clock = parts.hour ? `, ${parts.hour}:${parts.minute}` : '';
    return `${parts.day} ${parts.month}${year}${clock}`;
  }
  return format.format(time);
}

function partsOf(format: Intl.DateTimeFormat, time: number): Record<string, string> {
  return Object.fromEntries(format.formatToParts(time).map((part) => [part.type, part.value]));
}
