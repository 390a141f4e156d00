import { type Glyph } from '../glyphs';
import { Ink } from '../ink';
import { type Item } from '../model';
import { type Box, type Label, type LaneBody, type LaneContext, type Mark } from '../scene';
import { pack, type Packable, type Place } from '../pack';
import { drawMark, extent } from './marks';
import { labelRuns, labelWidth, priority } from './text';
import { runLine } from './runLine';

/** Where the words of "26 earlier" and "3 later" keep row 0 free. */
export interface Jumps {
  before: number;
  after: number;
}

const MAX_ROWS = 6;
/** More labels than this never find room; the longest items keep theirs. */
const MAX_LABELS = 400;

interface Prepared {
  item: Item;
  glyph: Glyph;
  runs: Label['runs'];
  packable: Packable;
}

function prepare(item: Item, ctx: LaneContext, labelled: boolean): Prepared {
  const { glyph } = ctx.looks.of(item);
  const { x0, x1 } = extent(item, glyph, ctx);
  const runs = labelled ? labelRuns(item, ctx) : [];
  const width = labelled ? labelWidth(runs, ctx.measure) : 0;
  const inside = !item.instant && glyph === 'bar' && x1 - x0 > width + 14 && width > 0;
  return {
    item,
    glyph,
    runs,
    packable: { x0, x1, label: width > 0 ? width + 5 : 0, inside, priority: priority(item) },
  };
}

/** Bars and instants packed into rows, names beside them where there is room; what finds no row becomes runs below. */
export function packedLane(items: readonly Item[], ctx: LaneContext, rowHeight: number, jumps: Jumps): LaneBody {
  const ink = new Ink();
  const labels: Label[] = [];
  const marks: Mark[] = [];
  const byLength = items.length > MAX_LABELS ? [...items].sort((a, b) => b.end - b.start - (a.end - a.start)) : items;
  const named = new Set(byLength.slice(0, MAX_LABELS));
  const show = (item: Item) => ctx.labels && named.has(item) && (!ctx.phone || item.kind === 'goal');
  const prepared = items.map((item) => prepare(item, ctx, show(item)));
  const taken: Array<[number, number]> = [];
  if (jumps.before > 0) {
    taken.push([0, jumps.before]);
  }
  if (jumps.after > 0) {
    taken.push([ctx.width - jumps.after, ctx.width]);
  }
  const { places, rows } = pack(
    prepared.map((p) => p.packable),
    { width: ctx.width, nowX: ctx.nowX, maxRows: ctx.phone ? 2 : MAX_ROWS, taken }
  );
  const count = Math.max(rows, taken.length > 0 ? 1 : 0);
  const crowded: Item[] = [];
  prepared.forEach((p, i) => {
    const place = places[i];
    if (place === null) {
      crowded.push(p.item);
      return;
    }
    const cy = place.row * rowHeight + rowHeight / 2;
    drawMark(p.item, p.packable, cy, ctx, ink);
    const box = drawLabel(p, place, cy, ctx, labels);
    const { x0, x1 } = p.packable;
    marks.push({
      id: `${p.item.index}`,
      type: 'item',
      items: [p.item.index],
      from: p.item.start,
      to: p.item.end,
      x0,
      x1,
      y0: cy - rowHeight / 2 + 1,
      y1: cy + rowHeight / 2 - 1,
      label: box,
    });
  });
  const height = count * rowHeight;
  if (crowded.length === 0) {
    return { height, shapes: ink.shapes(), labels, marks };
  }
  marks.push(...runLine(crowded, height + 2, ctx, ink, labels));
  return { height: height + 22, shapes: ink.shapes(), labels, marks };
}

function drawLabel(p: Prepared, place: Place, cy: number, ctx: LaneContext, labels: Label[]): Box | undefined {
  if (place.side === 'none' || p.runs.length === 0) {
    return undefined;
  }
  const { x0, x1, label } = p.packable;
  const width = label - 5;
  const inside = place.side === 'inside';
  const x = inside ? x0 + 7 : place.side === 'right' ? x1 + 5 : x0 - 5;
  const color = inside ? ctx.palette.on(ctx.looks.of(p.item).color) : undefined;
  labels.push({
    x,
    y: cy,
    anchor: place.side === 'left' ? 'end' : 'start',
    size: 12,
    runs: color ? p.runs.map((run) => ({ ...run, color })) : p.runs,
  });
  const from = place.side === 'left' ? x - width : x;
  return { x0: from, x1: from + width, y0: cy - 8, y1: cy + 8 };
}
