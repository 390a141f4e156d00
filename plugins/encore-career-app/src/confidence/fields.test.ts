import { toDataFrame } from '@grafana/data';

import { type FieldGroup, groupFields } from './fields';

const time = { name: 'time', values: [1, 2] };
const number = (name: string, more: object = {}) => ({ name, values: [1, 2], ...more });
const options = { fields: {}, level: 80 };
const frameOf = (...fields: Array<ReturnType<typeof number>>) =>
  toDataFrame({ fields: [{ ...time, type: 'time' }, ...fields.map((f) => ({ type: 'number', ...f }))] });

const told = (group: FieldGroup) => ({
  key: group.key,
  actual: group.actual?.field.name,
  mean: group.mean?.field.name,
  levels: group.pairs.map((p) => [p.level, p.lower?.field.name, p.upper?.field.name]),
  extras: group.extras.map((e) => e.field.name),
});

describe('groupFields', () => {
  it('reads the wide frame of the forecast query', () => {
    const bound = (name: string, level: string) => number(name, { labels: { level } });
    const frame = frameOf(
      number('actual'),
      number('mean'),
      bound('lower', '50'),
      bound('upper', '50'),
      bound('lower', '95'),
      bound('upper', '95')
    );
    expect(groupFields([frame], options).map(told)).toEqual([
      {
        key: '',
        actual: 'actual',
        mean: 'mean',
        levels: [
          [50, 'lower', 'upper'],
          [95, 'lower', 'upper'],
        ],
        extras: [],
      },
    ]);
  });

  it('reads percentiles, with the first other number as the history', () => {
    const frame = frameOf(number('Revenue'), number('p05'), number('p50'), number('p95'), number('shows'));
    expect(groupFields([frame], options).map(told)).toEqual([
      { key: '', actual: 'Revenue', mean: 'p50', levels: [[90, 'p05', 'p95']], extras: ['shows'] },
    ]);
  });

  it('gives unlabelled bounds the level of the options', () => {
    const frame = frameOf(number('y'), number('yhat'), number('yhat_lower'), number('yhat_upper'));
    expect(told(groupFields([frame], options)[0]).levels).toEqual([[80, 'yhat_lower', 'yhat_upper']]);
  });

  it('keeps a band without its other bound apart from the complete ones', () => {
    const frame = frameOf(number('y'), number('mean'), number('lo80'), number('hi80'), number('hi95'));
    expect(told(groupFields([frame], options)[0]).levels).toEqual([
      [80, 'lo80', 'hi80'],
      [95, undefined, 'hi95'],
    ]);
  });

  it('makes one series of each label set', () => {
    const of = (name: string, artist: string, level?: string) =>
      number(name, { labels: { artist, ...(level && { level }) } });
    const frame = frameOf(
      of('actual', 'a'),
      of('mean', 'a'),
      of('lower', 'a', '80'),
      of('upper', 'a', '80'),
      of('actual', 'b'),
      of('mean', 'b')
    );
    expect(groupFields([frame], options).map((g) => g.key)).toEqual(['artist=a', 'artist=b']);
  });

  it('joins frames that each hold a part, and only those', () => {
    const parts = [frameOf(number('actual')), frameOf(number('mean'), number('lo80'), number('hi80'))];
    expect(groupFields(parts, options).map(told)).toEqual([
      { key: '', actual: 'actual', mean: 'mean', levels: [[80, 'lo80', 'hi80']], extras: [] },
    ]);
    const wholes = [frameOf(number('actual'), number('mean')), frameOf(number('actual'), number('mean'))];
    expect(groupFields(wholes, options)).toHaveLength(2);
  });

  it('joins one frame a quantile, as Prometheus sends them', () => {
    const quantile = (q: string) => frameOf(number('Value', { labels: { quantile: q, job: 'x' } }));
    const groups = groupFields([quantile('0.05'), quantile('0.5'), quantile('0.95')], options);
    expect(groups.map(told)).toEqual([
      { key: 'job=x', actual: undefined, mean: 'Value', levels: [[90, 'Value', 'Value']], extras: [] },
    ]);
  });

  it('lets picked fields and field overrides win', () => {
    const frame = frameOf(
      number('mean'),
      number('best guess'),
      number('a', { config: { custom: { role: 'lower', level: 60 } } }),
      number('b', { config: { custom: { role: 'upper', level: 60 } } }),
      number('junk', { config: { custom: { role: 'off' } } })
    );
    expect(groupFields([frame], { fields: { mean: 'best guess' }, level: 80 }).map(told)).toEqual([
      { key: '', actual: 'mean', mean: 'best guess', levels: [[60, 'a', 'b']], extras: [] },
    ]);
  });

  it('does not take a lone "high score" for a bound', () => {
    const frame = frameOf(number('high score of the week'), number('mean'));
    expect(told(groupFields([frame], options)[0])).toMatchObject({ actual: 'high score of the week', levels: [] });
  });

  it('says which level is there twice', () => {
    const frame = frameOf(number('mean'), number('lower'), number('upper'), number('lo80'), number('hi80'));
    expect(groupFields([frame], options)[0].doubled).toEqual([80]);
  });
});
