import { type Field, formattedValueToString, type GrafanaTheme2, type LinkModel } from '@grafana/data';
import { t } from '../common/t';
import { SortOrder, TooltipDisplayMode } from '@grafana/schema';

import { bucketName } from '../common/bucket';
import { bandOpacity, expectedColor } from './colors';
import { type EventItem } from './events';
import { type FieldRef } from './fields';
import { type Format } from './format';
import { expectedName, type LegendSign } from './legendKeys';
import { type Model } from './model';
import { odds } from './names';
import { type Series } from './series';
import { type ConfidenceOptions } from './types';
import { sizeText } from './unusual';
import { ahead } from './words';
import { hiddenActual, hiddenMean } from './yAxis';

export interface TooltipRow {
  key: string;
  label: string;
  value: string;
  sign?: LegendSign;
  color?: string;
  opacity?: number;
  strong?: boolean;
}

export interface TooltipContent {
  title: string;
  aside: string;
  rows: TooltipRow[];
  /** what happened or is planned then */
  events: Array<{ key: string; text: string; note?: string }>;
  links: Array<LinkModel<Field>>;
}

export interface TooltipInput {
  model: Model;
  formats: Format[];
  options: Pick<ConfidenceOptions, 'tooltip'>;
  theme: GrafanaTheme2;
  strength: number;
  hiddenKinds: ReadonlySet<string>;
}

/**
 * What a reader asks of one month: expected, the ranges as odds, the same month a year before, events, links.
 * @param time epoch milliseconds of a row
 * @param nearest index of the series that the pointer is nearest to
 */
export function tooltipAt(time: number, nearest: number, input: TooltipInput): TooltipContent {
  const { model, options } = input;
  const { series, bucket } = model;
  const chosen = series[nearest] ?? series[0];
  const row = rowAt(chosen, time);
  const steps = row - chosen.last;
  const several = series.length > 1 && options.tooltip.mode === TooltipDisplayMode.Multi;
  return {
    title: bucketName(time, bucket, true),
    aside: chosen.last >= 0 && steps > 0 ? ahead(steps, bucket.unit) : '',
    rows: several
      ? rowsOfAll(time, chosen, input)
      : rowsOfOne(chosen, row, input, input.formats[series.indexOf(chosen)]),
    events: eventsAt(time, input),
    links: linksOf(chosen, row),
  };
}

/** Row with exactly this time; -1 without one. */
export function rowAt({ times }: Series, time: number): number {
  let low = 0;
  let high = times.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (times[middle] === time) {
      return middle;
    }
    [low, high] = times[middle] < time ? [middle + 1, high] : [low, middle - 1];
  }
  return -1;
}

function rowsOfOne(
  series: Series,
  row: number,
  { model, options, theme, strength }: TooltipInput,
  format: Format
): TooltipRow[] {
  if (row < 0) {
    return [];
  }
  const all = options.tooltip.mode !== TooltipDisplayMode.Single;
  const { actual, mean, group, name, color } = series;
  const rows: TooltipRow[] = [];
  if (isFinite(actual[row]) && inTooltip(group.actual) && !hiddenActual(series)) {
    rows.push({ key: 'actual', label: name, value: format.exact(actual[row]), sign: 'line', color, strong: true });
  }
  if (isFinite(mean[row]) && inTooltip(group.mean) && !hiddenMean(series)) {
    const value = format.exact(mean[row]);
    rows.push({
      key: 'expected',
      label: expectedName(series),
      value,
      sign: 'dashed',
      color: expectedColor(color, theme),
      strong: true,
    });
  }
  rows.push(...bandRows(series, row, all, format, strength));
  if (all) {
    const before = yearBefore(series, row, model);
    if (before >= 0) {
      const label = bucketName(series.times[before], model.bucket, true);
      rows.push({ key: 'before', label, value: format.exact(actual[before]) });
    }
    rows.push(...group.extras.filter(inTooltip).flatMap((ref) => extraRow(series, ref, row)));
  }
  return rows;
}

