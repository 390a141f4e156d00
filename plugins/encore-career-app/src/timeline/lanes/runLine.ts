import { runs } from '../cluster';
import { type Ink } from '../ink';
import { placeCentred } from '../labels';
import { type Item } from '../model';
import { type Label, type LaneContext, type Mark } from '../scene';
import { formatCount } from '../words';

/** Gap in px up to which neighbouring marks belong to one run. */
export const RUN_GAP = 4.3;
/** Counts from here on are drawn strong. */
const MANY = 20;

/**
 * Draws a line with a number for each run of items: true start, true end, count. The biggest counts win the room.
 * @param items by start
 */
export function runLine(items: readonly Item[], y: number, ctx: LaneContext, ink: Ink, labels: Label[]): Mark[] {
  const clamp = (x: number) => Math.min(Math.max(x, 0), ctx.width);
  const x0 = items.map((item) => clamp(ctx.x(item.start)));
  const x1 = items.map((item) => clamp(ctx.x(item.end)));
  const found = runs(x0, x1, RUN_GAP);
  const texts = found.map((run) => {
    const count = run.last - run.first + 1;
    const text = formatCount(count);
    const width = ctx.measure(text, 12, count >= MANY ? 500 : 400);
    return { x: (run.x0 + run.x1) / 2, width, weight: count, text };
  });
  const centres = placeCentred(texts, ctx.width);
  return found.map((run, i): Mark => {
    const line = { stroke: ctx.palette.secondary, width: 2 };
    ink.line(run.x0, y + 3, Math.max(run.x1, run.x0 + 2), y + 3, line);
    const { text, weight, width } = texts[i];
    const centre = centres[i];
    if (centre !== null) {
      const strong = weight >= MANY;
      labels.push({
        x: centre,
        y: y + 13,
        anchor: 'middle',
        size: 12,
        runs: [{ text, bold: strong, tone: strong ? 'primary' : 'secondary' }],
      });
    }
    const members = items.slice(run.first, run.last + 1);
    return {
      id: `run ${members[0].index}`,
      type: members.length === 1 ? 'item' : 'run',
      items: members.map((item) => item.index),
      from: members[0].start,
      to: members.reduce((max, item) => Math.max(max, item.end), -Infinity),
      x0: run.x0,
      x1: Math.max(run.x1, run.x0 + 2),
      y0: y,
      y1: y + 20,
      label: centre === null ? undefined : { x0: centre - width / 2, x1: centre + width / 2, y0: y + 6, y1: y + 20 },
    };
  });
}
