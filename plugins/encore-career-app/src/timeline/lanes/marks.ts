import { drawGlyph, type Glyph, glyphReach } from '../glyphs';
import { circlePath, type Ink, polygonPath } from '../ink';
import { extra, type Item } from '../model';
import { type LaneContext } from '../scene';

const BAR = 13;
/** Px from which an unusual stretch shows where it starts and ends. */
const WHISKERS = 36;

/** Px that an item takes without its label, clamped to the plot. */
export function extent(item: Item, glyph: Glyph, ctx: LaneContext): { x0: number; x1: number } {
  const clamp = (x: number) => Math.min(Math.max(x, 0), ctx.width);
  const [start, end] = [ctx.x(item.start), ctx.x(item.end)];
  if (item.kind === 'goal') {
    const reach = glyphReach(glyph);
    return {
      x0: clamp(start),
      x1: Math.max(clamp(end) + (end <= ctx.width ? reach.right : 0), clamp(start) + reach.right),
    };
  }
  if ((item.instant && item.kind !== 'tour') || item.kind === 'unusual') {
    const { left, right } = glyphReach(glyph === 'bar' ? 'dot' : glyph);
    const middle = item.instant ? start : (clamp(start) + clamp(end)) / 2;
    const wide = !item.instant && end - start > WHISKERS;
    return wide ? { x0: clamp(start), x1: clamp(end) } : { x0: middle - left, x1: middle + right };
  }
  const x0 = clamp(start);
  return { x0: Math.min(x0, ctx.width - 2), x1: Math.max(clamp(end), x0 + 2) };
}

/** Draws an item's own mark centred on a row. */
export function drawMark(item: Item, box: { x0: number; x1: number }, cy: number, ctx: LaneContext, ink: Ink): void {
  const { color, glyph, pattern } = ctx.looks.of(item);
  const colors = { color, ground: ctx.palette.panel, pattern };
  if (item.kind === 'goal') {
    goalLine(item, cy + 6, ctx, ink);
    return ctx.x(item.end) <= ctx.width ? drawGlyph(ink, glyph, ctx.x(item.end), cy, colors) : undefined;
  }
  if (item.instant && item.kind !== 'tour') {
    return drawGlyph(ink, glyph === 'bar' ? 'dot' : glyph, ctx.x(item.start), cy, colors);
  }
  if (item.kind === 'unusual') {
    const line = { stroke: color, width: 1.5 };
    if (box.x1 - box.x0 > WHISKERS) {
      ink.line(box.x0, cy, box.x1, cy, line).line(box.x0 + 0.7, cy - 4, box.x0 + 0.7, cy + 4, line);
      ink.line(box.x1 - 0.7, cy - 4, box.x1 - 0.7, cy + 4, line);
    }
    return drawGlyph(ink, glyph, (box.x0 + box.x1) / 2, cy, colors);
  }
  const y = cy - BAR / 2;
  const planned = { fill: ctx.palette.alpha(color, 0.25), stroke: color, width: 1, dash: '3 2' };
  ink.rect(box.x0, y, box.x1 - box.x0, BAR, 2, glyph === 'bar-open' ? planned : { fill: color, pattern });
  if (item.ongoing && ctx.x(item.end) <= ctx.width) {
    ink.path(
      polygonPath(box.x1, cy, [
        [0, -BAR / 2],
        [6, 0],
        [0, BAR / 2],
      ]),
      { fill: color }
    );
  }
}

/** When a goal was reached, epoch ms; NaN when it was not, or nobody knows when. */
export const reachedAt = (item: Item, ctx: Pick<LaneContext, 'model'>): number =>
  item.state === 'reached' ? Number(extra(ctx.model, item, 'reachedat') || NaN) : NaN;

/** Thin line from the day a goal was set to its deadline, dashed from now on, for rows that hold much else. */
export function quietGoalLine(item: Item, y: number, ctx: LaneContext, ink: Ink): void {
  const stroke = ctx.palette.alpha(ctx.looks.of(item).color, 0.55);
  const [x0, x1] = [Math.max(ctx.x(item.start), 0), Math.min(ctx.x(item.end), ctx.width)];
  const elapsed = Math.min(Math.max(ctx.x(ctx.model.asOf), x0), x1);
  if (elapsed > x0) {
    ink.line(x0, y, elapsed, y, { stroke, width: 1 });
  }
  if (x1 > elapsed) {
    ink.line(elapsed, y, x1, y, { stroke, width: 1, dash: '3 2' });
  }
}

/** Line from the day a goal was set to its deadline, thick where time has passed, with a ring on the day it was reached. */
export function goalLine(item: Item, y: number, ctx: LaneContext, ink: Ink): void {
  const { color, glyph } = ctx.looks.of(item);
  const [start, end] = [ctx.x(item.start), ctx.x(item.end)];
  const [x0, x1] = [Math.max(start, 0), Math.min(end, ctx.width)];
  const elapsed = Math.min(Math.max(ctx.x(Math.min(ctx.model.asOf, item.end)), x0), x1);
  if (start >= 0) {
    ink.line(start, y - 3, start, y + 3, { stroke: color, width: 1.5 });
  }
  ink.line(x0, y, elapsed, y, { stroke: color, width: 2.4 });
  if (x1 > elapsed) {
    ink.line(elapsed, y, x1, y, { stroke: color, width: 1.2, dash: glyph === 'flag-risk' ? '3 2' : undefined });
  }
  const reached = ctx.x(reachedAt(item, ctx));
  if (reached >= x0 && reached < x1 - 4) {
    ink.path(circlePath(reached, y, 2.6), { fill: ctx.palette.panel, stroke: color, width: 1.5 });
  }
}
