import { type Range } from './types';

const SHORTEST = 60e3;
const LONGEST = 400 * 365.25 * 864e5;

/** Whole milliseconds, at least a minute and at most four centuries long, around the same middle. */
export function limit({ from, to }: Range): Range {
  const length = Math.min(Math.max(to - from, SHORTEST), LONGEST);
  const middle = (from + to) / 2;
  return { from: Math.round(middle - length / 2), to: Math.round(middle + length / 2) };
}

/** Zooms by a factor (below 1 = in) so that the time at `share` of the width stays where it is. */
export function zoomAt(range: Range, share: number, factor: number): Range {
  const length = range.to - range.from;
  const at = range.from + share * length;
  const next = Math.min(Math.max(length * factor, SHORTEST), LONGEST);
  return limit({ from: at - share * next, to: at + (1 - share) * next });
}

/** The time of a px of a plot that shows the range. */
export const timeAt = (x: number, width: number, { from, to }: Range): number => from + (x / width) * (to - from);

/** Moves the range by a share of its length. */
export function panBy(range: Range, share: number): Range {
  const by = share * (range.to - range.from);
  return { from: Math.round(range.from + by), to: Math.round(range.to + by) };
}

/** A span with some room on both sides. */
export function padded({ from, to }: Range, share = 0.04): Range {
  const room = Math.max((to - from) * share, 864e5 / 2);
  return limit({ from: from - room, to: to + room });
}
