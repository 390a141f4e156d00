import { type TimeZone } from '@grafana/schema';
import { type DateStyle, writeDate } from '../common/dates';
import { type Range } from './types';
import { say, sayCount } from './words';

/** A time in the dashboard's zone and the user's language. */
export const formatTime = (time: number, style: DateStyle, zone: TimeZone): string => writeDate(time, style, zone);

/** A day, with its clock time unless that is midnight in the zone. */
export function formatMoment(time: number, zone: TimeZone): string {
  const clock = formatTime(time, 'clock', zone);
  const day = formatTime(time, 'day', zone);
  return clock === '00:00' ? day : `${day} ${clock}`;
}

/** Start and end as short as they stay unambiguous: "9 – 14 Mar 2023", "Jan 1972 – Dec 2028". */
export function formatSpan(range: Range, zone: TimeZone, shape: 'day' | 'month' = 'day'): string {
  const to = formatTime(range.to, shape, zone);
  const from = formatTime(range.from, shape, zone);
  if (from === to) {
    return to;
  }
  const sameYear = formatTime(range.from, 'year', zone) === formatTime(range.to, 'year', zone);
  const short = shape === 'day' && sameYear ? formatTime(range.from, 'dayMonth', zone) : from;
  return `${short} – ${to}`;
}

/** A length of time in its largest fitting unit: "18 years", "6 months", "12 days". */
export function formatLength(ms: number): string {
  const days = ms / 864e5;
  if (days >= 365 * 1.5) {
    return sayCount('length.years', Math.floor(days / 365.25), '{{n}} year', '{{n}} years');
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
