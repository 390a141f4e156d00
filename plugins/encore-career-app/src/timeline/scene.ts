import { type TimeZone } from '@grafana/schema';
import { type Shape } from './ink';
import { type Measure } from '../common/measure';
import { type Item, type TimelineModel } from './model';
import { type Palette } from './palette';
import { type Looks } from './series';
import { type Range } from './types';

export type Tone = 'primary' | 'secondary' | 'strong' | 'good' | 'bad' | 'link';

export interface TextRun {
  text: string;
  tone?: Tone;
  bold?: boolean;
  /** Overrides the tone, for text on a fill. */
  color?: string;
}

export interface Label {
  x: number;
  /** Middle of the line. */
  y: number;
  anchor: 'start' | 'middle' | 'end';
  size: number;
  runs: TextRun[];
}

/** A box in px within its lane. */
export interface Box {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

/** Something that can be hovered, reached by keys and zoomed to. */
export interface Mark extends Box {
  id: string;
  /** `run` and `bucket` stand for several items; `jump` leads to items outside the range. */
  type: 'item' | 'run' | 'bucket' | 'stop' | 'jump';
  /** Positions in `TimelineModel.items`. */
  items: number[];
  from: number;
  to: number;
  label?: Box;
  jump?: Range;
}

/** A word of the gutter at a height of the lane: a number of the count axis, or the name of a line below it. */
export interface GutterTick {
  y: number;
  text: string;
  left?: boolean;
}

export interface LaneScene {
  key: string;
  title: string;
  /** Lines below the title in the gutter. */
  note: string[];
  /** Top of the lane and its height, px within the scrolled content. */
  y: number;
  height: number;
  /** Height of the heading above the marks where there is no gutter. */
  heading: number;
  shapes: Shape[];
  labels: Label[];
  marks: Mark[];
  ticks: GutterTick[];
  /** Number of items of the lane that are in the range. */
  inView: number;
}

/** What a lane draws before it is stacked below the others. */
export type LaneBody = Pick<LaneScene, 'height' | 'shapes' | 'labels' | 'marks'> &
  Partial<Pick<LaneScene, 'ticks' | 'note'>>;

export interface LaneContext {
  model: TimelineModel;
  range: Range;
  width: number;
  /** Px of a time; not clamped. */
  x(time: number): number;
  /** The now line in px, null when it is out of view. */
  nowX: number | null;
  zone: TimeZone;
  palette: Palette;
  looks: Looks;
  measure: Measure;
  /** Px of the column with the lanes' names; 0 where there is none. */
  gutter: number;
  phone: boolean;
  labels: boolean;
  /** Px that the lane of columns may take. */
  columnHeight: number;
  /** Rows of names that single dates may take, above and below together. */
  stopRows: number;
}

/** Items of a lane by where they lie. */
export interface Split {
  visible: Item[];
  before: Item[];
  after: Item[];
}

export function split(items: readonly Item[], range: Range): Split {
  const out: Split = { visible: [], before: [], after: [] };
  for (const item of items) {
    (item.end < range.from ? out.before : item.start > range.to ? out.after : out.visible).push(item);
  }
  return out;
}
