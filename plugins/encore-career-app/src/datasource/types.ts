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

/** What a template variable lists: names of the service's lists of choices. */
export const variableKinds = ['artists', 'metrics', 'genres', 'venues', 'platforms', 'sources'] as const;

export type VariableKind = (typeof variableKinds)[number];

export interface EncoreVariableQuery extends DataQuery {
  /** A kind, or a list that a newer service has besides. */
  kind?: string;
  /** Slugs or template variables: only what these artists have; empty means all. */
  artists?: string[];
  /** Only entries whose name or id has this text in it, whatever its case. */
  search?: string;
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