function bandRows({ bands, color }: Series, row: number, all: boolean, format: Format, strength: number): TooltipRow[] {
  const there = bands
    .filter((b) => b.inTooltip && !b.hidden && isFinite(b.lower[row]) && isFinite(b.upper[row]))
    .reverse();
  const rows = there.map(
    ({ level, lower, upper }, i): TooltipRow => ({
      key: `band-${level}`,
      label: i === 0 ? t('confidence.tooltip.chance', '{{odds}} chance', { odds: odds(level) }) : odds(level),
      value: `${format.exact(lower[row])} – ${format.exact(upper[row])}`,
      sign: 'band',
      color,
      opacity: bandOpacity(i, there.length, strength).seen,
    })
  );
  return all ? rows : rows.slice(-1);
}

/** The same month, week or quarter a year before, where it has an actual. */
function yearBefore(series: Series, row: number, { bucket: { unit } }: Model): number {
  const time = series.times[row];
  const date = new Date(time);
  if (unit === 'month' || unit === 'quarter') {
    date.setUTCFullYear(date.getUTCFullYear() - 1);
  } else if (unit === 'week') {
    date.setUTCDate(date.getUTCDate() - 364);
  } else {
    return -1;
  }
  const before = rowAt(series, date.getTime());
  return before >= 0 && isFinite(series.actual[before]) ? before : -1;
}

function extraRow(series: Series, ref: FieldRef, row: number): TooltipRow[] {
  const at = series.rowOf(ref, row);
  const value: unknown = at === undefined ? undefined : ref.field.values[at];
  if (value === null || value === undefined) {
    return [];
  }
  const text = ref.field.display ? formattedValueToString(ref.field.display(value)) : String(value);
  return [{ key: `extra-${ref.name}`, label: ref.name, value: text }];
}

function rowsOfAll(time: number, chosen: Series, { model, formats, options, theme }: TooltipInput): TooltipRow[] {
  const found = model.series.flatMap((series, i) => {
    const row = rowAt(series, time);
    const known = row >= 0 && isFinite(series.actual[row]) && !hiddenActual(series);
    const value = known ? series.actual[row] : hiddenMean(series) || row < 0 ? NaN : series.mean[row];
    return isFinite(value) ? [{ series, value, known, format: formats[i] }] : [];
  });
  const { sort, hideZeros } = options.tooltip;
  const direction = sort === SortOrder.Ascending ? 1 : sort === SortOrder.Descending ? -1 : 0;
  return found
    .filter(({ value }) => !(hideZeros && value === 0))
    .sort((a, b) => direction * (a.value - b.value))
    .map(({ series, value, known, format }) => ({
      key: series.key + series.name,
      label: series.name,
      value: format.exact(value),
      sign: known ? 'line' : 'dashed',
      color: known ? series.color : expectedColor(series.color, theme, model.series.length),
      strong: series === chosen,
    }));
}

function eventsAt(time: number, { model: { events, bucket }, hiddenKinds }: TooltipInput) {
  const end = time + (bucket.step || 1);
  const then = events.filter(
    (event) => !hiddenKinds.has(event.kind) && event.time < end && (event.timeEnd ?? event.time) >= time
  );
  return then.slice(0, 4).map((event) => ({ key: `${event.kind} ${event.row}`, ...eventText(event, bucket) }));
}

function eventText(event: EventItem, bucket: Model['bucket']) {
  return event.kind === 'unusual' ? { text: sizeText(event, bucket), note: event.reason } : { text: event.title };
}

function linksOf(series: Series, row: number): Array<LinkModel<Field>> {
  const ref =
    row > series.last ? (series.group.mean ?? series.group.actual) : (series.group.actual ?? series.group.mean);
  const at = ref && row >= 0 ? series.rowOf(ref, row) : undefined;
  return at === undefined ? [] : (ref?.field.getLinks?.({ valueRowIndex: at }) ?? []);
}

function inTooltip(ref: FieldRef | undefined) {
  return ref !== undefined && !ref.field.config.custom?.hideFrom?.tooltip;
}

/** The tooltip as one sentence, for the live region that keyboard users hear. */
export function spoken({ title, aside, rows, events }: TooltipContent): string {
  const values = rows.map(({ label, value }) => `${label} ${value}`);
  const notes = events.map(({ text, note }) => (note ? `${text}: ${note}` : text));
  return [aside ? `${title}, ${aside}` : title, ...values, ...notes].join('. ');
}
