import { type TimeZone } from '@grafana/data';
import { type Unit } from './calendar';
import { getLanguage, say, sayCount } from './words';
import { type Range } from './types';

type Shape = 'year' | 'month' | 'monthYear' | 'day' | 'dayMonth' | 'weekday' | 'clock' | 'seconds';

const shapes: Record<Shape, Intl.DateTimeFormatOptions> = {
  year: { year: 'numeric' },
  month: { month: 'short' },
  monthYear: { month: 'short', year: 'numeric' },
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  dayMonth: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'short' },
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  seconds: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
};

const cache = new Map<string, Intl.DateTimeFormat>();

function formatter(shape: Shape, zone: TimeZone): Intl.DateTimeFormat {
  const key = `${shape} ${zone} ${getLanguage()}`;
  let made = cache.get(key);
  if (!made) {
    const timeZone = zone === 'browser' || zone === '' ? undefined : zone === 'utc' ? 'UTC' : zone;
    try {
      made = new Intl.DateTimeFormat(getLanguage(), { ...shapes[shape], timeZone });
    } catch {
      made = new Intl.DateTimeFormat(getLanguage(), { ...shapes[shape], timeZone: 'UTC' });
    }
    cache.set(key, made);
  }
  return made;
}

/** A time in the dashboard's zone; English puts the day first ("31 Dec 2023") so that no order is in doubt. */
export function formatTime(time: number, shape: Shape, zone: TimeZone): string {
  const made = formatter(shape, zone);
  if ((shape === 'day' || shape === 'dayMonth') && getLanguage().startsWith('en')) {
    const parts = made.formatToParts(time);
    const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
    return `${part('day')} ${part('month')} ${part('year')}`.trim();
  }
  return made.format(time);
}

/** A day, with its clock time unless that is midnight in the zone. */
export function formatMoment(time: number, zone: TimeZone): string {
  const clock = formatTime(time, 'clock', zone);
  const day = formatTime(time, 'day', zone);
  return clock === '00:00' ? day : `${day} ${clock}`;
}

/** Start and end as short as they stay unambiguous: "9 – 14 Mar 2023", "Jan 1972 – Dec 2028". */
export function formatSpan(range: Range, zone: TimeZone, shape: 'day' | 'monthYear' = 'day'): string {
  const to = formatTime(range.to, shape, zone);
  const from = formatTime(range.from, shape, zone);
  if (from === to) {
    return to;
  }
  const sameYear = formatTime(range.from, 'year', zone) === formatTime(range.to, 'year', zone);
  const short = shape === 'day' && sameYear ? formatTime(range.from, 'dayMonth', zone) : from;
  return `${short} – ${to}`;
}

/** The label of an axis tick; a tick that opens a year or a day says so. */
export function formatTick(time: number, unit: Unit, zone: TimeZone, first: boolean): string {
  if (unit === 'year') {
    return formatTime(time, 'year', zone);
  }
  if (unit === 'month' || unit === 'quarter') {
    const month = formatTime(time, 'month', zone);
    const previous = formatTime(time - 36e5, 'year', zone);
    return first || previous !== formatTime(time, 'year', zone) ? formatTime(time, 'monthYear', zone) : month;
  }
  if (unit === 'day' || unit === 'week') {
    return formatTime(time, first ? 'day' : 'dayMonth', zone);
  }
  const clock = formatTime(time, unit === 'second' ? 'seconds' : 'clock', zone);
  return first || clock === '00:00'
    ? formatTime(time, 'dayMonth', zone) + (clock === '00:00' ? '' : ` ${clock}`)
    : clock;
}

/** A length of time in its largest fitting unit: "18 years", "6 months", "12 days". */
export function formatLength(ms: number): string {
  const days = ms / 864e5;
  if (days >= 365 * 1.5) {
    return sayCount('length.years', Math.round(days / 365.25), '{{n}} year', '{{n}} years');
  }
  if (days >= 45) {
    return sayCount('length.months', Math.round(days / 30.44), '{{n}} month', '{{n}} months');
  }
  if (days >= 1) {
    return sayCount('length.days', Math.round(days), '{{n}} day', '{{n}} days');
  }
  if (ms >= 36e5) {
    return sayCount('length.hours', Math.round(ms / 36e5), '{{n}} hour', '{{n}} hours');
  }
  return sayCount('length.minutes', Math.round(ms / 6e4), '{{n}} minute', '{{n}} minutes');
}

/** A chance in [0, 1] as words: "81% likely". */
export const formatChance = (chance: number): string =>
  say('chance', '{{percent}}% likely', { percent: Math.round(chance * 100) });
