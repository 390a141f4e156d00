import { bandLane } from './lanes/band';
import { columnLane } from './lanes/columns';
import { compactLane } from './lanes/compact';
import { foldedLane, jumpWords } from './lanes/jumps';
import { packedLane } from './lanes/packed';
import { phoneRow } from './lanes/phoneRow';
import { datesFit, stopLane } from './lanes/stopLane';
import { laneNote, laneTitle } from './lanes/words';
import { type Item, type TimelineModel } from './model';
import { type LaneBody, type LaneContext, type LaneScene, type Split, split } from './scene';
import { isKnown, KNOWN } from './series';
import { type LaneBy } from './types';

const PAD = 7;
const HEADING = 18;
/** More lanes than this are drawn as rows of one height, so that only those in view need drawing. */
const MANY_LANES = 60;

/** A lane of a model with its items by start. */
export interface LaneItems {
  key: string;
  title: string;
  items: Item[];
  /** One row with everything in it: an artist among several, or one lane of very many. */
  row: boolean;
}

const order = (key: string) => {
  const at = (KNOWN as readonly string[]).indexOf(key);
  return at < 0 ? KNOWN.length : at;
};

function nextGoal(items: readonly Item[], asOf: number): number {
  return items.reduce((min, i) => (i.kind === 'goal' && i.end >= asOf ? Math.min(min, i.end) : min), Infinity);
}

const byName = new Intl.Collator(undefined, { numeric: true });

/** Items by lane: by artist where there are several, else by kind or the lane column; known kinds first. */
export function groupLanes(model: TimelineModel, laneBy: LaneBy): LaneItems[] {
  const artist = laneBy === 'artist' || (laneBy === 'auto' && model.artists.length > 1);
  const keyOf = (item: Item) => (artist ? item.artist : laneBy === 'kind' ? item.kind : item.lane);
  const lanes = new Map<string, Item[]>();
  for (const item of model.items) {
    const key = keyOf(item);
    const lane = lanes.get(key);
    if (lane) {
      lane.push(item);
    } else {
      lanes.set(key, [item]);
    }
  }
  const row = artist || lanes.size > MANY_LANES;
  const out = [...lanes].map(([key, items]) => ({ key, title: artist ? key : laneTitle(key), items, row }));
  lanes.get('goal')?.sort((a, b) => a.end - b.end);
  if (artist) {
    const due = new Map(out.map((lane) => [lane.key, nextGoal(lane.items, model.asOf)]));
    return out.sort((a, b) => Math.sign(due.get(a.key)! - due.get(b.key)!) || byName.compare(a.key, b.key));
  }
  return out.sort((a, b) => order(a.key) - order(b.key));
}

/** The same lanes without the items that the legend has switched off; a lane stays when all of its items go. */
export function withoutHidden(lanes: readonly LaneItems[], hidden: (item: Item) => boolean): LaneItems[] {
  return lanes.map((lane) => ({ ...lane, items: lane.items.filter((item) => !hidden(item)) }));
}

/** How a lane is drawn in the present zoom. */
export type LaneMode = 'compact' | 'band' | 'columns' | 'stops' | 'packed';

export function laneMode(lane: LaneItems, visible: readonly Item[], ctx: LaneContext): LaneMode {
  if (lane.row) {
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

/** A lane as drawn, with the items that it shows. */
export type DrawnLane = LaneBody & { visible: Item[] };

/** How a lane will be drawn; columns and single dates can be higher or lower, as the panel has room. */
export interface LanePlan extends Split {
  lane: LaneItems;
  mode: LaneMode | 'folded';
}

export function planLane(lane: LaneItems, ctx: LaneContext): LanePlan {
  const parts = split(lane.items, ctx.range);
  const mode = laneMode(lane, parts.visible, ctx);
  return { lane, ...parts, mode: parts.visible.length === 0 && mode !== 'compact' ? 'folded' : mode };
}

export function drawLane({ lane, mode, visible, before, after }: LanePlan, ctx: LaneContext): DrawnLane {
  const sign = (item: Item) => item.instant || item.kind === 'goal' || item.kind === 'unusual';
  const rowHeight = lane.key === 'tour' || lane.key === 'goal' || !isKnown(lane.key) ? 19 : 18;
  const draw: Record<LanePlan['mode'], () => LaneBody> = {
    compact: () => compactLane(visible, ctx),
    folded: () => foldedLane(before, after, ctx),
    band: () => bandLane(visible, ctx),
    columns: () => columnLane(visible, ctx),
    stops: () => stopLane(visible, ctx),
    packed: () =>
      ctx.phone && visible.every(sign)
        ? phoneRow(visible, ctx)
        : packedLane(visible, ctx, rowHeight, jumpWords(before, after, ctx)),
  };
  return { ...draw[mode](), visible };
}

/** All lanes one below the other, each at least as high as its words in the gutter. */
export function stackLanes(lanes: readonly LaneItems[], drawn: readonly DrawnLane[], ctx: LaneContext): LaneScene[] {
  const wrapped = (text: string) => Math.ceil((ctx.measure(text, 11) * 1.04) / (ctx.gutter - 8));
  let y = 0;
  return lanes.map(({ key, title, row }, i): LaneScene => {
    const { visible, note: own = [], ticks = [], shapes, labels, marks, height: inner } = drawn[i];
    const inView = visible.length;
    const pad = row ? 0 : PAD;
    const heading = (ctx.phone ? HEADING : 0) + pad;
    const note = [row || inView === 0 ? '' : laneNote(key, visible), ...own].filter(Boolean);
    const lines = ctx.phone ? 0 : note.slice(0, 3).reduce((sum, text) => sum + wrapped(text), 0);
    const least = row || inView === 0 ? 0 : 27 + lines * 14;
    const height = Math.max(inner + pad + heading, least);
    const scene = { key, title, note, y, height, heading, shapes, labels, marks, ticks, inView };
    y += height;
    return scene;
  });
}
