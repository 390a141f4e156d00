import { type Step, ROUGH } from './calendar';
import { type Range } from './types';

const STEPS: readonly Step[] = [
  { unit: 'minute', n: 1 },
  { unit: 'minute', n: 10 },
  { unit: 'hour', n: 1 },
  { unit: 'hour', n: 6 },
  { unit: 'day', n: 1 },
  { unit: 'week', n: 1 },
  { unit: 'month', n: 1 },
  { unit: 'quarter', n: 1 },
  { unit: 'year', n: 1 },
  { unit: 'year', n: 5 },
  { unit: 'year', n: 10 },
  { unit: 'year', n: 50 },
];

/** The finest calendar step whose columns are at least `minPx` wide. */
export function bucketStep(range: Range, width: number, minPx: number): Step {
  const span = Math.max(range.to - range.from, 1);
  return STEPS.find(({ unit, n }) => (ROUGH[unit] * n * width) / span >= minPx) ?? STEPS[STEPS.length - 1];
}

/**
 * Where each bucket's times begin in the sorted `times`.
 * @param edges ascending; bucket i is [edges[i], edges[i + 1])
 * @returns edges.length positions; bucket i holds the times from position i up to position i + 1
 */
export function bucketStarts(times: ArrayLike<number>, edges: readonly number[]): number[] {
  const out: number[] = [];
  let at = 0;
  for (const edge of edges) {
    while (at < times.length && times[at] < edge) {
      at++;
    }
    out.push(at);
  }
  return out;
}

/** A round top for a count axis whose half is whole where it can be: 1, 2, 3, 4, 6, 8, 10, 12, 16, 20 … */
export function niceTop(max: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(max, 1)));
  const steps = [1, 1.2, 1.6, 2, 2.4, 3, 4, 6, 8, 10];
  return Math.round((steps.find((s) => s * power >= max && Number.isInteger(s * power)) ?? 10) * power);
}
