import { type DataFrame, FieldType, type GrafanaTheme2, type QueryResultMetaNotice } from '@grafana/data';
import { type TimeZone } from '@grafana/schema';
import { t } from '../common/t';

import { type Bucket, bucketOf } from '../common/bucket';
import { seriesColor, tellApart } from './colors';
import { type EventItem, isEventFrame, readEvents } from './events';
import { type FieldGroup, type FieldOptions, groupFields, timeFieldOf } from './fields';
import { type ForecastMeta, isNonNegative, readMeta, readNotices } from './meta';
import { nameSeries } from './names';
import { type Now, nowOf } from './now';
import { roles } from './roles';
import { buildSeries, type Series } from './series';

/** Everything that is drawn, without a pixel in it. */
export interface Model {
  series: Series[];
  bucket: Bucket;
  meta: ForecastMeta;
  events: EventItem[];
  notices: QueryResultMetaNotice[];
  now?: Now;
  /** unit is a currency: axis from zero, exact amounts in the tooltip */
  money: boolean;
  /** too little history for a forecast: the times that are there */
  thin?: number[];
}

/** Why the frames can't be drawn, in words for the reader and needs for Grafana's own error view. */
export interface Warning {
  warn: string | undefined;
  needsTimeField?: boolean;
  needsNumberField?: boolean;
}

export interface Context {
  theme: GrafanaTheme2;
  timeZone: TimeZone;
  /** the present in epoch milliseconds */
  clock: number;
}

/** Months of history below which no forecast is made. */
export const FEWEST_FOR_FORECAST = 6;

/**
 * Frames in, model out; pure. Works on any source's frames that fit the roles table.
 * @returns a warning when there is no time, no number, or neither an expected value nor a band
 */
export function prepareModel(
  frames: DataFrame[],
  options: FieldOptions,
  { theme, timeZone, clock }: Context
): Model | Warning {
  const drawn = frames.filter((frame) => frame.length > 0 && !isEventFrame(frame));
  const groups = groupFields(drawn, options, frames);
  const meta = readMeta(frames.find((frame) => frame.meta?.custom?.encore === 'forecast') ?? drawn[0]);
  const known = groups.filter((group) => group.mean || hasBand(group) || meta.encore);
  const warning = warningOf(frames, drawn, groups, known);
  if (warning) {
    return warning;
  }
  const colors = tellApart(
    known.map((group) => seriesColor((group.actual ?? group.mean ?? group.pairs[0]?.upper)?.field, theme)),
    theme
  );
  const names = nameSeries(known, meta.metric);
  const series = known.map((group, i) => buildSeries(group, names[i], colors[i]));
  const [first] = series;
  const bucket = bucketOf(first.times, timeZone, meta.bucket);
  const present = Math.max(meta.asOf ?? -Infinity, clock);
  const money = isMoney(first);
  series.forEach(clipAtZero);
  const last = latest(series);
  return {
    series,
    bucket,
    meta,
    money,
    events: readEvents(frames, present),
    notices: [...readNotices(frames), ...doubledNotices(known)],
    now: nowOf(last, present, meta.forecastFrom ?? firstExpected(first), bucket),
    thin: thinHistory(meta, first),
  };
}

function warningOf(
  frames: DataFrame[],
  drawn: DataFrame[],
  groups: FieldGroup[],
  known: FieldGroup[]
): Warning | undefined {
  if (known.length > 0) {
    return undefined;
  }
  if (drawn.length === 0) {
    const empty = frames.every((frame) => frame.length === 0);
    return { warn: empty ? undefined : noExpected(frames), needsNumberField: !empty };
  }
  if (!drawn.some((frame) => timeFieldOf(frame))) {
    return { warn: undefined, needsTimeField: true };
  }
  if (groups.length === 0) {
    return { warn: undefined, needsNumberField: true };
  }
  return { warn: noExpected(drawn) };
}

/** Names what is there and what is missing, from the one table of roles. */
function noExpected(frames: DataFrame[]) {
  const there = frames[0].fields.map((field) => field.name).slice(0, 6);
  const wanted = roles.find((role) => role.key === 'mean')!.names.slice(0, 3);
  return t(
    'confidence.warn.noExpected',
    'No expected value found. The data has {{there}}, but no field named {{wanted}}. Rename a field, or pick it in the panel’s options.',
    { there: there.join(', '), wanted: wanted.join(', ') }
  );
}

function doubledNotices(groups: FieldGroup[]): QueryResultMetaNotice[] {
  return [...new Set(groups.flatMap((group) => group.doubled))].map((level) => ({
    severity: 'warning',
    text: t(
      'confidence.notice.doubled',
      'Two bands claim level {{level}}%: only the first is drawn. Give the other one its level in a field override.',
      { level }
    ),
  }));
}

function hasBand(group: FieldGroup) {
  return group.pairs.some((pair) => pair.lower && pair.upper);
}

function isMoney({ group }: Series) {
  const field = (group.actual ?? group.mean)?.field;
  return Boolean(field?.type === FieldType.number && field.config.unit?.startsWith('currency'));
}

/** Where the source says that a value is never negative, a bound below zero is an artefact of the model. */
function clipAtZero({ bands }: Series) {
  for (const { lower, upper } of bands.filter(({ lowerRef }) => isNonNegative(lowerRef.frame))) {
    for (let i = 0; i < lower.length; i++) {
      lower[i] = lower[i] < 0 ? 0 : lower[i];
      upper[i] = upper[i] < 0 ? 0 : upper[i];
    }
  }
}

function latest(series: Series[]): number | undefined {
  const times = series.filter(({ last }) => last >= 0).map(({ times, last }) => times[last]);
  return times.length > 0 ? Math.max(...times) : undefined;
}

function firstExpected({ times, mean }: Series): number | undefined {
  const row = mean.findIndex((value) => isFinite(value));
  return row < 0 ? undefined : times[row];
}

function thinHistory(meta: ForecastMeta, { times, actual, mean }: Series): number[] | undefined {
  const there = Array.from(times).filter((_, i) => isFinite(actual[i]));
  const forecast = mean.some((value) => isFinite(value));
  const untested = !meta.backtest || meta.backtest.n === 0;
  return meta.encore && !forecast && untested && there.length < FEWEST_FOR_FORECAST ? there : undefined;
}
