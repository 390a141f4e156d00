import { createTheme, type DataFrame, toDataFrame } from '@grafana/data';

import { estimate } from '../common/measure';
import { eventsFrame, forecastFrame, testedMeta } from './fixtures';
import { formatOf } from './format';
import { fittingCells, headerCells } from './headerCells';
import { headerForm, headerLine } from './headerLine';
import { type Model, prepareModel } from './model';

const theme = createTheme();
const modelOf = (...frames: DataFrame[]) =>
  prepareModel(frames, { fields: {}, level: 80 }, { theme, timeZone: 'utc', clock: Date.UTC(2026, 9, 31) }) as Model;
const cellsOf = (model: Model) => headerCells(model, formatOf(model.series[0], theme), { expected: 'auto' });
const told = (model: Model) => cellsOf(model).map(({ title, big, note }) => [title, big, note]);

describe('headerCells', () => {
  it('tells total, change, error beside the naive one, and coverage with the miss named', () => {
    expect(told(modelOf(forecastFrame({ custom: testedMeta }), eventsFrame()))).toEqual([
      ['Nova Parade, next 12 months', '$353K expected', '4 in 5 chance of *$309K to $403K*'],
      ['Against the last 12 months, $309K', '+14%', '*90%* chance to earn more'],
      [
        'How good were the last 20 forecasts?',
        'off by 9% on average',
        'a month ahead; last year’s value: off by *27%*',
      ],
      ['Did the 95% band hold?', '19 of 20 months', 'the miss: *Mar 2026*, TV placement'],
    ]);
  });

  it('says when it is not tested yet, and from when it will be', () => {
    const custom = { backtest: { n: 0, from: Date.UTC(2027, 1, 1) } };
    expect(told(modelOf(forecastFrame({ custom }))).slice(1)).toEqual([
      ['How good were past forecasts?', 'not tested yet', 'with enough history: *Feb 2027*'],
    ]);
  });

  it('gives a sum of money without a range when the data brings no total, never a sum of bounds', () => {
    expect(told(modelOf(forecastFrame()))[0]).toEqual(['Nova Parade, next 12 months', '$351K expected', '']);
  });

  it('tells what does not add up as of the end of the horizon', () => {
    const frame = toDataFrame({
      fields: [
        { name: 'time', type: 'time', values: [Date.UTC(2026, 0, 1), Date.UTC(2026, 1, 1), Date.UTC(2026, 2, 1)] },
        { name: 'followers', type: 'number', values: [100, null, null] },
        { name: 'p10', type: 'number', values: [null, 101, 102] },
        { name: 'p50', type: 'number', values: [null, 110, 120] },
        { name: 'p90', type: 'number', values: [null, 119, 138] },
      ],
    });
    expect(told(modelOf(frame))[0]).toEqual(['Mar 2026', '120 expected', '4 in 5 chance of *102 to 138*']);
  });

  it('keeps names as they are written', () => {
    const custom = { ...testedMeta, subject: 'AC/DC & <Friends>' };
    expect(told(modelOf(forecastFrame({ custom })))[0][0]).toBe('AC/DC & <Friends>, next 12 months');
  });

  it('drops cells from the right when narrow, the first one never', () => {
    const cells = cellsOf(modelOf(forecastFrame({ custom: testedMeta })));
    const keys = (width: number) => fittingCells(cells, width, estimate).map(({ key }) => key);
    expect(keys(2000)).toEqual(['expected', 'change', 'error', 'coverage']);
    expect(keys(560)).toEqual(['expected', 'change']);
    expect(keys(10)).toEqual(['expected']);
  });
});

describe('headerForm', () => {
  const one = modelOf(forecastFrame());

  it('follows the room there is', () => {
    expect(headerForm('auto', one, 1300, 500, false)).toBe('cells');
    expect(headerForm('auto', one, 676, 400, true)).toBe('line');
    expect(headerForm('auto', one, 360, 400, false)).toBe('stack');
    expect(headerForm('auto', one, 1300, 140, false)).toBe('none');
    expect(headerForm('hidden', one, 1300, 500, false)).toBe('none');
  });

  it('has none for several series', () => {
    expect(headerForm('auto', modelOf(forecastFrame(), forecastFrame()), 1300, 500, false)).toBe('none');
  });
});

describe('headerLine', () => {
  it('says all in one line', () => {
    expect(headerLine(modelOf(forecastFrame({ custom: testedMeta })))).toBe(
      '*Nova Parade*, 36 months and 12 ahead · off by *9%* a month · 95% band held in *19 of 20*'
    );
  });
});
