import { createTheme, type DataFrame, toDataFrame } from '@grafana/data';

import { eventsFrame, forecastFrame, testedMeta } from './fixtures';
import { type Model, prepareModel, type Warning } from './model';

const context = { theme: createTheme(), timeZone: 'browser', clock: Date.UTC(2026, 9, 31) };
const prepare = (...frames: DataFrame[]) => prepareModel(frames, { fields: {}, level: 80 }, context);

function modelOf(...frames: DataFrame[]): Model {
  const model = prepare(...frames);
  if ('warn' in model) {
    throw new Error(`no model: ${model.warn}`);
  }
  return model;
}

const numbers = (names: string[]) =>
  toDataFrame({
    fields: [
      { name: 'time', type: 'time', values: [1, 2] },
      ...names.map((name) => ({ name, type: 'number', values: [1, 2] })),
    ],
  });

describe('prepareModel', () => {
  it('reads the forecast query: history, expected value, bands widest first', () => {
    const { series, bucket, now, money } = modelOf(forecastFrame({ custom: testedMeta }));
    expect(series).toHaveLength(1);
    expect(series[0].bands.map((b) => b.level)).toEqual([95, 80, 50]);
    expect(series[0].last).toBe(35);
    expect(bucket.unit).toBe('month');
    expect(now).toMatchObject({ time: Date.UTC(2026, 9, 1), label: 'Now: Oct 2026' });
    expect(money).toBe(true);
    expect(series[0].name).toBe('Revenue');
  });

  it('says where the known ends when the clock has gone on, and shows the present when data lags behind', () => {
    const at = (clock: number) => {
      const model = prepareModel(
        [forecastFrame({ custom: testedMeta })],
        { fields: {}, level: 80 },
        { ...context, clock }
      );
      const { label, clock: present } = (model as Model).now!;
      return [label, present?.label];
    };
    expect(at(Date.UTC(2026, 10, 24))).toEqual(['Now · known to Oct 2026', undefined]);
    expect(at(Date.UTC(2027, 0, 20))).toEqual(['Known to Oct 2026', 'Now: Jan 2027']);
  });

  it('clips bounds at zero where the source says that values are never negative, whatever their unit', () => {
    const spread = () => 90000;
    const lowest = (options: Parameters<typeof forecastFrame>[0]) =>
      Math.min(...modelOf(forecastFrame({ spread, ...options })).series[0].bands[0].lower.slice(36));
    expect(lowest({ custom: { nonNegative: true } })).toBe(0);
    expect(lowest({ custom: { nonNegative: true }, unit: 'short' })).toBe(0);
    expect(lowest({})).toBeLessThan(0);
    expect(lowest({ custom: { nonNegative: false } })).toBeLessThan(0);
  });

  it('clips each series by what its own frame says', () => {
    const of = (artist: string, nonNegative: boolean) => {
      const frame = forecastFrame({ spread: () => 90000, custom: { nonNegative } });
      frame.fields.slice(1).forEach((field) => (field.labels = { ...field.labels, artist }));
      return frame;
    };
    const { series } = modelOf(of('Revenue', true), of('Net income', false));
    const lowest = series.map(({ bands }) => Math.min(...bands[0].lower.slice(36)));
    expect(lowest[0]).toBe(0);
    expect(lowest[1]).toBeLessThan(0);
  });

  it('skips a missing bound at its level only', () => {
    const frame = forecastFrame();
    const upper80 = frame.fields.find((f) => f.name === 'upper' && f.labels?.level === '80')!;
    frame.fields = frame.fields.filter((field) => field !== upper80);
    expect(modelOf(frame).series[0].bands.map((b) => b.level)).toEqual([95, 50]);
  });

  it('reads events beside the forecast, and tells planned ones', () => {
    const { events } = modelOf(forecastFrame({ custom: testedMeta }), eventsFrame());
    expect(events.map(({ title, planned }) => [title, planned])).toEqual([
      ['Spring tour', false],
      ['February 2025', false],
      ['Glass Hours', false],
      ['Autumn tour', false],
      ['March 2026', false],
      ['Low Tide', true],
      ['Summer tour', true],
    ]);
  });

  it('names several series by the labels that tell them apart', () => {
    const of = (artist: string) => {
      const frame = forecastFrame();
      frame.fields.slice(1).forEach((field) => (field.labels = { ...field.labels, artist, source: 'gigs' }));
      return frame;
    };
    const { series } = modelOf(of('Nova Parade'), of('AC/DC'));
    expect(series.map((s) => s.name)).toEqual(['Nova Parade', 'AC/DC']);
    expect(new Set(series.map((s) => s.color)).size).toBe(2);
  });

  it('sees that there is too little history for a forecast', () => {
    const few = modelOf(forecastFrame({ months: [5200, 6100, 4300], future: [], custom: { backtest: { n: 0 } } }));
    expect(few.thin).toHaveLength(3);
    const zoomed = modelOf(forecastFrame({ months: [5200, 6100, 4300], future: [], custom: testedMeta }));
    expect(zoomed.thin).toBeUndefined();
  });

  it('sorts rows that come out of order', () => {
    const frame = toDataFrame({
      fields: [
        { name: 'time', type: 'time', values: [3, 1, 2] },
        { name: 'mean', type: 'number', values: [30, 10, 20] },
      ],
    });
    expect([...modelOf(frame).series[0].mean]).toEqual([10, 20, 30]);
  });

  it('brings the notices of the data, and its own about levels that are there twice', () => {
    const frame = numbers(['mean', 'lower', 'upper', 'lo80', 'hi80']);
    frame.meta = { notices: [{ severity: 'info', text: 'from cache' }] };
    expect(modelOf(frame).notices.map((n) => n.severity)).toEqual(['info', 'warning']);
  });

  it('says what is missing', () => {
    const warning = (...frames: DataFrame[]): Warning => prepare(...frames) as Warning;
    expect(warning(numbers(['value'])).warn).toContain(
      'The data has time, value, but no field named mean, median, yhat'
    );
    expect(warning(toDataFrame({ fields: [{ name: 'mean', type: 'number', values: [1] }] }))).toMatchObject({
      needsTimeField: true,
    });
    expect(warning(toDataFrame({ fields: [{ name: 'time', type: 'time', values: [1] }] }))).toMatchObject({
      needsNumberField: true,
    });
    expect(warning()).toEqual({ warn: undefined, needsNumberField: false });
    expect(warning(eventsFrame()).warn).toContain('No expected value found');
  });
});
