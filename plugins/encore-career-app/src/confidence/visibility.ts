import {
  ByNamesMatcherMode,
  type ConfigOverrideRule,
  type DataFrame,
  FieldMatcherID,
  FieldType,
  type FieldConfigSource,
  getFieldDisplayName,
  isSystemOverrideWithRef,
  type SystemConfigOverrideRule,
} from '@grafana/data';

const REF = 'hideSeriesFrom';
const isHiding = isSystemOverrideWithRef<SystemConfigOverrideRule>(REF);

/**
 * Shows and hides whole legend entries through the override that Grafana's own panels use, so that the choice is saved
 * with the panel and can be seen in its overrides.
 * @param names all fields of the entry; they go together
 * @param add   toggle this entry (Ctrl, Cmd or Shift click) instead of showing it alone
 */
export function toggleFields(
  config: FieldConfigSource,
  frames: DataFrame[],
  names: string[],
  add: boolean
): FieldConfigSource {
  const all = namesOf(frames);
  const current = config.overrides.find(isHiding);
  const others = config.overrides.filter((override) => override !== current);
  const visible = current ? visibleNames(current) : all;
  const shown = names.every((name) => visible.includes(name));
  const alone = shown && visible.length === names.length;
  const next = add
    ? shown
      ? visible.filter((name) => !names.includes(name))
      : [...visible, ...names.filter((name) => !visible.includes(name))]
    : names;
  const everything = all.every((name) => next.includes(name));
  return { ...config, overrides: (alone && !add) || everything ? others : [...others, override(next)] };
}

function namesOf(frames: DataFrame[]): string[] {
  const names = frames.flatMap((frame) =>
    frame.fields
      .filter(({ type }) => type === FieldType.number)
      .map((field) => getFieldDisplayName(field, frame, frames))
  );
  return [...new Set(names)];
}

function visibleNames({ matcher }: ConfigOverrideRule): string[] {
  const names: unknown = matcher.options?.names;
  return Array.isArray(names) ? [...names] : [];
}

function override(names: string[]): SystemConfigOverrideRule {
  return {
    __systemRef: REF,
    matcher: {
      id: FieldMatcherID.byNames,
      options: { mode: ByNamesMatcherMode.exclude, names, prefix: 'All except:', readOnly: true },
    },
    properties: [{ id: 'custom.hideFrom', value: { viz: true, legend: false, tooltip: true } }],
  };
}
