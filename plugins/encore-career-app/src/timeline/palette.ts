import { colorManipulator, type GrafanaTheme2 } from '@grafana/data';

/** Colours of the chart, resolved from the theme; every mark keeps 3:1 against the panel. */
export interface Palette {
  dark: boolean;
  text: string;
  secondary: string;
  strong: string;
  good: string;
  bad: string;
  grid: string;
  border: string;
  panel: string;
  future: string;
  hover: string;
  /** A colour by its name in the theme's palette, shifted until it keeps 3:1. */
  named(name: string): string;
  /** A colour for the n-th unknown kind. */
  nth(index: number): string;
  alpha(color: string, alpha: number): string;
  /** Text colour on a fill that lies over the panel. */
  on(fill: string): string;
}

/** Shifts a colour towards black (light theme) or white (dark theme) until it keeps the contrast. */
export function readable(color: string, background: string, dark: boolean, ratio = 3): string {
  let out = color;
  for (let i = 0; i < 12 && colorManipulator.getContrastRatio(out, background) < ratio; i++) {
    out = dark ? colorManipulator.lighten(out, 0.08) : colorManipulator.darken(out, 0.08);
  }
  return out;
}

export function createPalette(theme: GrafanaTheme2): Palette {
  const dark = theme.isDark;
  const panel = theme.colors.background.primary;
  const { getColorByName, palette } = theme.visualization;
  const pick = (name: string) => getColorByName(name);
  const memo = new Map<string, string>();
  const named = (name: string) => {
    let color = memo.get(name);
    if (!color) {
      color = readable(pick(name), panel, dark);
      memo.set(name, color);
    }
    return color;
  };
  return {
    dark,
    text: theme.colors.text.primary,
    secondary: theme.colors.text.secondary,
    strong: theme.colors.text.maxContrast,
    good: theme.colors.success.text,
    bad: theme.colors.error.text,
    grid: theme.colors.border.weak,
    border: theme.colors.border.strong,
    panel,
    future: colorManipulator.alpha(theme.colors.text.maxContrast, 0.045),
    hover: colorManipulator.alpha(theme.colors.text.maxContrast, 0.05),
    named,
    nth: (index) => named(palette[index % palette.length]),
    alpha: (color, alpha) => colorManipulator.alpha(color, alpha),
    on: (fill) => {
      const { primary: text } = theme.colors.text;
      const ratio = (color: string) => colorManipulator.getContrastRatio(color, fill);
      return ratio(text) >= ratio(panel) ? text : panel;
    },
  };
}
