import { colorManipulator, type Field, FieldColorModeId, getFieldSeriesColor, type GrafanaTheme2 } from '@grafana/data';

import { type Hue, hue, namedColor } from '../common/hues';

const HUES: Hue[] = ['blue', 'orange', 'green', 'purple', 'red', 'yellow'];

/** Colour of a series from its field's options; blue unless they say otherwise. */
export function seriesColor(field: Field | undefined, theme: GrafanaTheme2): string {
  const color = field?.config.color;
  if (!field || !color || color.mode === FieldColorModeId.Fixed) {
    return namedColor(theme, color?.fixedColor ?? 'blue');
  }
  return getFieldSeriesColor(field, theme).color;
}

/** Keeps chosen colours apart; several series that all have one colour get one each from the palette. */
export function tellApart(colors: string[], theme: GrafanaTheme2): string[] {
  if (colors.length < 2 || new Set(colors).size > 1) {
    return colors;
  }
  const palette = theme.visualization.palette;
  return colors.map((_, i) =>
    i < HUES.length ? hue(theme, HUES[i]) : theme.visualization.getColorByName(palette[i % palette.length])
  );
}

/** More series than this are lines only; the hovered one shows its widest band. */
export const MOST_WITH_BANDS = 3;

/**
 * The dashed line: lighter than the bands in dark, darker in light, so that it stands on them. Among many series no
 * bands are drawn, and each keeps its own colour.
 */
export function expectedColor(color: string, theme: GrafanaTheme2, series = 1): string {
  if (series > MOST_WITH_BANDS) {
    return color;
  }
  return theme.isDark ? colorManipulator.lighten(color, 0.6) : colorManipulator.darken(color, 0.42);
}

const STRENGTH = [0.46, 0.27, 0.15];

/**
 * Opacities of a band: what its polygon adds to the wider ones below it, and what the eye then sees of it.
 * @param rank 0 = innermost
 * @param count number of bands drawn
 * @param strength 1 = the usual
 */
export function bandOpacity(rank: number, count: number, strength = 1): { added: number; seen: number } {
  let through = 1;
  for (let outer = count - 1; outer >= rank; outer--) {
    through *= 1 - addedAt(outer, count, strength);
  }
  return { added: addedAt(rank, count, strength), seen: 1 - through };
}

function addedAt(rank: number, count: number, strength: number) {
  if (count === 1) {
    return Math.min(1, STRENGTH[1] * strength);
  }
  const at = (rank / (count - 1)) * (STRENGTH.length - 1);
  const low = Math.min(Math.floor(at), STRENGTH.length - 2);
  return Math.min(1, (STRENGTH[low] + (STRENGTH[low + 1] - STRENGTH[low]) * (at - low)) * strength);
}
