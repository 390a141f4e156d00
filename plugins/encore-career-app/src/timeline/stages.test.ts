import { createDataFrame, FieldType } from '@grafana/data';
import { contextOf, day, modelOf } from './fixtures';
import { stageBands, stageRank, stageStrength } from './stages';
import { type LaneScene } from './scene';

function stages(artist?: string[]) {
  return createDataFrame({
    name: 'stage',
    fields: [
      { name: 'time', type: FieldType.time, values: [day('2019-07-01'), day('2021-01-01'), day('2023-01-01')] },
      { name: 'timeEnd', type: FieldType.time, values: [day('2021-01-01'), null, null] },
      { name: 'title', type: FieldType.string, values: ['Beginner', 'Performer', 'Expert'] },
      { name: 'ongoing', type: FieldType.boolean, values: [false, false, true] },
      ...(artist ? [{ name: 'artist', type: FieldType.string, values: artist }] : []),
    ],
  });
}

const view = { top: 0, height: 500 };
const rounded = (n: number) => Math.round(n);

describe('stageBands', () => {
  it('covers the career from stage to stage, the last one up to now', () => {
    const ctx = contextOf(modelOf([stages()]));
    const bands = stageBands(ctx, [], view);
    expect(bands.map(({ x0, x1 }) => [rounded(x0), rounded(x1)])).toEqual([
      [rounded(ctx.x(day('2019-07-01'))), rounded(ctx.x(day('2021-01-01')))],
      [rounded(ctx.x(day('2021-01-01'))), rounded(ctx.x(day('2023-01-01')))],
      [rounded(ctx.x(day('2023-01-01'))), rounded(ctx.nowX!)],
    ]);
    expect(bands.every(({ y, height }) => y === 0 && height === 500)).toBe(true);
  });

  it('gets stronger with the stage, and stays fainter than the stage’s own lane', () => {
    const model = modelOf([stages()]);
    const alpha = (hex: string) => parseInt(hex.slice(7), 16) / 255;
    const bands = stageBands(contextOf(model), [], view).map(({ fill }) => alpha(fill));
    expect(bands).toEqual([...bands].sort((a, b) => a - b));
    expect(bands[2]).toBeLessThan(stageStrength('Beginner', model));
  });

  it('stays behind the lane of its artist where there are several', () => {
    const model = modelOf([stages(['Ada', 'Ben', 'Ben'])]);
    const lanes = ['Ben', 'Ada'].map((key, i) => ({ key, y: i * 25, height: 25 }) as LaneScene);
    expect(stageBands(contextOf(model), lanes, view).map(({ y, height }) => [y, height])).toEqual([
      [0, 25],
      [0, 25],
      [25, 25],
    ]);
  });
});

describe('stageRank', () => {
  it('ranks names that it does not know by their first appearance', () => {
    const frame = stages();
    frame.fields[2].values = ['Garage', 'Club', 'Arena'];
    const model = modelOf([frame]);
    expect(['Garage', 'Club', 'Arena'].map((title) => stageRank(title, model))).toEqual([0, 1, 2]);
  });
});
