import { runs } from '../cluster';
import { drawGlyph, glyphReach } from '../glyphs';
import { Ink } from '../ink';
import { type Item } from '../model';
import { type Label, type LaneBody, type LaneContext, type Mark } from '../scene';
import { formatCount } from '../words';

const HEIGHT = 25;
const BAR = 14;
/** Shows further apart than this are two runs. */
const RUN_GAP = 10;

const isBar = (item: Item) =>
  item.kind === 'show' || (!item.instant && item.kind !== 'goal' && item.kind !== 'unusual');

/** One artist in one row: runs of shows with their counts, solid = played, dashed = still to come; signs for the rest. */
export function compactLane(items: readonly Item[], ctx: LaneContext): LaneBody {
  const ink = new Ink();
  const labels: Label[] = [];
  const shows = items.some((item) => item.kind === 'show');
  const bars = items.filter(
    (item) => isBar(item) && item.kind !== 'stage' && (item.kind === 'show' || !shows || item.kind !== 'tour')
  );
  const signs = items.filter((item) => !isBar(item));
  const marks = [...drawRuns(bars, ctx, ink, labels), ...drawSigns(signs, ctx, ink)];
  return { height: HEIGHT, shapes: ink.shapes(), labels, marks };
}

function drawRuns(items: readonly Item[], ctx: LaneContext, ink: Ink, labels: Label[]): Mark[] {
  const clamp = (x: number) => Math.min(Math.max(x, 0), ctx.width);
  const x0 = items.map((item) => clamp(ctx.x(item.start)));
  const x1 = items.map((item) => clamp(ctx.x(item.end)));
  return runs(x0, x1, RUN_GAP).map((run): Mark => {
    const members = items.slice(run.first, run.last + 1);
    const { color } = ctx.looks.stack(members[0]);
    const left = run.x0;
    const right = Math.max(run.x1, run.x0 + 4);
    const seam = Math.min(Math.max(ctx.nowX ?? (ctx.model.asOf > ctx.range.to ? Infinity : -Infinity), left), right);
    const y = (HEIGHT - BAR) / 2;
    if (seam > left) {
      ink.rect(left, y, seam - left, BAR, 2, { fill: color });
    }
    if (right > seam) {
      const booked = { fill: ctx.palette.alpha(color, 0.25), stroke: color, width: 1, dash: '3 2' };
      ink.rect(seam + 0.5, y + 0.5, Math.max(right - seam - 1, 1), BAR - 1, 2, booked);
    }
    const text = formatCount(members.length);
    const solid = seam - left >= right - seam;
    const [from, to] = solid ? [left, seam] : [seam, right];
    if (members.length > 1 && ctx.measure(text, 12, 500) + 6 <= to - from) {
      const ink2 = solid ? ctx.palette.on(color) : ctx.palette.text;
      labels.push({
        x: (from + to) / 2,
        y: HEIGHT / 2,
        anchor: 'middle',
        size: 12,
        runs: [{ text, bold: true, color: ink2 }],
      });
    }
    return {
      id: `run ${members[0].index}`,
      type: members.length > 1 ? 'run' : 'item',
      items: members.map((m) => m.index),
      from: members[0].start,
      to: members.reduce((max, m) => Math.max(max, m.end), -Infinity),
      x0: left,
      x1: right,
      y0: y,
      y1: y + BAR,
    };
  });
}

function drawSigns(items: readonly Item[], ctx: LaneContext, ink: Ink): Mark[] {
  const marks: Mark[] = [];
  const at = (item: Item) => ctx.x(item.kind === 'goal' ? item.end : item.start);
  for (const item of [...items].sort((a, b) => at(a) - at(b))) {
    const x = at(item);
    const { glyph, color } = ctx.looks.of(item);
    const reach = glyphReach(glyph);
    const last = marks[marks.length - 1];
    if (last && x - reach.left < last.x1 - 3) {
      last.items.push(item.index);
      last.type = 'run';
      last.to = Math.max(last.to, item.end);
      continue;
    }
    if (x > ctx.width + 4 || x < -4) {
      continue;
    }
    const sign = glyph === 'bar' ? 'dot' : glyph;
    drawGlyph(ink, sign, x, HEIGHT / 2, { color, ground: ctx.palette.panel });
    marks.push({
      id: `${item.index}`,
      type: 'item',
      items: [item.index],
      from: item.start,
      to: item.end,
      x0: x - reach.left,
      x1: x + reach.right,
      y0: 4,
      y1: HEIGHT - 4,
    });
  }
  return marks;
}
