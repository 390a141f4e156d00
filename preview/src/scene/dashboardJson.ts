import type { DataSourceRef, DataTransformerConfig, FieldConfigSource } from '@grafana/data';

/** What the preview reads of a dashboard's JSON; Grafana knows more. */
export interface DashboardJson {
  uid: string;
  title: string;
  description?: string;
  timezone?: string;
  graphTooltip?: number;
  time?: { from: string; to: string };
  templating?: { list?: VariableJson[] };
  links?: LinkJson[];
  panels?: PanelJson[];
}

export interface PanelJson {
  id: number;
  type: string;
  title?: string;
  description?: string;
  datasource?: DataSourceRef;
  gridPos: GridPos;
  options?: Record<string, unknown>;
  fieldConfig?: FieldConfigSource;
  pluginVersion?: string;
  targets?: Array<{ refId: string; datasource?: DataSourceRef }>;
  transformations?: DataTransformerConfig[];
  maxDataPoints?: number;
  interval?: string;
  transparent?: boolean;
  /** The panels of a closed row. */
  panels?: PanelJson[];
}

/** A panel's place in Grafana's grid: 24 columns, rows of 30 px with 8 px between. */
export interface GridPos {
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface VariableJson {
  type: string;
  name: string;
  label?: string;
  description?: string;
  hide?: number;
  query?: string | { refId: string };
  datasource?: DataSourceRef;
  refresh?: number;
  sort?: number;
  regex?: string;
  multi?: boolean;
  includeAll?: boolean;
  allValue?: string;
  current?: { text?: string | string[]; value?: string | string[] };
}

export interface LinkJson {
  type: string;
  title: string;
  url?: string;
  tooltip?: string;
  tags?: string[];
  includeVars?: boolean;
  keepTime?: boolean;
  targetBlank?: boolean;
}
