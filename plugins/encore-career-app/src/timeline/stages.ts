import { type Item, type TimelineModel } from './model';
import { type LaneContext, type LaneScene } from './scene';

const ORDER = ['Beginner', 'Performer', 'Professional', 'Expert', 'Mentor'];
/** Strength of a stage in its lane and in the legend; the further, the stronger. */
const STRONG = [0.14, 0.24, 0.36, 0.5, 0.64];
/** Strength of a stage behind all lanes: told apart from its neighbours, and no mark loses its contrast. */
const FAINT = [0.03, 0.055, 0.08, 0.105, 0.13];

/** A stage behind the lanes, px of the scrolled content. */
export interface Band {
  key: string;
  x0: number;
  x1: number;
  y: number;
  height: number;
  fill: string;
}

interface Stages {
  items: Item[];
  byArtist: Map<string, Item[]>;
  titles: string[];
}

const known = new WeakMap<TimelineModel, Stages>();

function stagesOf(model: TimelineModel): Stages {
  const found = known.get(model);
  if (found) {
    return found;
  }
  const items = model.items.filter((item) => item.kind === 'stage');
  const byArtist = new Map<string, Item[]>();
  items.forEach((item) => byArtist.set(item.artist, [...(byArtist.get(item.artist) ?? []), item]));
  const order = (title: string) => (ORDER.includes(title) ? ORDER.indexOf(title) : ORDER.length);
  const titles = [...new Set(items.map((item) => item.title))].sort((a, b) => order(a) - order(b));
  const made = { items, byArtist, titles };
  known.set(model, made);
  return made;
}

/** How far a stage is, 0 to 4: by its name, or by its place among the stages of the data. */
export function stageRank(title: string, model: TimelineModel): number {
  const named = ORDER.indexOf(title);
  return Math.min(named >= 0 ? named : stagesOf(model).titles.indexOf(title), ORDER.length - 1);
}

export const stageStrength = (title: string, model: TimelineModel): number => STRONG[stageRank(title, model)];

/** When a stage ends: a stage given by its start alone ends where the next one starts. */
export const stageEnd = (item: Item, next: Item | undefined): number => (item.instant && next ? next.start : item.end);

/**
 * The stages in view as faint bands: behind all lanes, or, where each lane is an artist, each artist's own behind the
 * lane.
 * @param view the part of the content that is drawn, px
 */
export function stageBands(
  ctx: LaneContext,
  lanes: readonly LaneScene[],
  view: { top: number; height: number }
): Band[] {
  const bands = (items: readonly Item[], y: number, height: number): Band[] =>
    items.flatMap((item, i) => {
      const x0 = Math.max(ctx.x(item.start), 0);
      const x1 = Math.min(ctx.x(stageEnd(item, items[i + 1])), ctx.width);
      const fill = ctx.palette.alpha(ctx.looks.of(item).color, FAINT[stageRank(item.title, ctx.model)]);
      return x1 > x0 ? [{ key: `${y} ${item.index}`, x0, x1, y, height, fill }] : [];
    });
  const { items, byArtist } = stagesOf(ctx.model);
  return ctx.model.artists.length < 2
    ? bands(items, view.top, view.height)
    : lanes.flatMap((lane) => bands(byArtist.get(lane.key) ?? [], lane.y, lane.height));
}
