import { createDataFrame, FieldType } from '@grafana/data';
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

describe('the entry of the stages', () => {
  it('names each stage that the range shows', () => {
    const stages = createDataFrame({
      name: 'stage',
      fields: [
        { name: 'time', type: FieldType.time, values: ['2019-02-01', '2021-01-01', '2023-01-01'].map(day) },
        { name: 'timeEnd', type: FieldType.time, values: ['2021-01-01', '2023-01-01', '2024-01-01'].map(day) },
        { name: 'title', type: FieldType.string, values: ['Beginner', 'Performer', 'Expert'] },
      ],
    });
    const career = modelOf([...careerFrames(), stages]);
    const range = { from: day('2022-01-01'), to: day('2023-06-01') };
    const [entry] = legendSeries(contextOf(career, range), groupLanes(career, 'auto'));
    expect(entry.parts?.map(({ label }) => label)).toEqual(['Performer', 'Expert']);
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
