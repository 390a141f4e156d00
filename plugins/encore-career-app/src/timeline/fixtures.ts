import { createDataFrame, createTheme, type DataFrame, FieldType } from '@grafana/data';
import { LegendDisplayMode, SortOrder, TooltipDisplayMode } from '@grafana/schema';
import { estimate } from '../common/measure';
import { buildModel, type TimelineModel } from './model';
import { createPalette } from './palette';
import { type LaneContext } from './scene';
import { createLooks } from './series';
import { defaultOptions, type Options, type Range } from './types';

/** Frames and contexts that the tests of this folder share. */
export const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`);
export const asOf = day('2024-01-01');
export const wholeCareer: Range = { from: day('2019-01-01'), to: day('2026-01-01') };

export const allOptions: Options = {
  ...defaultOptions,
  legend: { showLegend: false, displayMode: LegendDisplayMode.List, placement: 'bottom', calcs: [] },
  tooltip: { mode: TooltipDisplayMode.Single, sort: SortOrder.None },
};

/** A career: one tour with 60 shows two days apart, ten one-offs, an album, a milestone, an open goal. */
export function careerFrames(): DataFrame[] {
  const tourStart = day('2022-03-01');
  const onTour = Array.from({ length: 60 }, (_, i) => tourStart + i * 2 * 864e5);
  const oneOffs = Array.from({ length: 10 }, (_, i) => day('2020-01-05') + i * 30 * 864e5);
  const shows = [...oneOffs, ...onTour];
  const fill = <T>(value: T) => shows.map(() => value);
  return [
    createDataFrame({
      name: 'tour',
      meta: { custom: { encore: 'timeline', subject: 'Kite Season', asOf } },
      fields: [
        { name: 'time', type: FieldType.time, values: [tourStart] },
        { name: 'timeEnd', type: FieldType.time, values: [onTour[59]] },
        { name: 'title', type: FieldType.string, values: ['Paper Boats Tour'] },
        { name: 'state', type: FieldType.string, values: ['tour'] },
        { name: 'value', type: FieldType.number, values: [60] },
      ],
    }),
    createDataFrame({
      name: 'show',
      fields: [
        { name: 'time', type: FieldType.time, values: [...shows, null] },
        { name: 'title', type: FieldType.string, values: [...shows.map((_, i) => `Hall ${i}`), 'The Cellar'] },
        {
          name: 'group',
          type: FieldType.string,
          values: [...oneOffs.map(() => null), ...onTour.map(() => 'Paper Boats Tour'), null],
        },
        { name: 'state', type: FieldType.string, values: [...fill('played'), 'played'] },
        { name: 'city', type: FieldType.string, values: [...shows.map((_, i) => `City ${i % 7}`), 'Leeds'] },
        { name: 'duplicate', type: FieldType.boolean, values: [...fill(false), false] },
      ],
    }),
    createDataFrame({
      name: 'release',
      fields: [
        { name: 'time', type: FieldType.time, values: [day('2021-10-01')] },
        { name: 'title', type: FieldType.string, values: ['Paper Boats'] },
        { name: 'state', type: FieldType.string, values: ['album'] },
      ],
    }),
    createDataFrame({
      name: 'goal',
      fields: [
        { name: 'time', type: FieldType.time, values: [day('2023-01-01')] },
        { name: 'timeEnd', type: FieldType.time, values: [day('2025-06-01')] },
        { name: 'title', type: FieldType.string, values: ['100 shows'] },
        { name: 'state', type: FieldType.string, values: ['open'] },
        { name: 'chance', type: FieldType.number, values: [0.8] },
      ],
    }),
  ];
}

/** The model of frames that meet the contract. */
export function modelOf(frames: DataFrame[], zone = 'utc'): TimelineModel {
  const model = buildModel(frames, { fields: {} }, zone, asOf);
  if ('warn' in model) {
    throw new Error(model.warn);
  }
  return model;
}

/** What a lane needs to draw a model 1,200 px wide. */
export function contextOf(model: TimelineModel, range: Range = wholeCareer, width = 1200): LaneContext {
  const palette = createPalette(createTheme());
  const x = (time: number) => ((time - range.from) / (range.to - range.from)) * width;
  return {
    model,
    range,
    width,
    x,
    nowX: model.asOf >= range.from && model.asOf <= range.to ? x(model.asOf) : null,
    zone: 'utc',
    palette,
    looks: createLooks(model, palette),
    measure: estimate,
    gutter: 124,
    phone: false,
    labels: true,
    columnHeight: 84,
    stopRows: 14,
  };
}
