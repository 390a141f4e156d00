import { createTheme, type DataFrame } from '@grafana/data';

import { bandOpacity } from './colors';
import { eventsFrame, forecastFrame, testedMeta } from './fixtures';
import { legendKeys } from './legendKeys';
import { type Model, prepareModel } from './model';

const theme = createTheme();
const keys = (...frames: DataFrame[]) => {
  const model = prepareModel(
    frames,
    { fields: {}, level: 80 },
    { theme, timeZone: 'utc', clock: Date.UTC(2026, 9, 31) }
  ) as Model;
  return legendKeys(model, theme, new Set(), 'all', 1);
};

describe('legendKeys', () => {
  it('has one entry a line, one a band with both its bounds, one a kind of event', () => {
    expect(
      keys(forecastFrame({ custom: testedMeta }), eventsFrame()).map(({ label, fields }) => [label, fields.length])
    ).toEqual([
      ['Revenue', 1],
      ['Expected', 1],
      ['50% of outcomes', 2],
      ['80%', 2],
      ['95%', 2],
      ['Tour', 0],
      ['Release', 0],
      ['Planned', 0],
      ['Unusual month', 0],
    ]);
  });

  it('greys a band as soon as one of its bounds is hidden', () => {
    const frame = forecastFrame();
    const upper = frame.fields.find((f) => f.name === 'upper' && f.labels?.level === '80')!;
    upper.config.custom = { hideFrom: { viz: true, legend: false, tooltip: true } };
    expect(
      keys(frame)
        .filter(({ disabled }) => disabled)
        .map(({ id }) => id)
    ).toEqual(['band-80']);
  });

  it('leaves out what is hidden from the legend', () => {
    const frame = forecastFrame();
    frame.fields[2].config.custom = { hideFrom: { viz: false, legend: true, tooltip: false } };
    expect(keys(frame).map(({ id }) => id)).not.toContain('expected');
  });

  it('has one entry a series when there are several', () => {
    const other = forecastFrame();
    other.name = 'other';
    expect(keys(forecastFrame(), other).map(({ label, fields }) => [label, fields.length])).toEqual([
      ['forecast', 8],
      ['other', 8],
    ]);
  });
});

describe('bandOpacity', () => {
  it('grows towards the middle for any number of bands', () => {
    for (let count = 1; count < 7; count++) {
      const seen = Array.from({ length: count }, (_, rank) => bandOpacity(rank, count).seen);
      expect(seen).toEqual([...seen].sort((a, b) => b - a));
      expect(Math.max(...seen)).toBeLessThan(0.9);
    }
  });
});
