import { formatTime } from '../format';
import { type Item } from '../model';
import { type Label, type LaneBody, type LaneContext, type Mark } from '../scene';
import { type Range } from '../types';
import { sayCount } from '../words';

const FOLDED = 14;
const SIZE = 12;

/** A range of the present length around an item, or the item's own length where that is longer. */
export function rangeAround(item: Item, range: Range): Range {
  const length = Math.max(range.to - range.from, (item.end - item.start) * 1.1);
  const middle = (item.start + item.end) / 2;
  return { from: middle - length / 2, to: middle + length / 2 };
}

const earlier = (n: number) => sayCount('jump.earlier', n, '◂ {{n}} earlier', '◂ {{n}} earlier');
const later = (n: number) => sayCount('jump.later', n, '{{n}} later ▸', '{{n}} later ▸');
const latest = (items: readonly Item[]) => items.reduce((best, item) => (item.end > best.end ? item : best));

interface Jump {
  label: Label;
  mark: Mark;
  width: number;
}

function jump(text: string, x: number, anchor: Label['anchor'], y: number, item: Item, ctx: LaneContext): Jump {
  const width = ctx.measure(text, SIZE);
  const x0 = anchor === 'start' ? x : x - width;
  const label: Label = { x, y, anchor, size: SIZE, runs: [{ text, tone: 'link' }] };
  const mark: Mark = {
    id: `jump ${anchor}`,
    type: 'jump',
    items: [item.index],
    from: item.start,
    to: item.end,
    x0,
    x1: x0 + width,
    y0: y - 9,
    y1: y + 9,
    jump: rangeAround(item, ctx.range),
  };
  return { label, mark, width };
}

/** Words at the ends of a lane that lead to what lies outside the range. */
export interface Jumps {
  before?: Jump;
  after?: Jump;
}

export function jumpWords(before: readonly Item[], after: readonly Item[], ctx: LaneContext): Jumps {
  if (ctx.phone) {
    return {};
  }
  return {
    before: before.length > 0 ? jump(earlier(before.length), 0, 'start', 9, latest(before), ctx) : undefined,
    after: after.length > 0 ? jump(later(after.length), ctx.width, 'end', 9, after[0], ctx) : undefined,
  };
}

/** A lane with nothing in the range: one line that says what lies outside. */
export function foldedLane(before: readonly Item[], after: readonly Item[], ctx: LaneContext): LaneBody {
  const labels: Label[] = [];
  const marks: Mark[] = [];
  const y = FOLDED / 2;
  let room = ctx.width;
  if (after.length > 0) {
    const right = jump(later(after.length), ctx.width, 'end', y, after[0], ctx);
    labels.push(right.label);
    marks.push(right.mark);
    room -= right.width + 12;
  }
  if (before.length > 0) {
    const item = latest(before);
    const left = jump(earlier(before.length), 0, 'start', y, item, ctx);
    labels.push(left.label);
    marks.push(left.mark);
    const text = `${item.title}, ${formatTime(item.end, 'day', ctx.zone)}`;
    const x = left.width + 8;
    const end = x + ctx.measure(text, SIZE);
    const crossesNow = ctx.nowX !== null && x < ctx.nowX && end > ctx.nowX - 3;
    if (end < room && !crossesNow) {
      labels.push({ x, y, anchor: 'start', size: SIZE, runs: [{ text, tone: 'secondary' }] });
    }
  }
  return { height: FOLDED, shapes: [], labels, marks };
}
