import { type TimeZone } from '@grafana/schema';
import { type Measure } from '../common/measure';
import { timeTicks } from '../common/timeTicks';
import { boundaries, ROUGH, type Step } from './calendar';
import { type Range } from './types';

export interface Tick {
  time: number;
  x: number;
  /** Empty for a tick between labelled ones. */
  text: string;
  anchor: 'start' | 'middle' | 'end';
}

const CLEAR = 8;
const BETWEEN: readonly Step[] = [
  { unit: 'month', n: 1 },
  { unit: 'month', n: 3 },
  { unit: 'year', n: 1 },
  { unit: 'year', n: 2 },
  { unit: 'year', n: 5 },
  { unit: 'year', n: 10 },
];

/** Ticks on the calendar of the dashboard's time zone, labels measured so that none meets another or is cut. */
export function axisTicks(range: Range, width: number, zone: TimeZone, measure: Measure, gap = 86): Tick[] {
  const span = Math.max(range.to - range.from, 1);
  const x = (time: number) => ((time - range.from) / span) * width;
  let edge = -Infinity;
  const ticks = timeTicks(range.from, range.to, width, zone, { gap }).map(({ time, label }): Tick => {
    const wide = measure(label, 12);
    const at = x(time);
    const anchor = at - wide / 2 < 0 ? 'start' : at + wide / 2 > width ? 'end' : 'middle';
    const left = anchor === 'start' ? at : anchor === 'end' ? at - wide : at - wide / 2;
    if (left < edge + CLEAR || left < 0 || left + wide > width) {
      return { time, x: at, text: '', anchor: 'middle' };
    }
    edge = left + wide;
    return { time, x: at, text: label, anchor };
  });
  const between = ticks.length > 1 ? ticksBetween(ticks, range, width, zone) : [];
  return [...ticks, ...between.map((time): Tick => ({ time, x: x(time), text: '', anchor: 'middle' }))];
}

/** Short ticks between the labelled ones: the finest calendar step that keeps them 8 px apart. */
function ticksBetween(ticks: readonly Tick[], range: Range, width: number, zone: TimeZone): number[] {
  const major = ticks[1].time - ticks[0].time;
  const px = ({ unit, n }: Step) => (ROUGH[unit] * n * width) / (range.to - range.from);
  const step = BETWEEN.find((s) => px(s) >= CLEAR && ROUGH[s.unit] * s.n * 1.8 < major);
  if (!step) {
    return [];
  }
  const known = new Set(ticks.map((tick) => tick.time));
  const inside = (time: number) => time >= range.from && time <= range.to && !known.has(time);
  return boundaries(range.from, range.to, step, zone).filter(inside);
}
