import { type LaneItems, laneMode } from './layout';
import { type Item } from './model';
import { type LaneContext, split } from './scene';
import { type Looks, type Series } from './series';
import { stageRank, stageStrength } from './stages';

const ORDER = [
  'stage',
  'tour',
  'tour:residency',
  'tour:planned',
  'show:oneoff',
  'show:played',
  'show:nosetlist',
  'show:booked',
  'show:offered',
  'show:cancelled',
  'release',
  'release:other',
  'release:single',
  'milestone',
  'goal',
  'goal:reached',
  'goal:at-risk',
  'goal:missed',
  'unusual',
  'unusual:below',
];

/** The entry of the stages names each that the range shows, as strong as its band. */
function withStages(series: Series, { model, range, palette }: LaneContext): Series {
  const items = split(model.items, range).visible.filter((item) => item.kind === 'stage');
  const titles = [...new Set(items.map((item) => item.title))].sort(
    (a, b) => stageRank(a, model) - stageRank(b, model)
  );
  const parts = titles.map((label) => ({ label, color: palette.alpha(series.color, stageStrength(label, model)) }));
  return { ...series, parts };
}

/** The looks that the range shows, one entry each, in the order of the lanes. */
export function legendSeries(ctx: LaneContext, lanes: readonly LaneItems[]): Series[] {
  const found = new Map<string, Series>();
  const add = (series: Series) => found.has(series.key) || found.set(series.key, series);
  for (const lane of lanes) {
    const { visible } = split(lane.items, ctx.range);
    const mode = laneMode(lane, visible, ctx);
    visible.forEach((item) => {
      add(item.kind === 'show' && mode !== 'stops' ? ctx.looks.stack(item) : ctx.looks.of(item));
    });
  }
  const rank = (key: string) => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);
  const all = [...found.values()].sort((a, b) => rank(a.key) - rank(b.key));
  return all.map((series) => (series.key === 'stage' ? withStages(series, ctx) : series));
}

/**
 * Whether the legend has switched an item off. A show counts as its state where the legend lists states (single dates),
 * as its tour where it lists tours (columns).
 */
export function isHidden(hidden: ReadonlySet<string>, shown: readonly Series[], looks: Looks): (item: Item) => boolean {
  const listed = new Set(shown.map((series) => series.key));
  return (item) => {
    if (hidden.size === 0) {
      return false;
    }
    const [own, stack = own] = looks.keys(item);
    return hidden.has(listed.has(own) ? own : stack);
  };
}

/** The hidden keys after a click: a plain click isolates an entry or brings all back, with Ctrl it toggles one. */
export function toggle(hidden: ReadonlySet<string>, key: string, all: readonly string[], append: boolean): Set<string> {
  if (append) {
    const next = new Set(hidden);
    if (!next.delete(key)) {
      next.add(key);
    }
    return next;
  }
  const others = all.filter((other) => other !== key);
  const alone = !hidden.has(key) && others.every((other) => hidden.has(other));
  return new Set(alone ? [] : others);
}
