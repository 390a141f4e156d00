import { t } from '../common/t';

import { type Bucket } from '../common/bucket';
import { writeDate } from '../common/dates';
import { type Measure } from '../common/measure';
import { type EventItem } from './events';
import { type Box, crossesLine, placeTexts, type TextWish } from './labels';
import { type Layout } from './layout';
import { type Series } from './series';
import { units } from './words';

/** A point that stands out, on its series' row. */
export interface Unusual {
  event: EventItem;
  row: number;
  above: boolean;
}

export interface Ring {
  unusual: Unusual;
  x: number;
  y: number;
}

export interface RingText {
  key: string;
  above: boolean;
  x: number;
  y: number;
  lines: string[];
}

/** Finds the row of each unusual event: the bucket that holds its time. */
export function unusualOf(events: EventItem[], { times, actual }: Series): Unusual[] {
  return events
    .filter(({ kind }) => kind === 'unusual')
    .flatMap((event) => {
      let row = times.length - 1;
      while (row >= 0 && times[row] > event.time) {
        row--;
      }
      const value = event.value ?? actual[row];
      return row >= 0 && isFinite(actual[row]) ? [{ event, row, above: value >= (event.usual ?? 0) }] : [];
    });
}

/** "1.9× the usual March", "−58% against the usual February"; without a usual value, the event's own title. */
export function sizeText({ title, value, usual, time }: EventItem, { unit, timeZone }: Bucket): string {
  if (value === undefined || !usual) {
    return title;
  }
  const month = writeDate(time, 'longMonth', timeZone).replace(/\s*\d+$/, '');
  const size = sizeOf(value, usual);
  if (unit !== 'month') {
    return value >= usual
      ? t('confidence.unusual.timesUsual', '{{size}} the usual', { size })
      : t('confidence.unusual.belowUsual', '{{size}} against the usual', { size });
  }
  return value >= usual
    ? t('confidence.unusual.timesMonth', '{{size}} the usual {{month}}', { size, month })
    : t('confidence.unusual.belowMonth', '{{size}} against the usual {{month}}', { size, month });
}

function sizeOf(value: number, usual: number) {
  return value >= usual ? `${(value / usual).toFixed(1)}×` : `−${Math.round((1 - value / usual) * 100)}%`;
}

function shortSize({ title, value, usual }: EventItem) {
  return value === undefined || !usual ? title : sizeOf(value, usual);
}

export function ringsOf(list: Unusual[], { series: [drawing], window }: Layout): Ring[] {
  return list.flatMap((unusual) => {
    const at = unusual.row - drawing.start;
    const time = drawing.series.times[unusual.row];
    const y = drawing.actualYs[at];
    return time >= window.from && time <= window.to && isFinite(y) ? [{ unusual, x: drawing.xs[at], y }] : [];
  });
}

const NEAR = 24;
const LINE = 15;
const MOST_TEXTS = 3;
const ARROW = 16;
const CLEAR = 5;

/** Texts beside the rings: two lines each, on a side where no line runs, never over the now line; at most three. */
export function ringTexts(rings: Ring[], layout: Layout, bucket: Bucket, measure: Measure): RingText[] {
  const {
    plot,
    series: [drawing],
    nowX,
    clockX,
  } = layout;
  const clusters = clusterRings(rings);
  const wishes = clusters.map((cluster) => wishOf(cluster, bucket, measure));
  const bounds = { x: plot.left, y: plot.top, width: plot.right - plot.left, height: plot.bottom - plot.top };
  const lines = [nowX, clockX].flatMap((x) =>
    x === undefined ? [] : [{ x: x - 3, y: 0, width: 6, height: layout.height }]
  );
  const circles = rings.map(({ x, y }) => ({ x: x - 6, y: y - 6, width: 12, height: 12 }));
  const blocked = (box: Box) => {
    const clear = { ...box, y: box.y - CLEAR, height: box.height + 2 * CLEAR };
    return crossesLine(clear, drawing.xs, drawing.actualYs) || crossesLine(clear, drawing.xs, drawing.meanYs);
  };
  const placed = placeTexts(wishes, bounds, [...lines, ...circles], blocked, MOST_TEXTS);
  return placed.flatMap((box, i) =>
    box ? [{ key: `${clusters[i][0].x}`, above: wishes[i].above, lines: box.lines, x: box.x, y: box.y }] : []
  );
}

interface LinesBox extends Box {
  lines: string[];
}

interface Wish extends TextWish<LinesBox> {
  above: boolean;
}

function clusterRings(rings: Ring[]): Ring[][] {
  const clusters: Ring[][] = [];
  for (const ring of [...rings].sort((a, b) => a.x - b.x)) {
    const last = clusters[clusters.length - 1];
    const near =
      last && Math.abs(ring.x - last[last.length - 1].x) < NEAR && ring.unusual.above === last[0].unusual.above;
    if (near) {
      last.push(ring);
    } else {
      clusters.push([ring]);
    }
  }
  return clusters;
}

/** The full text beside, over or under its rings; where that is tight, its size alone. */
function wishOf(cluster: Ring[], bucket: Bucket, measure: Measure): Wish {
  const [{ unusual }] = cluster;
  const full = cluster.length > 1 ? [groupText(cluster, bucket)] : linesOf(unusual.event, bucket);
  const short = cluster.length > 1 ? [] : [[shortSize(unusual.event)]];
  const places = [full, ...short].flatMap((lines) => placesOf(cluster, lines, unusual.above, measure));
  return { places, weight: weightOf(unusual.event), above: unusual.above };
}

function placesOf(cluster: Ring[], lines: string[], above: boolean, measure: Measure): LinesBox[] {
  const width = Math.max(...lines.map((line) => measure(line))) + ARROW;
  const height = lines.length * LINE;
  const left = Math.min(...cluster.map(({ x }) => x));
  const right = Math.max(...cluster.map(({ x }) => x));
  const top = Math.min(...cluster.map(({ y }) => y));
  const bottom = Math.max(...cluster.map(({ y }) => y));
  const level = above ? top - 16 : bottom - 16;
  const middle = (left + right) / 2 - width / 2;
  return [
    { x: right + 9, y: level },
    { x: left - 9 - width, y: level },
    { x: middle, y: above ? top - 10 - height : bottom + 10 },
  ].map((at) => ({ ...at, width, height, lines }));
}

function linesOf(event: EventItem, bucket: Bucket) {
  return event.reason ? [sizeText(event, bucket), event.reason] : [sizeText(event, bucket)];
}

function groupText(cluster: Ring[], { unit }: Bucket) {
  const reason = cluster.map(({ unusual }) => unusual.event.reason).find(Boolean);
  const n = cluster.length;
  const what = cluster[0].unusual.above
    ? t('confidence.unusual.manyHigh', '{{n}} high {{units}}', { n, units: units(unit) })
    : t('confidence.unusual.manyLow', '{{n}} low {{units}}', { n, units: units(unit) });
  return reason ? `${what}: ${reason}` : what;
}

function weightOf({ value, usual }: EventItem) {
  return value && usual ? Math.abs(Math.log(value / usual)) : 0;
}
