import { type TimeZone } from '@grafana/data';
import { boundaries, ROUGH, type Step } from './calendar';
import { formatTick } from './format';
import { type Measure } from './labels';
import { type Range } from './types';

export interface Tick {
  time: number;
  x: number;
  /** Empty for a tick between labelled ones. */
  text: string;
  anchor: 'start' | 'middle' | 'end';
}

const step = (unit: Step['unit'], n: number): Step => ({ unit, n });
const STEPS: readonly Step[] = [
  step('second', 1),
  step('second', 5),
  step('second', 15),
  step('second', 30),
  step('minute', 1),
  step('minute', 5),
  step('minute', 15),
  step('minute', 30),
  step('hour', 1),
  step('hour', 3),
  step('hour', 6),
  step('hour', 12),
  step('day', 1),
  step('day', 2),
  step('week', 1),
  step('month', 1),
  step('month', 3),
  step('month', 6),
  step('year', 1),
  step('year', 2),
  step('year', 5),
  step('year', 10),
  step('year', 20),
  step('year', 50),
  step('year', 100),
];

const MINOR: Partial<Record<string, Step>> = {
  'year 2': step('year', 1),
  'year 5': step('year', 1),
  'year 10': step('year', 2),
  'year 20': step('year', 5),
  'year 1': step('month', 3),
  'month 6': step('month', 1),
  'month 3': step('month', 1),
};

/** Ticks on the calendar of the dashboard's time zone, labels measured so that none meets another or is cut. */
export function axisTicks(range: Range, width: number, zone: TimeZone, measure: Measure, minPx = 86): Tick[] {
  const span = Math.max(range.to - range.from, 1);
  const px = (s: Step) => (ROUGH[s.unit] * s.n * width) / span;
  const major = STEPS.find((s) => px(s) >= minPx) ?? STEPS[STEPS.length - 1];
  const x = (time: number) => ((time - range.from) / span) * width;
  const inside = (time: number) => time >= range.from && time <= range.to;
  const times = boundaries(range.from, range.to, major, zone).filter(inside);
  let edge = -Infinity;
  const ticks = times.map((time, i): Tick => {
    const text = formatTick(time, major.unit, zone, i === 0);
    const half = measure(text, 12) / 2;
    const at = x(time);
    const anchor = at - half < 0 ? 'start' : at + half > width ? 'end' : 'middle';
    const left = anchor === 'start' ? at : anchor === 'end' ? at - 2 * half : at - half;
    if (left < edge + 8 || left < 0) {
      return { time, x: at, text: '', anchor: 'middle' };
    }
    edge = left + 2 * half;
    return { time, x: at, text, anchor };
  });
  const minor = MINOR[`${major.unit} ${major.n}`];
  if (!minor || px(minor) < 8) {
    return ticks;
  }
  const known = new Set(times);
  const between = boundaries(range.from, range.to, minor, zone).filter((time) => inside(time) && !known.has(time));
  return [...ticks, ...between.map((time): Tick => ({ time, x: x(time), text: '', anchor: 'middle' }))];
}
