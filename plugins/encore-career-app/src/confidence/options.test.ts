import {
  type DataFrame,
  PanelOptionsEditorBuilder,
  standardEditorsRegistry,
  type StandardEditorContext,
  toDataFrame,
} from '@grafana/data';

import { eventsFrame, forecastFrame } from './fixtures';
import { addOptions, detected } from './options';
import { suggest } from './suggestions';
import { type ConfidenceOptions } from './types';

const editors = ['radio', 'select', 'boolean', 'number', 'field-name', 'stats-picker'];
standardEditorsRegistry.setInit(() => editors.map((id) => ({ id, name: id, editor: () => null })));

function optionsFor(data: DataFrame[]) {
  const builder = new PanelOptionsEditorBuilder<ConfidenceOptions>();
  addOptions(builder, { data } as StandardEditorContext<ConfidenceOptions>);
  return builder.getItems();
}

describe('options', () => {
  it('has a picker a role that says what was detected', () => {
    const items = optionsFor([forecastFrame({ levels: [50, 95] })]);
    const placeholders = items
      .filter(({ path }) => path.startsWith('fields.'))
      .map(({ path, settings }) => [path, settings.placeholderText]);
    expect(placeholders).toEqual([
      ['fields.time', 'Auto = time'],
      ['fields.actual', 'Auto = actual'],
      ['fields.mean', 'Auto = mean'],
      ['fields.lower', 'Auto = lower 50, lower 95'],
      ['fields.upper', 'Auto = upper 50, upper 95'],
    ]);
  });

  it('says so when nothing was detected', () => {
    expect(detected([], 'mean')).toBe('none');
  });

  it('hides the first cell with the header', () => {
    const expected = optionsFor([]).find(({ path }) => path === 'expected')!;
    const shown = (header: string) => expected.showIf?.({ header } as ConfidenceOptions);
    expect([shown('auto'), shown('hidden')]).toEqual([true, false]);
  });
});

describe('suggest', () => {
  it('offers the panel for an expected value or a whole band, and not for plain series', () => {
    const plain = toDataFrame({
      fields: [
        { name: 'time', type: 'time', values: [1] },
        { name: 'value', type: 'number', values: [1] },
      ],
    });
    expect(suggest({ rawFrames: [forecastFrame()] })).toHaveLength(1);
    expect(suggest({ rawFrames: [plain] })).toBeUndefined();
    expect(suggest({ rawFrames: [eventsFrame()] })).toBeUndefined();
    expect(suggest({})).toBeUndefined();
  });
});
