import { type Ink } from '../ink';
import { extra, type Item } from '../model';
import { type Label, type LaneContext, type Mark } from '../scene';
import { sayCount } from '../words';

/** A break this long or longer ends a leg of a tour. */
const BREAK = 12 * 864e5;
const HEIGHT = 17;
const MOST = 12;

function splitLegs(shows: readonly Item[]): Item[][] {
  const out: Item[][] = [];
  for (const show of shows) {
    const leg = out[out.length - 1];
    if (leg && show.start - leg[leg.length - 1].start < BREAK) {
      leg.push(show);
    } else {
      out.push([show]);
    }
  }
  return out;
}

function where(leg: readonly Item[], ctx: LaneContext): string {
  const countries = new Set(leg.map((show) => extra(ctx.model, show, 'country')).filter(Boolean));
  return countries.size === 1
    ? [...countries][0]
    : countries.size === 0
      ? ''
      : sayCount('legs.countries', countries.size, '{{n}} country', '{{n}} countries');
}

/**
 * The legs of the tour that fills the view, one bar each in a row below it.
 * @returns the height of the row; 0 when no tour fills the view or it has no break
 */
export function legsRow(
  tours: readonly Item[],
  y: number,
  ctx: LaneContext,
  ink: Ink,
  labels: Label[],
  marks: Mark[]
): number {
  const clamp = (x: number) => Math.min(Math.max(x, 0), ctx.width);
  const tour = tours.find((item) => clamp(ctx.x(item.end)) - clamp(ctx.x(item.start)) > ctx.width / 2);
  const mine = (item: Item) =>
    item.kind === 'show' && item.group === tour?.title && item.start >= tour.start && item.start <= tour.end;
  const legs = tour ? splitLegs(ctx.model.items.filter(mine)) : [];
  if (!tour || legs.length < 2 || legs.length > MOST || ctx.phone) {
    return 0;
  }
  const { color } = ctx.looks.of(tour);
  for (const leg of legs) {
    const [from, to] = [leg[0].start, leg[leg.length - 1].start];
    const [x0, x1] = [clamp(ctx.x(from) - 4), clamp(ctx.x(to) + 4)];
    if (x1 - x0 < 1) {
      continue;
    }
    ink.rect(x0, y + 2, x1 - x0, HEIGHT, 2, { fill: ctx.palette.alpha(color, 0.28) });
    const dates = sayCount('head.dates', leg.length, '{{n}} date', '{{n}} dates');
    const place = where(leg, ctx);
    const room = x1 - x0 - 8;
    const text = [`${place} · ${dates}`, dates, String(leg.length)].find(
      (t) => !t.startsWith(' ·') && ctx.measure(t, 12) <= room
    );
    if (text) {
      labels.push({ x: x0 + 5, y: y + 2 + HEIGHT / 2, anchor: 'start', size: 12, runs: [{ text }] });
    }
    const items = leg.map((show) => show.index);
    marks.push({ id: `leg ${items[0]}`, type: 'run', items, from, to, x0, x1, y0: y + 2, y1: y + 2 + HEIGHT });
  }
  return HEIGHT + 4;
}
