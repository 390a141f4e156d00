import { chosenColors } from './chosenColor';
import { type Glyph } from './glyphs';
import { type Paint } from './ink';
import { type Item, type TimelineModel } from './model';
import { type Palette } from './palette';
import { say } from './words';

/** A legend entry and the look of its marks. */
export interface Series {
  key: string;
  label: string;
  glyph: Glyph;
  color: string;
  pattern?: Paint['pattern'];
  /** Shades of one look with a name each, such as the stages of a career. */
  parts?: Array<{ label: string; color: string }>;
}

/** The looks of a model's items under a theme. */
export interface Looks {
  /** The look of the item's own mark. */
  of(item: Item): Series;
  /** The look of a show in a column: tour, residency or one-off. */
  stack(item: Item): Series;
  /** The legend keys that stand for the item: its own and, for a show, the one of its column. */
  keys(item: Item): string[];
}

export const KNOWN = ['stage', 'tour', 'show', 'release', 'milestone', 'goal', 'unusual'] as const;
export type Known = (typeof KNOWN)[number];
export const isKnown = (kind: string): kind is Known => (KNOWN as readonly string[]).includes(kind);

type Entry = [key: string, label: string, glyph: Glyph, hue: string, pattern?: Paint['pattern']];

function known(kind: Known, state: string): Entry {
  switch (kind) {
    case 'stage':
      return ['stage', say('series.stage', 'Career stage'), 'bar', 'blue'];
    case 'tour':
      if (state === 'planned') {
        return ['tour:planned', say('series.planned', 'Planned tour'), 'bar-open', 'blue'];
      }
      return state === 'residency'
        ? ['tour:residency', say('series.residency', 'Residency'), 'bar', 'purple', 'diagonal']
        : ['tour', say('series.tour', 'Tour'), 'bar', 'blue'];
    case 'show':
      switch (state) {
        case 'nosetlist':
          return [
            'show:nosetlist',
            say('series.nosetlist', 'Date without a setlist (moved or cancelled?)'),
            'hollow',
            'text',
          ];
        case 'booked':
          return ['show:booked', say('series.booked', 'Booked show'), 'dashed', 'blue'];
        case 'offered':
          return ['show:offered', say('series.offered', 'Offered show'), 'dashed', 'gray'];
        case 'cancelled':
        case 'moved':
          return ['show:cancelled', say('series.cancelled', 'Cancelled or moved show'), 'cross', 'gray'];
        case 'oneoff':
          return ['show:oneoff', say('series.oneoff', 'One-off show'), 'diamond', 'gray'];
        default:
          return ['show:played', say('series.played', 'Show played'), 'dot', 'blue'];
      }
    case 'release':
      switch (state) {
        case 'live':
        case 'compilation':
          return ['release:other', say('series.live', 'Live or compilation'), 'ring', 'orange'];
        case 'single':
        case 'ep':
          return ['release:single', say('series.single', 'Single or EP'), 'dot', 'orange'];
        default:
          return ['release', say('series.album', 'Album'), 'record', 'orange'];
      }
    case 'milestone':
      return ['milestone', say('series.milestone', 'Milestone'), 'star', 'yellow'];
    case 'goal':
      switch (state) {
        case 'reached':
          return ['goal:reached', say('series.reached', 'Goal, reached'), 'flag', 'green'];
        case 'at-risk':
          return ['goal:at-risk', say('series.atRisk', 'Goal at risk'), 'flag-risk', 'red'];
        case 'missed':
          return ['goal:missed', say('series.missed', 'Goal, missed'), 'flag-risk', 'red'];
        default:
          return ['goal', say('series.open', 'Goal, open'), 'flag-open', 'green'];
      }
    case 'unusual':
      return state === 'below'
        ? ['unusual:below', say('series.below', 'Below the usual'), 'down', 'strong']
        : ['unusual', say('series.above', 'Above the usual'), 'up', 'strong'];
  }
}

function colorFor(hue: string, palette: Palette): string {
  const own: Record<string, string> = {
    text: palette.text,
    strong: palette.strong,
    yellow: palette.named('semi-dark-yellow'),
    gray: palette.named('gray'),
  };
  return own[hue] ?? palette.named(palette.dark ? hue : `dark-${hue}`);
}

export function createLooks(model: TimelineModel, palette: Palette): Looks {
  const unknown = model.kinds.filter((kind) => !isKnown(kind));
  const residencies = new Set(
    model.items.filter((i) => i.kind === 'tour' && i.state === 'residency').map((i) => i.title)
  );
  const memo = new Map<string, Map<string, Series>>();
  const chosen = chosenColors(model, isKnown);

  const spans = new Set(model.items.filter((item) => !item.instant).map((item) => item.kind));
  const touring = new Set(model.items.filter((i) => i.kind === 'show' && i.group).map((i) => i.artist));

  const make = (kind: string, state: string): Series => {
    const states = memo.get(kind) ?? new Map<string, Series>();
    memo.set(kind, states);
    let series = states.get(state);
    if (!series) {
      if (isKnown(kind)) {
        const [key, label, glyph, hue, pattern] = known(kind, state);
        series = { key, label, glyph, color: colorFor(hue, palette), pattern };
      } else {
        const glyph = spans.has(kind) ? 'bar' : 'dot';
        series = { key: kind, label: kind, glyph, color: palette.nth(unknown.indexOf(kind)) };
      }
      states.set(state, series);
    }
    return series;
  };

  // A show without a tour is a one-off only for somebody who tours.
  const oneOff = (item: Item) => !item.group && touring.has(item.artist);
  const stack = (item: Item) => {
    if (item.kind !== 'show') {
      return make(item.kind, item.state);
    }
    if (['booked', 'offered', 'cancelled', 'moved'].includes(item.state)) {
      return make('show', item.state);
    }
    if (!touring.has(item.artist)) {
      return make('show', 'played');
    }
    return oneOff(item) ? make('show', 'oneoff') : make('tour', residencies.has(item.group) ? 'residency' : 'tour');
  };
  const base = (item: Item) =>
    item.kind === 'show' && oneOff(item) && (item.state === 'played' || item.state === '')
      ? make('show', 'oneoff')
      : make(item.kind, item.state);
  const of = (item: Item): Series => {
    const color = chosen(item);
    return color ? { ...base(item), color: palette.named(color) } : base(item);
  };
  return {
    of,
    stack,
    keys: (item) => (item.kind === 'show' ? [base(item).key, stack(item).key] : [base(item).key]),
  };
}
