import { type GrafanaTheme2 } from '@grafana/data';

export type Hue = 'red' | 'orange' | 'yellow' | 'green' | 'blue' | 'purple';

const HUES = new Set<string>(['red', 'orange', 'yellow', 'green', 'blue', 'purple']);

/** A palette colour that reads as line or text on the panel's ground: the hue itself in dark, its dark shade in light. */
export function hue(theme: GrafanaTheme2, name: Hue): string {
  return theme.visualization.getColorByName(theme.isLight ? `semi-dark-${name}` : name);
}

/** Resolves a colour name of the field options; bare hues follow `hue`, everything else is taken as it is. */
export function namedColor(theme: GrafanaTheme2, name: string): string {
  return isHue(name) ? hue(theme, name) : theme.visualization.getColorByName(name);
}

function isHue(name: string): name is Hue {
  return HUES.has(name);
}
