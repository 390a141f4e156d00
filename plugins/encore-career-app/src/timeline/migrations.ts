import { type PanelModel } from '@grafana/data';
import { type VizLegendOptions } from '@grafana/schema';
import { roles } from './roles';
import { defaultOptions, type Options } from './types';

/**
 * Options saved by any version of the panel in today's shape. Nothing has changed since version 0.1; unknown roles of
 * hand-written dashboards are dropped, so that a misspelt one is detected instead of silently empty.
 */
export function migrate(panel: Pick<PanelModel<Partial<Options>>, 'options'>): Partial<Options> {
  const { fields, ...rest } = panel.options ?? {};
  if (!fields) {
    return rest;
  }
  const known = roles.filter(({ key }) => fields[key]).map(({ key }) => [key, fields[key]] as const);
  return { ...rest, fields: Object.fromEntries(known) };
}

interface StateTimeline {
  legend?: VizLegendOptions;
  tooltip?: Options['tooltip'];
  showValue?: 'auto' | 'always' | 'never';
}

/** Takes over legend, tooltip and labels from the state timeline and the other panels that have them. */
export function changeFrom(
  _panel: PanelModel<Partial<Options>>,
  previous: string,
  old: { options?: StateTimeline } | StateTimeline
): Partial<Options> {
  const options: StateTimeline = 'options' in old && old.options ? old.options : (old as StateTimeline);
  const kept: Partial<Options> = {};
  if (options.legend) {
    kept.legend = { ...options.legend, calcs: [] };
  }
  if (options.tooltip) {
    kept.tooltip = options.tooltip;
  }
  if (previous === 'state-timeline' || previous === 'status-history') {
    kept.labels = options.showValue === undefined ? defaultOptions.labels : options.showValue !== 'never';
  }
  return kept;
}
