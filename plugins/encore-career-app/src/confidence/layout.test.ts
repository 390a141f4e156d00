import { createTheme, type DataFrame } from '@grafana/data';

import { estimate } from '../common/measure';
import { layLane } from './eventsLane';
import { eventsFrame, forecastFrame, history, testedMeta } from './fixtures';
import { formatOf } from './format';
import { overlaps } from './labels';
import { layoutOf } from './layout';
import { type Model, prepareModel } from './model';
import { ringsOf, ringTexts, unusualOf } from './unusual';

const theme = createTheme();
const range = { from: Date.UTC(2022, 0, 1), to: Date.UTC(2027, 11, 1) };
const options = { timeAxis: 'data', baseline: 'auto', showEvents: true, showLabels: true } as const;

function laid(frames: DataFrame[], width = 1300, height = 400, span = range) {
  const model = prepareModel(
    frames,
    { fields: {}, level: 80 },
    { theme, timeZone: 'utc', clock: Date.UTC(2026, 9, 31) }
  ) as Model;
  const format = formatOf(model.series[0], theme);
  const layout = layoutOf({
    model,
    format,
    options,
    limits: {},
    width,
    height,
    range: span,
    timeZone: 'utc',
    measure: estimate,
  });
  return { model, layout };
}

describe('layoutOf', () => {
  it('starts money at zero with at most four gridlines that the unit formats', () => {
    const { layout } = laid([forecastFrame({ custom: testedMeta })]);
    expect(layout.yTicks.map(({ label }) => label)).toEqual(['$0', '$20K', '$40K', '$60K']);
    expect(layout.y.min).toBe(0);
  });

  it('trims the range to the data and runs on to the end of the forecast', () => {
    const { layout } = laid([forecastFrame()], 1300, 400, { from: range.from, to: Date.UTC(2026, 10, 1) });
    expect(layout.window).toMatchObject({ from: Date.UTC(2023, 10, 1), to: Date.UTC(2027, 9, 1) });
  });

  it('stays in the past when the dashboard is zoomed into it', () => {
    const { layout } = laid([forecastFrame()], 1300, 400, { from: Date.UTC(2024, 0, 1), to: Date.UTC(2025, 0, 1) });
    expect(layout.window.to).toBe(Date.UTC(2025, 0, 1));
    expect(layout.nowX).toBeUndefined();
  });

  it('tells when nothing lies in the range', () => {
    expect(laid([forecastFrame()], 1300, 400, { from: 0, to: 1000 }).layout.window.outside).toBe(true);
  });

  it('lets bands start at the last known point', () => {
    const { layout } = laid([forecastFrame()]);
    const [drawing] = layout.series;
    const x = Math.round(drawing.xs[35] * 10) / 10;
    for (const { path } of drawing.bands) {
      expect(path.startsWith(`M${x} ${Math.round(drawing.actualYs[35] * 10) / 10}L`)).toBe(true);
      expect(path.endsWith('Z')).toBe(true);
    }
  });

  it('cuts a band beyond three times the highest actual and never squashes the history', () => {
    const spread = (level: number, _: number, mean: number) => (level === 95 ? 10 * mean : 0.1 * mean);
    const { layout } = laid([forecastFrame({ spread, custom: { nonNegative: true } })]);
    expect(layout.y.cut).toBeGreaterThan(300_000);
    expect(layout.y.max).toBeLessThan(2 * Math.max(...history));
  });

  it('keeps direct labels apart and within the plot, and drops them when narrow', () => {
    const { layout } = laid([forecastFrame({ custom: testedMeta })]);
    const ys = layout.labels.map(({ y }) => y).sort((a, b) => a - b);
    expect(layout.labels.map(({ text }) => text)).toEqual(['95% of outcomes', '80%', '50%', 'Expected $34.9K']);
    expect(ys.every((y, i) => i === 0 || y - ys[i - 1] >= 15 - 1e-6)).toBe(true);
    expect(laid([forecastFrame()], 400).layout.labels).toEqual([]);
  });
});

describe('events', () => {
  it('names marks where there is room, never over another mark, text or the now line', () => {
    for (const width of [1300, 900, 620, 520]) {
      const { model, layout } = laid([forecastFrame({ custom: testedMeta }), eventsFrame()], width);
      const marks = layLane(model, layout, new Set(), estimate);
      const texts = marks.flatMap(({ text }) =>
        text ? [{ x: text.x, y: 0, width: estimate(text.value), height: 14 }] : []
      );
      const solid = marks.map(({ x, width: w }) => ({ x: w ? x : x - 6, y: 0, width: w || 12, height: 14 }));
      texts.forEach((a, i) => {
        expect([...solid, ...texts.slice(0, i)].some((b) => overlaps(a, b))).toBe(false);
        expect(a.x < layout.nowX! && a.x + a.width > layout.nowX!).toBe(false);
      });
      expect(marks).toHaveLength(5);
    }
  });

  it('rings unusual months with their size and reason', () => {
    const { model, layout } = laid([forecastFrame({ custom: testedMeta }), eventsFrame()]);
    const rings = ringsOf(unusualOf(model.events, model.series[0]), layout);
    const texts = ringTexts(rings, layout, model.bucket, estimate);
    expect(rings).toHaveLength(2);
    expect(texts.map(({ lines }) => lines)).toEqual([
      ['−58% against the usual February', '5 shows cancelled, illness'],
      ['1.9× the usual March', 'TV placement'],
    ]);
  });
});
