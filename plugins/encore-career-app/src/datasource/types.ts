import type { DataSourceJsonData } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';

/** What a parameter may hold in a saved query; numbers may be text while they name a template variable. */
export type ParamValue = string | number | boolean | Array<string | number>;

export type Params = Record<string, ParamValue>;

/** The shape of the answer: over time, the latest value, or one row an entity for alert rules. */
export type Format = 'table' | 'timeseries' | 'instant' | 'alert';

export interface EncoreQuery extends DataQuery {
  queryType?: string;
  params?: Params;
  format?: Format;
}

/** A template variable lists one of these. */
export type VariableKind = 'artists' | 'metrics';

export interface EncoreVariableQuery extends DataQuery {
  kind?: VariableKind;
}

export interface EncoreOptions extends DataSourceJsonData {
  /** Address of the Encore service, without a trailing path of its own. */
  apiUrl?: string;
  /** Seconds until a request is given up. */
  timeout?: number;
}

export interface EncoreSecrets {
  apiKey?: string;
}
