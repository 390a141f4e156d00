import { type Measure } from '../common/measure';
import { type Series } from './series';

/** Px of the legend below the chart: a row, the padding around all rows, and the button that tells of more entries. */
export const LEGEND = { row: 24, pad: 4, sign: 16, gap: 6, after: 16, more: 44 };

/** The part of the panel's height that the legend may take. */
const SHARE = 0.25;

/** How the legend below the chart is laid out. */
export interface LegendFit {
  /** Entries that are shown; the others wait behind a button at the end of the only row. */
  shown: number;
  /** Px of the whole legend. */
  height: number;
}

/** Px of an entry of the legend with the space after it; an entry of several shades has a sign for each. */
export function entryWidth({ label, parts }: Series, measure: Measure): number {
  const words = parts?.length ? parts.map((part) => part.label) : [label];
  const { sign, gap, after } = LEGEND;
  return words.reduce((sum, word) => sum + sign + gap + measure(word, 12) + gap, after - gap);
}

/**
 * All entries where their rows take a quarter of the height at most, else what one row holds: the marks need the room.
 * @param widths px of the entries
 * @param width px of a row
 * @param height px of the panel; Infinity where nothing may be put behind a button
 */
export function fitLegend(widths: readonly number[], width: number, height: number): LegendFit {
  const { row, pad, more } = LEGEND;
  const high = (rows: number) => rows * row + 2 * pad;
  const inner = width - 2 * pad;
  const rows = rowsOf(widths, inner);
  if (rows <= 1 || high(rows) <= height * SHARE) {
    return { shown: widths.length, height: high(rows) };
  }
  let left = inner - more;
  const end = widths.findIndex((wide) => (left -= wide) < 0);
  return { shown: Math.max(end, 1), height: high(1) };
}

function rowsOf(widths: readonly number[], width: number): number {
  let rows = 0;
  let left = 0;
  for (const wide of widths) {
    if (rows === 0 || wide > left) {
      rows++;
      left = width;
    }
    left -= wide;
  }
  return rows;
}
