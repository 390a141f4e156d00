import { formatLength, formatTime } from '../format';
import { Ink, polygonPath } from '../ink';
import { ellipsis } from '../labels';
import { type Item } from '../model';
import { type Label, type LaneBody, type LaneContext, type Mark, type TextRun } from '../scene';
import { stageEnd, stageStrength } from '../stages';
import { say } from '../words';

const HEIGHT = 22;

/** Stages as one band, darker the further; an arrow means that the stage is still going. */
export function bandLane(items: readonly Item[], ctx: LaneContext): LaneBody {
  const ink = new Ink();
  const labels: Label[] = [];
  const marks: Mark[] = [];
  items.forEach((item, i) => {
    const end = stageEnd(item, items[i + 1]);
    const x0 = Math.max(0, ctx.x(item.start));
    const x1 = Math.min(ctx.width, Math.max(ctx.x(end), x0 + 1));
    const fill = ctx.palette.alpha(ctx.looks.of(item).color, stageStrength(item.title, ctx.model));
    ink.rect(x0, 0, Math.max(x1 - x0 - 1, 1), HEIGHT, 1, { fill });
    const going = item.ongoing && x1 < ctx.width - 8;
    if (going) {
      ink.path(
        polygonPath(x1 - 1, HEIGHT / 2, [
          [0, -11],
          [8, 0],
          [0, 11],
        ]),
        { fill }
      );
    }
    const began = ctx.x(item.start) < -1;
    marks.push({
      id: `${item.index}`,
      type: 'item',
      items: [item.index],
      from: item.start,
      to: end,
      x0,
      x1,
      y0: 0,
      y1: HEIGHT,
    });
    const runs = stageText(item, end, x1 - x0 - (began ? 22 : 10), ctx, began);
    if (began && x1 - x0 > 12) {
      labels.push({ x: x0 + 5, y: HEIGHT / 2, anchor: 'start', size: 11, runs: [{ text: '◂' }] });
    }
    if (runs.length > 0) {
      const small = runs.length === 1 && ctx.measure(runs[0].text, 12, 500) > x1 - x0 - 10;
      labels.push({
        x: x0 + (began ? 18 : small ? 3 : 6),
        y: HEIGHT / 2,
        anchor: 'start',
        size: small ? 11 : 12,
        runs,
      });
    }
  });
  if (ctx.nowX !== null && ctx.width - ctx.nowX > 80 && !ctx.phone) {
    labels.push({
      x: ctx.nowX + 16,
      y: HEIGHT / 2,
      anchor: 'start',
      size: 12,
      runs: [{ text: say('stage.next', 'Due next'), tone: 'secondary' }],
    });
  }
  return { height: HEIGHT, shapes: ink.shapes(), labels, marks };
}

function stageText(item: Item, end: number, room: number, ctx: LaneContext, began: boolean): TextRun[] {
  const fits = ctx.measure(item.title, 11, 500) <= room + 6;
  const name = fits ? item.title : ellipsis(item.title, room + 4, 11, ctx.measure);
  if (!ctx.labels || (!fits && name.length < 5)) {
    return [];
  }
  const title: TextRun = { text: name, bold: true, tone: 'primary' };
  const length = formatLength(end - item.start);
  const date = formatTime(item.start, 'day', ctx.zone);
  const counting = say('stage.counting', '{{length}} and counting', { length });
  const since = say('stage.since', 'since {{date}}, {{length}} and counting', { date, length });
  const notes = item.ongoing ? [...(began ? [since] : []), counting, length] : [length];
  const left = room - ctx.measure(item.title, 12, 500) - 8;
  const note = ctx.phone ? undefined : notes.find((n) => ctx.measure(n, 12) <= left);
  return note ? [title, { text: `  ${note}`, tone: 'secondary' }] : [title];
}
