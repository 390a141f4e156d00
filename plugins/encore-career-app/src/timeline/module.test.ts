import { type PanelModel, type PanelOptionsEditorBuilder } from '@grafana/data';
import { careerFrames } from './fixtures';
import { changeFrom, migrate } from './migrations';
import { addOptions, candidates, detectedName } from './options';
import pluginJson from './plugin.json';
import { roles } from './roles';
import { suggest } from './suggestions';
import { defaultOptions, type Options } from './types';

const panel = (options: object) => ({ options }) as PanelModel<Partial<Options>>;

describe('migrate', () => {
  it('leaves the options of this version as they are', () => {
    const options = { laneBy: 'kind' as const, fields: { title: 'name' } };
    expect(migrate(panel(options))).toEqual(options);
  });
  it('drops roles that do not exist and empty choices', () => {
    expect(migrate(panel({ fields: { tilte: 'x', title: '', kind: 'type' } }))).toEqual({ fields: { kind: 'type' } });
  });
  it('accepts a panel without options', () => expect(migrate(panel({}))).toEqual({}));
});

describe('changeFrom', () => {
  const legend = { showLegend: false, displayMode: 'list', placement: 'right', calcs: ['max'] };
  it('takes legend and labels from the state timeline', () => {
    const old = { options: { legend, showValue: 'never' } } as never;
    expect(changeFrom(panel({}), 'state-timeline', old)).toEqual({ legend: { ...legend, calcs: [] }, labels: false });
  });
  it('keeps names on when another panel had none', () => {
    expect(changeFrom(panel({}), 'table', {})).toEqual({});
  });
});

describe('suggest', () => {
  it('suggests the timeline for frames with a start and a title', () => {
    expect(suggest({ hasData: true, rawFrames: careerFrames() })).toHaveLength(1);
  });
  it('suggests nothing for numbers over time or without data', () => {
    const numbers = careerFrames().map((frame) => ({
      ...frame,
      fields: frame.fields.filter((f) => f.type !== 'string'),
    }));
    expect(suggest({ hasData: true, rawFrames: numbers })).toBeUndefined();
    expect(suggest({ hasData: false, rawFrames: careerFrames() })).toBeUndefined();
    expect(suggest({})).toBeUndefined();
  });
});

describe('the options', () => {
  it('each tell what they do, and begin as the panel does without them', () => {
    const told: Array<{ path: string; description?: string; defaultValue?: unknown }> = [];
    const builder: object = new Proxy(
      {},
      { get: () => (option: (typeof told)[number]) => (told.push(option), builder) }
    );
    addOptions(builder as PanelOptionsEditorBuilder<Options>);
    const own = told.filter(({ path }) => path in defaultOptions || path?.startsWith('fields.'));
    expect(own.filter(({ description }) => !description)).toEqual([]);
    const begins = Object.fromEntries(own.map(({ path, defaultValue }) => [path, defaultValue]));
    const { fields: _fields, ...rest } = defaultOptions;
    expect(begins).toMatchObject(rest);
  });
});

describe('column pickers', () => {
  it('name what was detected', () => expect(detectedName(careerFrames(), 'timeEnd')).toBe('timeEnd'));
  it('offer columns of the right type, each once', () => {
    const chance = roles.find(({ key }) => key === 'chance')!;
    expect(candidates(careerFrames(), chance).map((c) => c.value)).toEqual(['value', 'chance']);
  });
});

describe('plugin.json', () => {
  it('is the panel of the suite and offers suggestions', () => {
    expect(pluginJson).toMatchObject({ id: 'encore-careertimeline-panel', type: 'panel', suggestions: true });
  });
});
