import { nearestMark, reachable } from './hit';
import { type Lanes } from './lanesOf';
import { type LaneScene, type Mark } from './scene';

/** Where the keys stand: a lane, and in it a mark once one has been reached. */
export interface Place {
  lane: LaneScene;
  mark?: Mark;
}

export type Step = 'left' | 'right' | 'first' | 'last' | 'up' | 'down' | 'pageUp' | 'pageDown' | 'top' | 'bottom';

const clamp = (index: number, count: number) => Math.min(Math.max(index, 0), count - 1);

function along(place: Place, step: Step): Place {
  const marks = reachable(place.lane);
  const at = place.mark ? marks.findIndex((mark) => mark.id === place.mark?.id) : -1;
  const to = { left: at < 0 ? marks.length - 1 : at - 1, right: at + 1, first: 0, last: marks.length - 1 };
  const next = to[step as keyof typeof to];
  return marks.length === 0 ? { lane: place.lane } : { lane: place.lane, mark: marks[clamp(next, marks.length)] };
}

/**
 * The next place of the keys: marks of a lane by left and right, lanes by up and down, where the mark nearest to the
 * column is taken. Ends hold; a lane without marks is a place of its own.
 * @param page lanes that a page key goes
 * @param column px that up and down keep to
 */
export function walk(lanes: Lanes, place: Place, step: Step, page: number, column: number): Place {
  const at = lanes.indexOf(place.lane.key);
  const to = {
    up: at - 1,
    down: at + 1,
    pageUp: at - page,
    pageDown: at + page,
    top: 0,
    bottom: lanes.count - 1,
  };
  if (!(step in to)) {
    return along(place, step);
  }
  const next = clamp(to[step as keyof typeof to], lanes.count);
  if (next === at) {
    return place;
  }
  const lane = lanes.at(next);
  return { lane, mark: place.mark ? nearestMark(reachable(lane), column) : undefined };
}
