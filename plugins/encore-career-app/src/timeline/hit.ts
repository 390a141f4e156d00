import { type Box, type LaneScene, type Mark } from './scene';

/** How far from a mark the pointer still means it; marks are smaller than the 24 px that a finger needs. */
const REACH = 12;

function distance(box: Box, x: number, y: number): number {
  const dx = Math.max(box.x0 - x, 0, x - box.x1);
  const dy = Math.max(box.y0 - y, 0, y - box.y1);
  return Math.hypot(dx, dy);
}

export const laneAt = (lanes: readonly LaneScene[], y: number): LaneScene | undefined =>
  lanes.find((lane) => y >= lane.y && y < lane.y + lane.height);

/**
 * The mark that a point means: the nearest of its lane, by mark or label.
 * @param y px within the scrolled content
 */
export function markAt(lanes: readonly LaneScene[], x: number, y: number): { lane: LaneScene; mark: Mark } | null {
  const lane = laneAt(lanes, y);
  if (!lane) {
    return null;
  }
  const inner = y - lane.y - lane.heading;
  let best: Mark | null = null;
  let nearest = REACH;
  for (const mark of lane.marks) {
    const own = distance(mark, x, inner);
    const d = mark.label ? Math.min(own, distance(mark.label, x, inner)) : own;
    if (d < nearest) {
      [best, nearest] = [mark, d];
    }
  }
  return best && { lane, mark: best };
}

/** Marks that the arrow keys visit: columns are left out where the runs below them stand for the same items. */
export function reachable(lane: LaneScene): Mark[] {
  const others = lane.marks.filter((mark) => mark.type !== 'bucket');
  return (others.length > 0 ? others : [...lane.marks]).sort((a, b) => a.x0 - b.x0 || a.y0 - b.y0);
}

/** The mark that lies nearest to a px of the time axis; of several over it the one whose middle is nearest. */
export function nearestMark(marks: readonly Mark[], x: number): Mark | undefined {
  const off = (mark: Mark) => Math.max(mark.x0 - x, 0, x - mark.x1) * 1e4 + Math.abs((mark.x0 + mark.x1) / 2 - x);
  return marks.reduce<Mark | undefined>((best, mark) => (best && off(best) <= off(mark) ? best : mark), undefined);
}
