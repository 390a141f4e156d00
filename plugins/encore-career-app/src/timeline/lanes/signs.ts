import { drawGlyph, glyphReach } from '../glyphs';
import { type Ink } from '../ink';
import { type Item } from '../model';
import { type LaneContext, type Mark } from '../scene';

/** Px by which a sign may overlap the one before; pennants are narrow at their ends. */
const OVERLAP = { sign: 3, flag: 8 };

/** Where an item's sign stands: a goal's at its deadline, any other's at its start. */
export const signAt = (item: Item, ctx: LaneContext): number => ctx.x(item.kind === 'goal' ? item.end : item.start);

/** Signs of items in one row; neighbours that would cover each other are one mark, drawn as the first of them. */
export function signRow(items: readonly Item[], cy: number, ctx: LaneContext, ink: Ink): Mark[] {
  const marks: Mark[] = [];
  for (const item of [...items].sort((a, b) => signAt(a, ctx) - signAt(b, ctx))) {
    const { glyph, color } = ctx.looks.of(item);
    const sign = glyph === 'bar' ? 'dot' : glyph;
    const reach = glyphReach(sign);
    const x = Math.min(Math.max(signAt(item, ctx), reach.left), ctx.width - reach.right);
    const last = marks[marks.length - 1];
    if (last && x - reach.left < last.x1 - (sign.startsWith('flag') ? OVERLAP.flag : OVERLAP.sign)) {
      last.items.push(item.index);
      last.type = 'run';
      last.to = Math.max(last.to, item.end);
      continue;
    }
    drawGlyph(ink, sign, x, cy, { color, ground: ctx.palette.panel });
    marks.push({
      id: `${item.index}`,
      type: 'item',
      items: [item.index],
      from: item.start,
      to: item.end,
      x0: x - reach.left,
      x1: x + reach.right,
      y0: cy - 8,
      y1: cy + 8,
    });
  }
  return marks;
}
