import type { DataTransformerConfig, DynamicConfigValue } from '@grafana/grafana-foundation-sdk/dashboard';
import type { PanelBuilder } from '@grafana/grafana-foundation-sdk/table';

/** How one column of a table is headed and written. */
export interface Column {
  name: string;
  title: string;
  unit?: string;
  decimals?: number;
  /** Pixels; without it the column shares what is left. */
  width?: number;
  /** Text to show for a value. */
  words?: Record<string, string>;
  /** A bar behind the number, so that a long list is read at a glance. */
  bar?: boolean;
}

/** Units of dates, which Grafana writes out from a time. */
export const inDays = 'time:D MMM YYYY';
export const inMonths = 'time:MMM YYYY';

/** Shows these columns of the query's frame, in this order, and no others. */
export function withColumns(panel: PanelBuilder, columns: Column[]): PanelBuilder {
  panel.withTransformation(keepOnly(columns.map(({ name }) => name)));
  for (const column of columns) {
    panel.overrideByName(column.name, [...properties(column)]);
  }
  return panel;
}

/** The rows in the order of one column; rows without a value stand last. */
export const sortedBy = (field: string, desc: boolean): DataTransformerConfig => ({
  id: 'sortBy',
  options: { sort: [{ field, desc }] },
});

/** Only the rows where a column has a value. */
export const onlyWith = (fieldName: string): DataTransformerConfig => ({
  id: 'filterByValue',
  options: {
    type: 'include',
    match: 'all',
    filters: [{ fieldName, config: { id: 'isNotNull', options: {} } }],
  },
});

/** Only these columns of the query's frame, in this order. */
export function keepOnly(names: readonly string[]): DataTransformerConfig {
  const indexByName = Object.fromEntries(names.map((name, index) => [name, index]));
  const includeByName = Object.fromEntries(names.map((name) => [name, true]));
  return { id: 'organize', options: { includeByName, indexByName } };
}

function* properties({ title, unit, decimals, width, words, bar }: Column): Generator<DynamicConfigValue> {
  yield { id: 'displayName', value: title };
  if (unit) {
    yield { id: 'unit', value: unit };
  }
  if (decimals !== undefined) {
    yield { id: 'decimals', value: decimals };
  }
  if (width) {
    yield { id: 'custom.width', value: width };
  }
  if (words) {
    const options = Object.fromEntries(Object.entries(words).map(([value, text], index) => [value, { text, index }]));
    yield { id: 'mappings', value: [{ type: 'value', options }] };
  }
  if (bar) {
    yield { id: 'custom.cellOptions', value: { type: 'gauge', mode: 'basic', valueDisplayMode: 'text' } };
    yield { id: 'color', value: { mode: 'fixed', fixedColor: 'blue' } };
    yield { id: 'min', value: 0 };
  }
}
