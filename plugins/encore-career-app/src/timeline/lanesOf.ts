import { type LaneScene } from './scene';

/** The lanes of a chart, drawn when they are asked for, since thousands of them never show at once. */
export interface Lanes {
  count: number;
  /** Px of all lanes together. */
  height: number;
  /** The i-th lane from the top. */
  at(index: number): LaneScene;
  /** Position of a lane by its key; -1 when there is none. */
  indexOf(key: string): number;
  /** Positions of the first lane and of the one after the last that touch [top, bottom], px. */
  between(top: number, bottom: number): [first: number, end: number];
}

function positions(keys: readonly string[]): (key: string) => number {
  const known = new Map(keys.map((key, i) => [key, i]));
  return (key) => known.get(key) ?? -1;
}

/** Lanes that are drawn already, one below the other. */
export function drawnLanes(lanes: readonly LaneScene[]): Lanes {
  return {
    count: lanes.length,
    height: lanes.reduce((max, lane) => Math.max(max, lane.y + lane.height), 0),
    at: (index) => lanes[index],
    indexOf: positions(lanes.map((lane) => lane.key)),
    between(top, bottom) {
      const first = lanes.findIndex((lane) => lane.y + lane.height > top);
      const end = lanes.findIndex((lane) => lane.y >= bottom);
      return first < 0 ? [0, 0] : [first, end < 0 ? lanes.length : end];
    },
  };
}

/**
 * Lanes of one height, each drawn once, when it is first asked for.
 * @param keys the lanes from the top
 * @param height px of each
 * @param draw the i-th lane, whose top is at y px
 */
export function rowLanes(
  keys: readonly string[],
  height: number,
  draw: (index: number, y: number) => LaneScene
): Lanes {
  const drawn = new Map<number, LaneScene>();
  const clamp = (index: number) => Math.min(Math.max(index, 0), keys.length);
  return {
    count: keys.length,
    height: keys.length * height,
    at(index) {
      const lane = drawn.get(index) ?? draw(index, index * height);
      drawn.set(index, lane);
      return lane;
    },
    indexOf: positions(keys),
    between: (top, bottom) => [clamp(Math.floor(top / height)), clamp(Math.ceil(bottom / height))],
  };
}

/** The lanes that touch [top, bottom]. */
export function lanesBetween(lanes: Lanes, top: number, bottom: number): LaneScene[] {
  const [first, end] = lanes.between(top, bottom);
  return Array.from({ length: Math.max(end - first, 0) }, (_, i) => lanes.at(first + i));
}
