import { groupLanes, laneMode } from './layout';
import { type Item } from './model';
import { type LaneContext, split } from './scene';
import { type Looks, type Series } from './series';
import { type LaneBy } from './types';

const ORDER = [
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

/** The looks that the range shows, one entry each, in the order of the lanes. */
export function legendSeries(ctx: LaneContext, laneBy: LaneBy): Series[] {
  const found = new Map<string, Series>();
  const add = (series: Series) => found.has(series.key) || found.set(series.key, series);
  for (const lane of groupLanes(ctx.model, laneBy, () => false)) {
    const { visible } = split(lane.items, ctx.range);
    const mode = laneMode(lane, visible, ctx);
    if (mode === 'band') {
      continue;
    }
    visible.forEach((item) => {
      if (item.kind !== 'stage') {
        add(item.kind === 'show' && mode !== 'stops' ? ctx.looks.stack(item) : ctx.looks.of(item));
      }
    });
  }
  const rank = (key: string) => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);
  return [...found.values()].sort((a, b) => rank(a.key) - rank(b.key));
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
