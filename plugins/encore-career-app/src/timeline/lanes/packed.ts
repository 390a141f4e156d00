import { type Glyph } from '../glyphs';
import { Ink } from '../ink';
import { type Item } from '../model';
import { isKnown } from '../series';
import { type Box, type Label, type LaneBody, type LaneContext, type Mark } from '../scene';
import { pack, type Packable, type Place } from '../pack';
import { drawMark, extent } from './marks';
import { labelRuns, labelWidth, priority } from './text';
import { legsRow } from './legs';
import { type Jumps } from './jumps';
import { runLine } from './runLine';

/** Rows with names: few for Encore's own kinds and for crowds, many where each name counts. */
const MAX_ROWS = { few: 6, many: 12 };
const MANY = 60;
/** More labels than this never find room; the longest items keep theirs. */
const MAX_LABELS = 80;

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
  // A goal's name may stand on its line, up to now; a bar's name inside the bar.
  const end = item.kind === 'goal' ? Math.min(x1, ctx.nowX ?? x1) - 6 : x1;
  const roomy = width > 0 && end - x0 > width + 14;
  const inside = roomy && !item.instant && (glyph.startsWith('bar') || item.kind === 'goal');
  if (inside && item.kind === 'tour' && x1 - x0 > ctx.measure(item.title, 12) + width) {
    runs[0] = { ...runs[0], text: item.title };
  }
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
  const { places, rows, jump } = packAround(prepared, ctx, jumps);
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
  if (jump.before) {
    labels.push(jumps.before!.label);
    marks.push(jumps.before!.mark);
  }
  if (jump.after) {
    labels.push(jumps.after!.label);
    marks.push(jumps.after!.mark);
  }
  const legs = items[0]?.kind === 'tour' ? legsRow(items, rows * rowHeight, ctx, ink, labels, marks) : 0;
  const height = rows * rowHeight + legs;
  if (crowded.length === 0) {
    return { height, shapes: ink.shapes(), labels, marks };
  }
  marks.push(...runLine(crowded, height + 2, ctx, ink, labels));
  return { height: height + 22, shapes: ink.shapes(), labels, marks };
}

/** Packs with row 0 kept free for "26 earlier" and "3 later", each only where that costs no row. */
function packAround(prepared: readonly Prepared[], ctx: LaneContext, jumps: Jumps) {
  const items = prepared.map((p) => p.packable);
  const known = prepared.every((p) => isKnown(p.item.kind));
  const bounds = {
    width: ctx.width,
    nowX: ctx.nowX,
    maxRows: ctx.phone ? 1 : known || items.length > MANY ? MAX_ROWS.few : MAX_ROWS.many,
  };
  let best = { ...pack(items, bounds), jump: { before: false, after: false } };
  const left: [number, number] = [0, (jumps.before?.width ?? 0) + 8];
  const right: [number, number] = [ctx.width - (jumps.after?.width ?? 0) - 8, ctx.width];
  const tries = [
    { before: true, after: true },
    { before: true, after: false },
    { before: false, after: true },
  ];
  for (const jump of prepared.length > MAX_LABELS ? [] : tries) {
    if ((jump.before && !jumps.before) || (jump.after && !jumps.after)) {
      continue;
    }
    const taken = [...(jump.before ? [left] : []), ...(jump.after ? [right] : [])];
    const tried = pack(items, { ...bounds, taken });
    const labelled = (places: typeof tried.places) => places.filter((p) => p && p.side !== 'none').length;
    if (tried.rows <= best.rows && labelled(tried.places) >= labelled(best.places)) {
      best = { ...tried, jump };
      break;
    }
  }
  return best;
}

function drawLabel(p: Prepared, place: Place, cy: number, ctx: LaneContext, labels: Label[]): Box | undefined {
  if (place.side === 'none' || p.runs.length === 0) {
    return undefined;
  }
  const { x0, x1, label } = p.packable;
  const width = label - 5;
  if (place.side === 'inside' && p.item.kind === 'goal') {
    const end = Math.min(x1 - (ctx.x(p.item.end) <= ctx.width ? 12 : 0), ctx.nowX ?? ctx.width) - 6;
    labels.push({ x: end, y: cy - 3, anchor: 'end', size: 12, runs: p.runs });
    return { x0: end - width, x1: end, y0: cy - 9, y1: cy + 5 };
  }
  const inside = place.side === 'inside';
  const x = inside ? x0 + 7 : place.side === 'right' ? x1 + 5 : x0 - 5;
  const color = inside && p.glyph === 'bar' ? ctx.palette.on(ctx.looks.of(p.item).color) : undefined;
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
