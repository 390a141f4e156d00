import { createTheme, type DataFrame } from '@grafana/data';
import { SortOrder, TooltipDisplayMode } from '@grafana/schema';

import { eventsFrame, forecastFrame, testedMeta } from './fixtures';
import { formatOf } from './format';
import { type Model, prepareModel } from './model';
import { spoken, tooltipAt } from './tooltip';

const theme = createTheme();

function tooltip(frames: DataFrame[], time: number, mode = TooltipDisplayMode.Multi, sort = SortOrder.None) {
  const model = prepareModel(
    frames,
    { fields: {}, level: 80 },
    { theme, timeZone: 'utc', clock: Date.UTC(2026, 9, 31) }
  ) as Model;
  const formats = model.series.map((series) => formatOf(series, theme));
  return tooltipAt(time, 0, {
    model,
    formats,
    options: { tooltip: { mode, sort } },
    theme,
    strength: 1,
    hiddenKinds: new Set(),
  });
}
const rows = (content: ReturnType<typeof tooltip>) => content.rows.map(({ label, value }) => [label, value]);
const june = Date.UTC(2027, 5, 1);

describe('tooltipAt', () => {
  it('tells a future month: expected, ranges as odds, the same month a year before, what is planned', () => {
    const content = tooltip([forecastFrame({ custom: testedMeta }), eventsFrame()], june);
    expect([content.title, content.aside]).toEqual(['June 2027', '8 months ahead']);
    expect(rows(content)).toEqual([
      ['Expected', '$41,500'],
      ['1 in 2 chance', '$39,300 – $44,200'],
      ['4 in 5', '$35,900 – $48,400'],
      ['19 in 20', '$33,600 – $51,200'],
      ['June 2026', '$25,600'],
    ]);
    expect(content.events).toMatchObject([{ text: 'Summer tour' }]);
  });

  it('tells a known month and why it was unusual', () => {
    const content = tooltip([forecastFrame({ custom: testedMeta }), eventsFrame()], Date.UTC(2026, 2, 1));
    expect(content.aside).toBe('');
    expect(rows(content)).toEqual([
      ['Revenue', '$38,700'],
      ['March 2025', '$18,300'],
    ]);
    expect(content.events).toMatchObject([{ text: '1.9× the usual March', note: 'TV placement' }]);
  });

  it('is short in mode Single', () => {
    expect(rows(tooltip([forecastFrame()], june, TooltipDisplayMode.Single)).map(([label]) => label)).toEqual([
      'Expected',
      '19 in 20',
    ]);
  });

  it('leaves out hidden bands', () => {
    const frame = forecastFrame();
    frame.fields
      .filter((f) => f.labels?.level === '80')
      .forEach((f) => (f.config.custom = { hideFrom: { viz: true, tooltip: true } }));
    expect(rows(tooltip([frame], june)).map(([label]) => label)).toEqual([
      'Expected',
      '1 in 2 chance',
      '19 in 20',
      'June 2026',
    ]);
  });

  it('lists several series, sorted as the options say', () => {
    const other = forecastFrame({ future: [1, 2, 3, 4, 5, 6, 7, 90000] });
    other.name = 'other';
    const content = tooltip([forecastFrame(), other], june, TooltipDisplayMode.Multi, SortOrder.Descending);
    expect(rows(content)).toEqual([
      ['other', '$90,000'],
      ['forecast', '$41,500'],
    ]);
  });

  it('can be said in a sentence', () => {
    expect(spoken(tooltip([forecastFrame({ levels: [80] })], june))).toBe(
      'June 2027, 8 months ahead. Expected $41,500. 4 in 5 chance $35,900 – $48,400. June 2026 $25,600'
    );
  });
});
