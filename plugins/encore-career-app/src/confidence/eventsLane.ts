import { t } from '../common/t';

import { type Measure } from '../common/measure';
import { type EventItem } from './events';
import { type Box, placeTexts } from './labels';
import { laneEvents, type Layout } from './layout';
import { type Model } from './model';

export type EventSign = 'bar' | 'record' | 'diamond';

export interface LaneMark {
  event: EventItem;
  sign: EventSign;
  x: number;
  /** 0 for an instant */
  width: number;
  y: number;
  text?: { x: number; value: string };
}

const BAR = 12;
const RADIUS = 6;
const TEXT_HEIGHT = 14;

/** Spans are bars, releases records, other instants diamonds; the same signs as in the career timeline. */
export function signOf({ timeEnd, kind }: Pick<EventItem, 'timeEnd' | 'kind'>): EventSign {
  if (timeEnd !== undefined) {
    return 'bar';
  }
  return kind === 'release' ? 'record' : 'diamond';
}

/** Places the events lane: every mark in the window, and a text to its right or left where there is room for one. */
export function layLane(model: Model, layout: Layout, hiddenKinds: ReadonlySet<string>, measure: Measure): LaneMark[] {
  const { lane, plot, window, scales, nowX, clockX } = layout;
  if (lane === undefined) {
    return [];
  }
  const y = lane + 14;
  const marks = laneEvents(model)
    .filter(
      ({ kind, time, timeEnd }) => !hiddenKinds.has(kind) && time <= window.to && (timeEnd ?? time) >= window.from
    )
    .map((event): LaneMark => {
      const x = Math.max(scales.x(event.time), plot.left);
      const end = event.timeEnd === undefined ? x : Math.min(scales.x(event.timeEnd), plot.right);
      return { event, sign: signOf(event), x, width: event.timeEnd === undefined ? 0 : Math.max(4, end - x), y };
    });
  // Instants lie on spans, never under them.
  marks.sort((a, b) => b.width - a.width);
  if (layout.dense) {
    return marks;
  }
  const bounds = { x: plot.left, y: lane, width: layout.width - plot.left, height: 26 };
  const lines = [nowX, clockX].flatMap((x) => (x === undefined ? [] : [{ x: x - 2, y: lane, width: 4, height: 26 }]));
  const placed = placeTexts(
    marks.map((mark) => ({
      weight: mark.width,
      places: textsOf(mark.event).flatMap((value) => besides(mark, value, measure)),
    })),
    bounds,
    [...marks.map(boxOf), ...lines]
  );
  return marks.map((mark, i) => ({ ...mark, text: placed[i] }));
}

/** The full text first, then the shorter one for tight places. */
function textsOf({ title, kind, value }: EventItem): string[] {
  if (kind === 'tour' && value !== undefined) {
    const shows = t('confidence.event.shows', '{{n}} shows', { n: value });
    return [`${title}, ${shows}`, shows];
  }
  return [kind === 'release' ? t('confidence.event.release', '“{{title}}”', { title }) : title];
}

function besides({ x, width, y }: LaneMark, value: string, measure: Measure) {
  const length = measure(value);
  const reach = width > 0 ? 0 : RADIUS;
  const box = (left: number) => ({ x: left, y: y - TEXT_HEIGHT / 2, width: length, height: TEXT_HEIGHT, value });
  return [box(x + width + reach + 5), box(x - reach - 5 - length)];
}

function boxOf({ x, width, y }: LaneMark): Box {
  return width > 0
    ? { x, y: y - BAR / 2, width, height: BAR }
    : { x: x - RADIUS, y: y - RADIUS, width: 2 * RADIUS, height: 2 * RADIUS };
}
