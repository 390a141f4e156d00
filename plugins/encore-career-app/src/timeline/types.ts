import { type HideableFieldConfig, type OptionsWithLegend, type OptionsWithTooltip } from '@grafana/schema';
import { type RoleKey } from './roles';

/** How lanes are formed: detected, one a kind, one a value of the lane column, or one an artist. */
export type LaneBy = 'auto' | 'kind' | 'lane' | 'artist';

/** What the mouse wheel does over the chart. */
export type WheelAction = 'zoom' | 'ctrl' | 'off';

export interface Options extends OptionsWithLegend, OptionsWithTooltip {
  /** Field name per role; an absent role is detected (see roles.ts). */
  fields: Partial<Record<RoleKey, string>>;
  laneBy: LaneBy;
  labels: boolean;
  overview: boolean;
  now: boolean;
  wheel: WheelAction;
  /** Where the empty state's button leads; no button when it is empty. */
  importUrl: string;
}

export type FieldConfig = HideableFieldConfig;

export const defaultOptions: Omit<Options, 'legend' | 'tooltip'> = {
  fields: {},
  laneBy: 'auto',
  labels: true,
  overview: true,
  now: true,
  wheel: 'zoom',
  importUrl: '',
};

/** A span of time in epoch milliseconds, from <= to. */
export interface Range {
  from: number;
  to: number;
}
