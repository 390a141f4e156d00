import { bucketTime } from '../calendar.ts';
import type { Frequency } from '../types.ts';

/** Something that lifts or lowers a metric while it lasts and for a while after. */
export interface CareerEvent {
  kind: string;
  /** First and last moment, epoch ms; equal for what happens on one day. */
  start: number;
  end: number;
  /** How much of it there is; 1 for what is only counted. */
  dose: number;
}

/** What is left of an effect so many days after its event: fading by half each `halfLife`, or whole for `plateau`. */
export type Shape = { halfLife: number } | { plateau: number };

/** Which shapes are tried, in days. */
export const candidateShapes: readonly Shape[] = [
  { halfLife: 4 },
  { halfLife: 7 },
  { halfLife: 14 },
  { halfLife: 28 },
  { halfLife: 56 },
  { halfLife: 112 },
  { plateau: 28 },
  { plateau: 56 },
  { plateau: 91 },
];

/** A regular grid of buckets. */
export interface Grid {
  /** 00:00 UTC of the first bucket, epoch ms. */
  start: number;
  frequency: Frequency;
  length: number;
}

const day = 86_400_000;
/** An effect is told as its mean over the first four weeks, so that shapes can be compared. */
const firstDays = 28;

/**
 * How much of events is in each bucket: the mean over its days of dose times what is left of it,
 * in units of what is left on average in the first four weeks.
 * @returns one number a bucket of the grid; buckets after the last event hold its tail, so that a future can be asked for
 */
export function exposure(events: readonly CareerEvent[], shape: Shape, grid: Grid): Float64Array {
  const exposed = new Float64Array(grid.length);
  const unit = until(shape, 0, 0, firstDays * day) / firstDays;
  for (let bucket = 0; bucket < grid.length; bucket++) {
    const from = bucketTime(grid.start, grid.frequency, bucket);
    const to = bucketTime(grid.start, grid.frequency, bucket + 1);
    let sum = 0;
    for (const { start, end, dose } of events) {
      if (start < to) sum += dose * (until(shape, start, end, to) - until(shape, start, end, from));
    }
    exposed[bucket] = (sum * day) / (to - from) / unit;
  }
  return exposed;
}

/** Days of whole effect from the start of an event to a moment. */
function until(shape: Shape, start: number, end: number, moment: number): number {
  if (moment <= start) return 0;
  const during = (Math.min(moment, end) - start) / day;
  const after = Math.max(0, moment - end) / day;
  if ('plateau' in shape) return during + Math.min(after, shape.plateau);
  return during + (shape.halfLife / Math.LN2) * (1 - 2 ** (-after / shape.halfLife));
}
