import { careerFrames, contextOf, modelOf } from './fixtures';
import { nearestMark, reachable } from './hit';
import { drawnLanes } from './lanesOf';
import { drawLane, groupLanes, planLane, stackLanes } from './layout';
import { type Place, type Step, walk } from './walk';

const model = modelOf(careerFrames());
const ctx = contextOf(model);
const groups = groupLanes(model, 'auto');
const lanes = drawnLanes(
  stackLanes(
    groups,
    groups.map((lane) => drawLane(planLane(lane, ctx), ctx)),
    ctx
  )
);
const start = (key: string): Place => ({ lane: lanes.at(lanes.indexOf(key)) });
const go = (key: string, steps: Step[], column = 0) =>
  steps.reduce((place, step) => walk(lanes, place, step, 3, column), start(key));

describe('walk', () => {
  it('goes from the first mark of a lane to the last, and no further', () => {
    const marks = reachable(start('show').lane);
    expect(go('show', ['right']).mark).toBe(marks[0]);
    expect(go('show', ['last', 'right']).mark).toBe(marks[marks.length - 1]);
    expect(go('show', ['first', 'left']).mark).toBe(marks[0]);
    expect(go('show', ['left']).mark).toBe(marks[marks.length - 1]);
  });

  it('goes up and down to the mark nearest to the column', () => {
    const tour = go('tour', ['right']);
    const column = (tour.mark!.x0 + tour.mark!.x1) / 2;
    const below = walk(lanes, tour, 'down', 3, column);
    expect(below.lane.key).toBe('show');
    expect(below.mark).toBe(nearestMark(reachable(below.lane), column));
    expect(model.items[below.mark!.items[0]].group).toBe('Paper Boats Tour');
    expect(walk(lanes, below, 'up', 3, column).mark).toBe(tour.mark);
  });

  it('stays in the first and last lane, and jumps to them', () => {
    expect(go('tour', ['right', 'up']).lane.key).toBe('tour');
    expect(go('tour', ['bottom']).lane.key).toBe('goal');
    expect(go('goal', ['down']).lane.key).toBe('goal');
    expect(go('goal', ['top']).lane.key).toBe('tour');
    expect(go('tour', ['pageDown']).lane.key).toBe('goal');
  });

  it('reaches no mark by changing the lane before one was reached', () => {
    expect(go('tour', ['down']).mark).toBeUndefined();
  });
});
