import { type FieldConfigSource, getFieldDisplayName } from '@grafana/data';

import { eventsFrame, forecastFrame } from './fixtures';
import { toggleFields } from './visibility';

const frames = [forecastFrame({ levels: [50, 95] }), eventsFrame()];
const namesOf = (level: string) =>
  frames[0].fields
    .filter(({ labels }) => labels?.level === level)
    .map((field) => getFieldDisplayName(field, frames[0], frames));
const none: FieldConfigSource = { defaults: {}, overrides: [] };
const visible = ({ overrides }: FieldConfigSource) => overrides.at(-1)?.matcher.options?.names;
const band = namesOf('50');

describe('toggleFields', () => {
  it('shows a band alone with both its bounds, and everything again at the second click', () => {
    const alone = toggleFields(none, frames, band, false);
    expect(visible(alone)).toEqual(band);
    expect(toggleFields(alone, frames, band, false).overrides).toEqual([]);
  });

  it('takes both bounds of a band away together, and brings them back', () => {
    const without = toggleFields(none, frames, band, true);
    expect(visible(without)).toEqual(expect.arrayContaining(namesOf('95')));
    expect(visible(without)).not.toEqual(expect.arrayContaining([expect.stringMatching('50')]));
    expect(toggleFields(without, frames, band, true).overrides).toEqual([]);
  });

  it('moves from one entry to another', () => {
    const alone = toggleFields(none, frames, ['mean'], false);
    expect(visible(toggleFields(alone, frames, band, false))).toEqual(band);
  });

  it('keeps the overrides of others and writes the one that Grafana reads', () => {
    const unit = { matcher: { id: 'byName', options: 'mean' }, properties: [{ id: 'unit', value: 'short' }] };
    const { overrides } = toggleFields({ defaults: {}, overrides: [unit] }, frames, band, false);
    expect(overrides[0]).toBe(unit);
    expect(overrides[1]).toMatchObject({
      __systemRef: 'hideSeriesFrom',
      matcher: { id: 'byNames', options: { mode: 'exclude' } },
      properties: [{ id: 'custom.hideFrom', value: { viz: true, legend: false, tooltip: true } }],
    });
  });
});
