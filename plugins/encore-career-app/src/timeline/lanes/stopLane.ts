import { Ink } from '../ink';
import { drawGlyph } from '../glyphs';
import { ellipsis } from '../labels';
import { extra, type Item } from '../model';
import { type Label, type LaneBody, type LaneContext, type Mark } from '../scene';
import { groupStops, placeStops, type StopPlace } from '../stops';
import { say } from '../words';

const ROW = 15;
const WEEK = 7 * 864e5;
const FEW = 14;

/** Whether each date can have its own dot: few enough, and at most one in three half on top of the one before. */
export function datesFit(items: readonly Item[], ctx: LaneContext): boolean {
  if (items.length > ctx.width / 8 || (ctx.phone && items.length > FEW)) {
    return false;
  }
  const close = items.filter((item, i) => {
    const gap = i === 0 ? Infinity : ctx.x(item.start) - ctx.x(items[i - 1].start);
    return gap > 0 && gap < 4.5;
  });
  return close.length <= items.length / 3;
}

function bestRows(place: (above: number, below: number) => Array<StopPlace | null>, few: boolean, limit: number) {
  const tries = few
    ? [
        [1, 0],
        [2, 0],
        [3, 0],
        [4, 0],
        [3, 3],
      ]
    : Array.from({ length: 11 }, (_, i) => [2 + Math.ceil(i / 2), 2 + Math.floor(i / 2)]);
  let best = { above: 0, below: 0, places: [] as Array<StopPlace | null>, named: -1 };
  for (const [above, below] of tries.filter(([a, b], i) => i === 0 || a + b <= limit)) {
    const places = place(above, below);
    const named = places.filter(Boolean).length;
    if (named > best.named) {
      best = { above, below, places, named };
    }
    if (named === places.length) {
      break;
    }
  }
  return best;
}

/** Single dates on an axis with names of the stops above and below; nights in one city within a week are one stop. */
export function stopLane(items: readonly Item[], ctx: LaneContext): LaneBody {
  const { model, palette } = ctx;
  const ink = new Ink();
  const labels: Label[] = [];
  const cities = items.map((item) => extra(model, item, 'city'));
  const byCity = items.length > FEW && cities.filter(Boolean).length > items.length / 2;
  const names = items.map((item, i) => (byCity && cities[i] ? cities[i] : item.title));
  const stops = groupStops(
    items.map((item) => item.start),
    names,
    WEEK
  );
  const milestones = new Set(
    model.items.filter((item) => item.kind === 'milestone').map((item) => Math.floor(item.start / 864e5))
  );

  const texts = stops.map((stop) => {
    const name = ellipsis(names[stop[0]], 150, 12, ctx.measure);
    const text = stop.length > 1 ? `${name} ×${stop.length}` : name;
    const bold = stop.some((i) => milestones.has(Math.floor(items[i].start / 864e5)));
    const firm = stop.some((i) => items[i].state === 'played' || items[i].state === '');
    return { text, bold, firm, x: ctx.x(items[stop[0]].start), width: ctx.measure(text, 11.5, bold ? 600 : 400) };
  });
  const rows = bestRows(
    (rowsAbove, rowsBelow) => placeStops(texts, { width: ctx.width, nowX: ctx.nowX, rowsAbove, rowsBelow }),
    stops.length <= FEW,
    ctx.stopRows
  );
  const shown = ctx.labels && !ctx.phone;
  const usedRows = (side: StopPlace['side']) =>
    shown ? rows.places.reduce((max, p) => (p?.side === side ? Math.max(max, p.row + 1) : max), 0) : 0;
  const axis = usedRows('above') * ROW + 14;
  const height = axis + usedRows('below') * ROW + 14;
  ink.line(0, axis, ctx.width, axis, { stroke: palette.grid, width: 1 });

  const labelBoxes = new Map<number, Mark['label']>();
  rows.places.forEach((place, i) => {
    if (!place || !shown) {
      return;
    }
    const { text, bold, firm, x, width } = texts[i];
    const y = place.side === 'above' ? axis - 20 - place.row * ROW : axis + 22 + place.row * ROW;
    ink.line(x, axis + (place.side === 'above' ? -6 : 6), x, y + (place.side === 'above' ? -5 : 5), {
      stroke: palette.border,
      width: 1,
    });
    const start = place.flipped ? x - 4 - width : x + 4;
    labels.push({
      x: place.flipped ? x - 4 : x + 4,
      y,
      anchor: place.flipped ? 'end' : 'start',
      size: 11.5,
      runs: [{ text, bold, tone: bold ? 'strong' : firm ? 'primary' : 'secondary' }],
    });
    const box = { x0: start, x1: start + width, y0: y - 7, y1: y + 7 };
    stops[i].forEach((n) => labelBoxes.set(n, box));
  });
  const marks = items.map((item, i): Mark => {
    const x = ctx.x(item.start);
    const { glyph, color, pattern } = ctx.looks.of(item);
    const big = items.length <= 40 && glyph === 'dot';
    drawGlyph(ink, glyph, x, axis, { color, ground: palette.panel, pattern });
    const r = big ? 5 : 4;
    return {
      id: `${item.index}`,
      type: 'item',
      items: [item.index],
      from: item.start,
      to: item.end,
      x0: x - r,
      x1: x + r,
      y0: axis - r,
      y1: axis + r,
      label: labelBoxes.get(i),
    };
  });
  const note =
    shown && rows.named < stops.length
      ? say('note.named', '{{named}} of {{total}} stops named', { named: rows.named, total: stops.length })
      : '';
  return {
    height,
    shapes: ink.shapes(),
    labels,
    marks,
    note: [say('note.dates', 'one mark a date'), ...(note ? [note] : [])],
  };
}
