import { careerFrames, contextOf, day, modelOf } from './fixtures';
import { groupLanes } from './layout';
import { isHidden, legendSeries, toggle } from './legend';

const model = modelOf(careerFrames());
const lanes = groupLanes(model, 'auto');
const keys = (range?: { from: number; to: number }) => legendSeries(contextOf(model, range), lanes).map((s) => s.key);
const all = ['a', 'b', 'c'];

describe('legendSeries', () => {
  it('lists what columns stack from afar and states from near', () => {
    expect(keys()).toEqual(['tour', 'show:oneoff', 'release', 'goal']);
    expect(keys({ from: day('2022-02-20'), to: day('2022-07-10') })).toEqual(['tour', 'show:played']);
  });
});

describe('toggle', () => {
  it('isolates by a click and brings all back by a second', () => {
    const alone = toggle(new Set(), 'a', all, false);
    expect([...alone]).toEqual(['b', 'c']);
    expect([...toggle(alone, 'a', all, false)]).toEqual([]);
    expect([...toggle(alone, 'b', all, false)]).toEqual(['a', 'c']);
  });
  it('switches one with Ctrl', () => {
    expect([...toggle(new Set(['b']), 'a', all, true)]).toEqual(['b', 'a']);
    expect([...toggle(new Set(['a']), 'a', all, true)]).toEqual([]);
  });
});

describe('isHidden', () => {
  const ctx = contextOf(model);
  const shows = model.items.filter((item) => item.kind === 'show');
  it('hides tour shows with the tour where columns stack tours, and not where states are listed', () => {
    const far = isHidden(new Set(['tour']), legendSeries(ctx, lanes), ctx.looks);
    expect(shows.filter(far)).toHaveLength(60);
    const near = legendSeries(contextOf(model, { from: day('2022-02-20'), to: day('2022-07-10') }), lanes);
    expect(shows.filter(isHidden(new Set(['tour']), near, ctx.looks)).filter((s) => s.group)).toHaveLength(0);
  });
});
