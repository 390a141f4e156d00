import { bandLane } from './lanes/band';
import { columnLane } from './lanes/columns';
import { compactLane } from './lanes/compact';
import { foldedLane, jumpWords } from './lanes/jumps';
import { packedLane } from './lanes/packed';
import { phoneRow } from './lanes/phoneRow';
import { datesFit, stopLane } from './lanes/stopLane';
import { laneNote, laneTitle } from './lanes/words';
import { type Item, type TimelineModel } from './model';
import { type LaneBody, type LaneContext, type LaneScene, split } from './scene';
import { isKnown, KNOWN } from './series';
import { type LaneBy } from './types';

const PAD = 7;
const HEADING = 18;
/** Px of the gutter that a line of a note may take before it wraps. */
const NOTE_WIDTH = 116;

/** The lanes of a model with their items, in drawing order; hidden items are already gone. */
export interface LaneItems {
  key: string;
  title: string;
  items: Item[];
  artist: boolean;
}

const order = (key: string) => {
  const at = (KNOWN as readonly string[]).indexOf(key);
  return at < 0 ? KNOWN.length : at;
};

function nextGoal(items: readonly Item[], asOf: number): number {
  return items.reduce((min, i) => (i.kind === 'goal' && i.end >= asOf ? Math.min(min, i.end) : min), Infinity);
}

/** Items by lane: by artist where there are several, else by kind or the lane column; known kinds first. */
export function groupLanes(model: TimelineModel, laneBy: LaneBy, hidden: (item: Item) => boolean): LaneItems[] {
  const artist = laneBy === 'artist' || (laneBy === 'auto' && model.artists.length > 1);
  const keyOf = (item: Item) => (artist ? item.artist : laneBy === 'kind' ? item.kind : item.lane);
  const lanes = new Map<string, Item[]>();
  for (const item of model.items) {
    const key = keyOf(item);
    const lane = lanes.get(key) ?? [];
    lanes.set(key, lane);
    if (!hidden(item)) {
      lane.push(item);
    }
  }
  const out = [...lanes].map(([key, items]) => ({ key, title: artist ? key : laneTitle(key), items, artist }));
  lanes.get('goal')?.sort((a, b) => a.end - b.end);
  if (artist) {
    const due = new Map(out.map((lane) => [lane.key, nextGoal(lane.items, model.asOf)]));
    return out.sort((a, b) => Math.sign(due.get(a.key)! - due.get(b.key)!) || a.key.localeCompare(b.key));
  }
  return out.sort((a, b) => order(a.key) - order(b.key));
}

/** How a lane is drawn in the present zoom. */
export type LaneMode = 'compact' | 'band' | 'columns' | 'stops' | 'packed';

export function laneMode(lane: LaneItems, visible: readonly Item[], ctx: LaneContext): LaneMode {
  if (lane.artist) {
    return 'compact';
  }
  if (lane.key === 'stage') {
    return 'band';
  }
  if (lane.key === 'show') {
    return datesFit(visible, ctx) ? 'stops' : 'columns';
  }
  const dense = visible.length > ctx.width / 8 && visible.every((item) => item.instant);
  return dense ? 'columns' : 'packed';
}

function drawLane(lane: LaneItems, ctx: LaneContext): LaneBody & { inView: number } {
  const { visible, before, after } = split(lane.items, ctx.range);
  const inView = visible.length;
  const mode = laneMode(lane, visible, ctx);
  if (mode === 'compact') {
    return { ...compactLane(visible, ctx), inView };
  }
  if (inView === 0) {
    return { ...foldedLane(before, after, ctx), inView };
  }
  switch (mode) {
    case 'band':
      return { ...bandLane(visible, ctx), inView };
    case 'columns':
      return { ...columnLane(visible, ctx), inView };
    case 'stops':
      return { ...stopLane(visible, ctx), inView };
    default: {
      const rowHeight = lane.key === 'tour' || lane.key === 'goal' || !isKnown(lane.key) ? 19 : 18;
      const signs =
        ctx.phone && visible.every((item) => item.instant || item.kind === 'goal' || item.kind === 'unusual');
      const body = signs ? phoneRow(visible, ctx) : packedLane(visible, ctx, rowHeight, jumpWords(before, after, ctx));
      return { ...body, inView };
    }
  }
}

/** All lanes with their geometry, stacked from the top. */
export function layoutLanes(lanes: readonly LaneItems[], ctx: LaneContext): LaneScene[] {
  let y = 0;
  return lanes.map((lane): LaneScene => {
    const body = drawLane(lane, ctx);
    const pad = lane.artist ? 0 : PAD;
    const heading = ctx.phone && !lane.artist ? HEADING : 0;
    const visibleItems = () => split(lane.items, ctx.range).visible;
    const summary = lane.artist || body.inView === 0 ? '' : laneNote(lane.key, visibleItems());
    const scene: LaneScene = {
      key: lane.key,
      title: lane.title,
      note: [summary, ...(body.note ?? [])].filter(Boolean),
      y,
      height: body.height + 2 * pad + heading,
      heading: heading + pad,
      shapes: body.shapes,
      labels: body.labels,
      marks: body.marks,
      ticks: body.ticks ?? [],
      inView: body.inView,
    };
    const wrapped = (text: string) => Math.ceil((ctx.measure(text, 11) * 1.08) / NOTE_WIDTH);
    const lines = ctx.phone ? 0 : scene.note.slice(0, 3).reduce((sum, text) => sum + wrapped(text), 0);
    if (!lane.artist && body.inView > 0) {
      scene.height = Math.max(scene.height, 27 + lines * 14);
    }
    y += scene.height;
    return scene;
  });
}
