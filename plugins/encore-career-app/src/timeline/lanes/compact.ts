import { runs, type Run } from '../cluster';
import { Ink } from '../ink';
import { ellipsis } from '../labels';
import { type Item } from '../model';
import { type Label, type LaneBody, type LaneContext, type Mark } from '../scene';
import { formatCount } from '../words';
import { quietGoalLine } from './marks';
import { signRow } from './signs';

const HEIGHT = 25;
const BAR = 14;
/** A shorter beginning of a name says nothing. */
const FEW_LETTERS = 5;
/** Shows further apart than this, in px, are two runs. */
const RUN_GAP = 10;

const isSign = (item: Item) =>
  item.kind !== 'show' && (item.instant || item.kind === 'goal' || item.kind === 'unusual');

/** One artist in one row: runs of shows with their counts, solid = played, dashed = still to come; signs for the rest. */
export function compactLane(items: readonly Item[], ctx: LaneContext): LaneBody {
  const ink = new Ink();
  const labels: Label[] = [];
  const shows = items.some((item) => item.kind === 'show');
  const bars = items.filter((item) => !isSign(item) && item.kind !== 'stage' && !(shows && item.kind === 'tour'));
  const signs = new Ink();
  const goals = items.filter((item) => item.kind === 'goal' && !item.instant);
  goals.forEach((item) => quietGoalLine(item, HEIGHT - 3, ctx, ink));
  const signMarks = signRow(items.filter(isSign), HEIGHT / 2, ctx, signs);
  const runMarks = drawRuns(bars, signMarks, ctx, ink, labels);
  const shapes = [...ink.shapes(), ...signs.shapes().map((shape) => ({ ...shape, key: `sign ${shape.key}` }))];
  return { height: HEIGHT, shapes, labels, marks: [...signMarks, ...runMarks] };
}

/** A run's count, or the name of a single item, as far as it is worth reading. */
function runText(members: readonly Item[], room: number, ctx: LaneContext): string {
  if (members.length > 1) {
    const count = formatCount(members.length);
    return ctx.measure(count, 12, 500) <= room ? count : '';
  }
  const { title } = members[0];
  const text = ctx.labels ? ellipsis(title, room, 12, (word, size) => ctx.measure(word, size, 500)) : '';
  return text === title || text.length > FEW_LETTERS ? text : '';
}

/** The widest stretch of [from, to] that no sign covers. */
function freeStretch(from: number, to: number, signs: readonly Mark[]): [number, number] {
  let best: [number, number] = [from, from];
  let at = from;
  for (const sign of [...signs, { x0: to, x1: to }]) {
    if (sign.x1 < from || at >= to) {
      continue;
    }
    const end = Math.min(sign.x0, to);
    if (end - at > best[1] - best[0]) {
      best = [at, end];
    }
    at = Math.max(at, sign.x1);
  }
  return best;
}

function drawRuns(items: readonly Item[], signs: readonly Mark[], ctx: LaneContext, ink: Ink, labels: Label[]): Mark[] {
  const clamp = (x: number) => Math.min(Math.max(x, 0), ctx.width);
  const x0 = items.map((item) => clamp(ctx.x(item.start)));
  const x1 = items.map((item) => clamp(ctx.x(item.end)));
  return runs(x0, x1, RUN_GAP).map((run): Mark => {
    const members = items.slice(run.first, run.last + 1);
    const right = Math.max(run.x1, run.x0 + 4);
    const y = (HEIGHT - BAR) / 2;
    drawRun(members, { ...run, x1: right }, y, signs, ctx, ink, labels);
    return {
      id: `run ${members[0].index}`,
      type: members.length > 1 ? 'run' : 'item',
      items: members.map((m) => m.index),
      from: members[0].start,
      to: members.reduce((max, m) => Math.max(max, m.end), -Infinity),
      x0: run.x0,
      x1: right,
      y0: y,
      y1: y + BAR,
    };
  });
}

function drawRun(
  members: readonly Item[],
  { x0, x1 }: Run,
  y: number,
  signs: readonly Mark[],
  ctx: LaneContext,
  ink: Ink,
  labels: Label[]
): void {
  const { color } = ctx.looks.stack(members[0]);
  const now = ctx.nowX ?? (ctx.model.asOf > ctx.range.to ? Infinity : -Infinity);
  const seam = Math.min(Math.max(now, x0), x1);
  if (seam > x0) {
    ink.rect(x0, y, seam - x0, BAR, 2, { fill: color });
  }
  if (x1 > seam) {
    const dashed = { fill: ctx.palette.alpha(color, 0.25), stroke: color, width: 1, dash: '3 2' };
    ink.rect(seam + 0.5, y + 0.5, Math.max(x1 - seam - 1, 1), BAR - 1, 2, dashed);
  }
  const solid = seam - x0 >= x1 - seam;
  const [from, to] = freeStretch(solid ? x0 : seam, solid ? seam : x1, signs);
  const text = runText(members, to - from - 6, ctx);
  if (text !== '') {
    const on = solid ? ctx.palette.on(color) : ctx.palette.text;
    labels.push({
      x: (from + to) / 2,
      y: HEIGHT / 2,
      anchor: 'middle',
      size: 12,
      runs: [{ text, bold: true, color: on }],
    });
  }
}
