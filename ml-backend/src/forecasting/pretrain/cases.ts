import { uniform } from '../random.ts';
import type { Series } from '../types.ts';

/** A series as it was at an earlier moment. */
export interface Case {
  /** Number of the whole series: cases of one series are never on both sides of a fold. */
  owner: number;
  /** What was known, oldest first. */
  known: Float64Array;
  /** What came within the horizon. */
  actual: Float64Array;
  horizon: number;
  /** Position of known[0] in the series, for its calendar month. */
  from: number;
}

/** Late moments of the whole series, in horizons before its end. */
const HORIZONS_BACK = [0.5, 1, 2, 3] as const;
/** Lengths of young histories that are cut from anywhere in a series. */
const YOUNG = [
  1, 2, 3, 4, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 24, 25, 27, 29, 31, 33, 35, 38, 42, 46, 50, 54, 58,
] as const;
/** Of these, one draws so many a series. */
const CUTS = 6;

/**
 * Moments of one series to learn from: late ones with all that was known, and random young stretches as if the series had
 * just begun.
 */
export function casesOf({ values }: Pick<Series, 'values'>, owner: number, horizon: number): Case[] {
  const { length } = values;
  const cases: Case[] = [];
  for (const back of HORIZONS_BACK) {
    const at = length - Math.round(back * horizon);
    if (at >= 24) {
      cases.push({ owner, known: values.slice(0, at), actual: values.slice(at, at + horizon), horizon, from: 0 });
    }
  }
  const next = uniform(owner * 7919 + 17);
  for (let cut = 0; cut < CUTS; cut++) {
    const size = YOUNG[Math.floor(next() * YOUNG.length)]!;
    const room = length - size - horizon;
    if (room >= 0) {
      const from = Math.floor(next() * (room + 1));
      const at = from + size;
      cases.push({ owner, known: values.slice(from, at), actual: values.slice(at, at + horizon), horizon, from });
    }
  }
  return cases;
}
