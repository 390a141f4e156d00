import { type HideableFieldConfig, type OptionsWithLegend, type OptionsWithTooltip } from '@grafana/schema';
import { type RoleKey } from './roles';

/** How lanes are formed: detected, one a kind, one a value of the lane column, or one an artist. */
export type LaneBy = 'auto' | 'kind' | 'lane' | 'artist';

/** What the mouse wheel does over the chart. */
export type WheelAction = 'zoom' | 'ctrl' | 'off';

/** What dragging over the chart does; Shift does the other. */
export type DragAction = 'select' | 'pan';

/** Whether the panel is drawn to be read from afar: in Grafana's kiosk mode, always, or never. */
export type TvMode = 'auto' | 'always' | 'never';

export interface Options extends OptionsWithLegend, OptionsWithTooltip {
  /** Field name per role; an absent role is detected (see roles.ts). */
  fields: Partial<Record<RoleKey, string>>;
  laneBy: LaneBy;
  labels: boolean;
  overview: boolean;
  now: boolean;
  wheel: WheelAction;
  drag: DragAction;
  /** Faint bands of the career's stages behind all lanes. */
  stageBands: boolean;
  /** Px of the column with the lanes' names. */
  labelWidth: number;
  tv: TvMode;
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
  drag: 'select',
  stageBands: true,
  labelWidth: 124,
  tv: 'auto',
  importUrl: '',
};

/** A span of time in epoch milliseconds, from <= to. */
export interface Range {
  from: number;
  to: number;
}
