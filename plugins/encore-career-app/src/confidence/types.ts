import { type HideableFieldConfig, type OptionsWithLegend, type OptionsWithTooltip } from '@grafana/schema';

/** Field names chosen in the options; a missing one is detected. */
export interface FieldPicks {
  time?: string;
  actual?: string;
  mean?: string;
  lower?: string;
  upper?: string;
}

export type HeaderMode = 'auto' | 'cells' | 'line' | 'hidden';
export type ExpectedMode = 'auto' | 'sum' | 'last' | 'hidden';
export type AxisMode = 'data' | 'range';
export type BaselineMode = 'auto' | 'zero' | 'data';

export interface ConfidenceOptions extends OptionsWithLegend, OptionsWithTooltip {
  fields?: FieldPicks;
  /** percent of outcomes between bounds that name no level */
  level: number;
  header: HeaderMode;
  /** what the first header cell tells when the data brings no total of its own */
  expected: ExpectedMode;
  timeAxis: AxisMode;
  baseline: BaselineMode;
  showNow: boolean;
  showEvents: boolean;
  showLabels: boolean;
  /** the field's thresholds as lines */
  showThresholds: boolean;
}

export type FieldRole = 'auto' | 'actual' | 'mean' | 'lower' | 'upper' | 'off';
export type PointsMode = 'auto' | 'always' | 'never';

export interface ConfidenceFieldConfig extends HideableFieldConfig {
  role?: FieldRole;
  /** percent of outcomes between this bound and its counterpart */
  level?: number;
  lineWidth?: number;
  /** strength of the bands in percent of the usual */
  bandStrength?: number;
  showPoints?: PointsMode;
}
