import { Ink } from '../ink';
import { ellipsis } from '../labels';
import { type Item } from '../model';
import { type Label, type LaneBody, type LaneContext } from '../scene';
import { signAt, signRow } from './signs';
import { labelRuns, labelWidth } from './text';

const ROW = 20;
/** A shorter beginning of a name says nothing. */
const FEW_LETTERS = 8;

/** Instants and goals of a narrow panel: one row of signs, and the name of the open goal that is least likely. */
export function phoneRow(items: readonly Item[], ctx: LaneContext): LaneBody {
  const ink = new Ink();
  const labels: Label[] = [];
  const marks = signRow(items, ROW / 2, ctx, ink);
  const goals = items.filter((item) => item.kind === 'goal' && item.state !== 'reached' && item.state !== 'missed');
  const worst = goals.reduce<Item | undefined>((a, b) => (a && (a.chance ?? 1) <= (b.chance ?? 1) ? a : b), undefined);
  if (worst && ctx.labels) {
    const first = marks.reduce((min, mark) => Math.min(min, mark.x0), signAt(worst, ctx));
    const edge = Math.min(first, ctx.nowX ?? first) - 6;
    const [name, ...rest] = labelRuns(worst, ctx);
    const room = edge - labelWidth(rest, ctx.measure);
    const text = ellipsis(name.text, room, 12, ctx.measure);
    if (text === name.text || text.length > FEW_LETTERS) {
      labels.push({ x: edge, y: ROW / 2, anchor: 'end', size: 12, runs: [{ ...name, text }, ...rest] });
    }
  }
  return { height: ROW, shapes: ink.shapes(), labels, marks };
}
