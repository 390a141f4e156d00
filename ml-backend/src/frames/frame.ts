/** Data frames in Grafana's JSON form: `schema` before `data`, `typeInfo` on every field, time in epoch ms. */
export interface FrameJson {
  schema: { name: string; refId?: string; meta?: FrameMeta; fields: FieldSchema[] };
  data: { values: unknown[][] };
}

export interface FieldSchema {
  name: string;
  type: FieldType;
  typeInfo: { frame: string; nullable: boolean };
  labels?: Record<string, string>;
  config?: FieldConfig;
}

export type FieldType = 'time' | 'number' | 'string' | 'boolean';

/** The part of Grafana's field configuration that a data source sets. */
export interface FieldConfig {
  displayName?: string;
  displayNameFromDS?: string;
  description?: string;
  unit?: string;
  decimals?: number;
}

export interface Notice {
  severity: 'info' | 'warning' | 'error';
  text: string;
}

export interface FrameMeta {
  type?:
    | 'timeseries-wide'
    | 'timeseries-long'
    | 'timeseries-multi'
    | 'numeric-wide'
    | 'numeric-long'
    | 'numeric-multi'
    | 'table';
  typeVersion?: readonly [number, number];
  notices?: Notice[];
  custom?: Record<string, unknown>;
  preferredVisualisationType?: 'table' | 'graph';
  preferredVisualisationPluginId?: string;
}

export interface Field<T = unknown> extends FieldSchema {
  values: T[];
}

type FieldOptions = { labels?: Record<string, string>; config?: FieldConfig; nullable?: boolean };

/** Epoch ms. Alert frames need `nullable: false`. */
export const timeField = (name: string, values: Array<number | null>, options: FieldOptions = {}): Field =>
  field(name, 'time', 'time.Time', values, { nullable: values.includes(null), ...options });

/** NaN and infinities have no JSON form and mean "not known" here: they become null. */
export const numberField = (name: string, values: ArrayLike<number | null>, options: FieldOptions = {}): Field =>
  field(name, 'number', 'float64', Array.from(values, finite), { nullable: true, ...options });

export const stringField = (name: string, values: Array<string | null>, options: FieldOptions = {}): Field =>
  field(name, 'string', 'string', values, { nullable: true, ...options });

export const booleanField = (name: string, values: Array<boolean | null>, options: FieldOptions = {}): Field =>
  field(name, 'boolean', 'bool', values, { nullable: true, ...options });

const finite = (value: number | null) => (value !== null && Number.isFinite(value) ? value : null);

function field(name: string, type: FieldType, frame: string, values: unknown[], options: FieldOptions): Field {
  const { nullable = true, labels, config } = options;
  return { name, type, typeInfo: { frame, nullable }, ...(labels && { labels }), ...(config && { config }), values };
}

/**
 * One frame from fields of one length.
 * @throws RangeError when lengths differ or a field that is not nullable holds null: a mistake of ours, not of the caller
 */
export function frame(name: string, fields: Field[], meta?: FrameMeta): FrameJson {
  const length = fields[0]?.values.length ?? 0;
  for (const { name: fieldName, values, typeInfo } of fields) {
    if (values.length !== length)
      throw new RangeError(`frame ${name}: field ${fieldName} has ${values.length} values, not ${length}`);
    if (!typeInfo.nullable && values.includes(null))
      throw new RangeError(`frame ${name}: field ${fieldName} is not nullable and holds null`);
  }
  return {
    schema: { name, ...(meta && { meta }), fields: fields.map(({ values: _values, ...schema }) => schema) },
    data: { values: fields.map(({ values }) => values) },
  };
}

/** Rows of any columns: Grafana's SDK calls the type `table`, and its panels show it as one. */
export const tableMeta: FrameMeta = { type: 'table', typeVersion: [0, 1], preferredVisualisationType: 'table' };

/** One frame without fields: what Grafana reads as "no data", with the reason as a notice. */
export function noData(name: string, notices: Notice[] = [], meta: FrameMeta = {}): FrameJson {
  const all = { ...meta, ...(notices.length && { notices }) };
  return frame(name, [], Object.keys(all).length ? all : undefined);
}

/** The same frame with something more to say. */
export const withNotice = ({ schema, data }: FrameJson, notice: Notice): FrameJson => ({
  schema: { ...schema, meta: { ...schema.meta, notices: [...(schema.meta?.notices ?? []), notice] } },
  data,
});
