import { bucketStarts, bucketStep, niceTop } from '../buckets';
import { boundaries, type Unit } from '../calendar';
import { formatTime } from '../format';
import { Ink, type Paint } from '../ink';
import { type Item } from '../model';
import { type Label, type LaneBody, type LaneContext, type Mark } from '../scene';
import { type Series } from '../series';
import { formatCount, say } from '../words';
import { runLine } from './runLine';

/** Px below the columns for the lines and counts of runs. */
export const RUNS = 22;

const STACK = ['tour', 'tour:residency', 'show:oneoff', 'show:booked', 'show:offered', 'show:cancelled'];
const rank = (key: string) => (STACK.includes(key) ? STACK.indexOf(key) : STACK.length);

function columnPaint(series: Series, ctx: LaneContext): Paint {
  if (series.key === 'show:booked' || series.key === 'show:offered') {
    return { fill: ctx.palette.alpha(series.color, 0.25), stroke: series.color, width: 1, dash: '2 1.5' };
  }
  if (series.key === 'show:cancelled') {
    return { stroke: series.color, width: 1 };
  }
  return { fill: series.color, pattern: series.pattern ? 'flat' : undefined };
}

/** Instants as columns of the zoom's calendar step, stacked by series, with a line and a number for each run below. */
export function columnLane(items: readonly Item[], ctx: LaneContext): LaneBody {
  const ink = new Ink();
  const labels: Label[] = [];
  const step = bucketStep(ctx.range, ctx.width, 4.5);
  const edges = boundaries(ctx.range.from, ctx.range.to, step, ctx.zone);
  const at = bucketStarts(
    items.map((item) => item.start),
    edges
  );
  const counts = edges.map((_, i) => (at[i + 1] ?? items.length) - at[i]);
  const most = counts.reduce((max, n) => Math.max(max, n), 0);
  const top = niceTop(most);
  const height = ctx.columnHeight;
  const base = height;
  const scale = (height - 14) / top;
  const marks: Mark[] = [];
  const drawn: Array<{ series: Series; x: number; y: number; w: number; h: number }> = [];

  edges.forEach((edge, i) => {
    if (counts[i] === 0) {
      return;
    }
    const x0 = Math.max(0, ctx.x(edge));
    const x1 = Math.min(ctx.width, ctx.x(edges[i + 1] ?? ctx.range.to));
    const members = items.slice(at[i], at[i] + counts[i]);
    const parts = new Map<string, { series: Series; n: number }>();
    for (const item of members) {
      const series = ctx.looks.stack(item);
      const part = parts.get(series.key) ?? { series, n: 0 };
      part.n++;
      parts.set(series.key, part);
    }
    let y = base;
    for (const { series, n } of [...parts.values()].sort((a, b) => rank(a.series.key) - rank(b.series.key))) {
      const h = Math.max(n * scale, 1);
      y -= h;
      drawn.push({ series, x: x0, y, w: Math.max(x1 - x0 - 1, 1), h });
    }
    marks.push({
      id: `bucket ${edge}`,
      type: 'bucket',
      items: members.map((item) => item.index),
      from: edge,
      to: edges[i + 1] ?? ctx.range.to,
      x0,
      x1,
      y0: Math.min(y, base - 12),
      y1: base,
    });
  });
  const lines = { stroke: ctx.palette.grid, width: 1 };
  const ticks = (top % 2 === 0 ? [top / 2, top] : [top]).map((n) => ({ y: base - n * scale, text: String(n) }));
  ticks.forEach((tick) => ink.line(0, tick.y, ctx.width, tick.y, lines));
  drawn.forEach(({ series, x, y, w, h }) => ink.rect(x, y, w, h, 0, columnPaint(series, ctx)));
  ink.line(0, base, ctx.width, base, { stroke: ctx.palette.border, width: 1 });
  const runMarks = ctx.phone ? [] : runLine(items, base + 2, ctx, ink, labels);
  const peak = edges[counts.indexOf(most)];
  const busiest = say('note.most', 'most: {{n}} in {{when}}', {
    n: formatCount(most),
    when: formatTime(peak, step.unit === 'year' ? 'year' : 'month', ctx.zone),
  });
  return {
    height: ctx.phone ? base : base + RUNS,
    shapes: ink.shapes(),
    labels,
    marks: [...runMarks, ...marks],
    ticks: ctx.phone ? [] : [...ticks, { y: base + 14, text: say('note.runs', 'in each run'), left: true }],
    note: ctx.phone ? [perStep(step.unit, step.n), busiest] : [perStep(step.unit, step.n)],
  };
}

function perStep(unit: Unit, n: number): string {
  const names: Partial<Record<Unit, string>> = {
    minute: say('per.minute', 'per minute'),
    hour: say('per.hour', 'per hour'),
    day: say('per.day', 'per day'),
    week: say('per.week', 'per week'),
    month: say('per.month', 'per month'),
    quarter: say('per.quarter', 'per quarter'),
    year: say('per.year', 'per year'),
  };
  const many: Partial<Record<Unit, string>> = {
    minute: say('per.minutes', 'per {{n}} minutes', { n }),
    hour: say('per.hours', 'per {{n}} hours', { n }),
    year: say('per.years', 'per {{n}} years', { n }),
  };
  return (n === 1 ? names[unit] : many[unit]) ?? '';
}
