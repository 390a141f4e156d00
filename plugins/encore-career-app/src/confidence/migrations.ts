import {
  type ConfigOverrideRule,
  type DynamicConfigValue,
  FieldMatcherID,
  type FieldConfigSource,
  type PanelModel,
} from '@grafana/data';

import { roleOf, roles } from './roles';
import { type ConfidenceOptions } from './types';

/**
 * Options saved by any version of the panel in today's shape. Nothing has changed since version 1; picks for roles that
 * the contract does not know are dropped, so that they are detected instead.
 */
export function migrate(panel: Pick<PanelModel<Partial<ConfidenceOptions>>, 'options'>): Partial<ConfidenceOptions> {
  const { fields, ...rest } = panel.options ?? {};
  if (!fields) {
    return rest;
  }
  const known = Object.entries(fields).filter(([key, name]) => name && roles.some((role) => role.key === key));
  return { ...rest, fields: Object.fromEntries(known) };
}

type OldOptions = Partial<Pick<ConfidenceOptions, 'legend' | 'tooltip'>>;

const FROM = new Set(['timeseries', 'graph', 'trend']);

/**
 * Takes over from the time series panel: legend and tooltip stay, every "fill below to" becomes a band, and its two
 * fields get the roles of upper and lower bound. What has no meaning here (draw style, fill, axes) is dropped.
 */
export function changeFrom(
  panel: Pick<PanelModel<Partial<ConfidenceOptions>>, 'fieldConfig'>,
  previous: string,
  old: Record<string, unknown>
): Partial<ConfidenceOptions> {
  if (!FROM.has(previous)) {
    return {};
  }
  panel.fieldConfig = bandsFromFill(panel.fieldConfig);
  const options = (old.options ?? old) as OldOptions;
  return {
    ...(options.legend && { legend: { ...options.legend, calcs: [] } }),
    ...(options.tooltip && { tooltip: options.tooltip }),
  };
}

const KEPT = new Set(['custom.hideFrom', 'custom.lineWidth']);

function bandsFromFill(config: FieldConfigSource): FieldConfigSource {
  const { lineWidth, hideFrom } = config.defaults.custom ?? {};
  const fills = config.overrides.flatMap((rule) => fillOf(rule));
  return {
    defaults: { ...config.defaults, custom: { ...(lineWidth && { lineWidth }), ...(hideFrom && { hideFrom }) } },
    overrides: [
      ...config.overrides.map(cleaned).filter((rule) => rule.properties.length > 0),
      ...fills.flatMap(({ upper, lower }) => boundRules(upper, lower)),
    ],
  };
}

function fillOf({ matcher, properties }: ConfigOverrideRule) {
  const fill: unknown = properties.find(({ id }) => id === 'custom.fillBelowTo')?.value;
  const upper: unknown = matcher.options;
  return matcher.id === FieldMatcherID.byName && typeof upper === 'string' && typeof fill === 'string'
    ? [{ upper, lower: fill }]
    : [];
}

function cleaned(rule: ConfigOverrideRule): ConfigOverrideRule {
  return { ...rule, properties: rule.properties.filter(({ id }) => !id.startsWith('custom.') || KEPT.has(id)) };
}

/** Names that tell role and level keep their own; the others are told which side they are. */
function boundRules(upper: string, lower: string): ConfigOverrideRule[] {
  return (
    [
      ['upper', upper],
      ['lower', lower],
    ] as const
  ).flatMap(([role, name]) => {
    const properties: DynamicConfigValue[] = [{ id: 'custom.role', value: role }];
    return roleOf([name])?.role === role ? [] : [{ matcher: { id: FieldMatcherID.byName, options: name }, properties }];
  });
}
