import { type TimelineModel } from './model';
import { type Range } from './types';
import { padded } from './zoom';

/** The range that shows every dated item, and now where it is near; null for a model without dates. */
export function fitRange({ extent, asOf }: TimelineModel): Range | null {
  if (!extent) {
    return null;
  }
  const { from, to } = extent;
  const near = asOf > to && asOf - to < (to - from) * 0.25;
  return padded({ from, to: near ? asOf : to }, 0.02);
}
