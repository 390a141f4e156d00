import type { Grid } from './shapes.ts';

/** Rises by half a year and ebbs: harmonics of the year. */
const harmonics = 3;

/** Sines and cosines of the year; none for less than two years. */
export function seasonOf({ start, frequency, length }: Grid): Float64Array[] {
  const year = frequency === 'week' ? 52.1775 : 12;
  if (length < 2 * year) return [];
  const first = (start / 86_400_000 / 365.25) % 1;
  return Array.from({ length: 2 * harmonics }, (_, j) => {
    const wave = 1 + (j >> 1);
    const turn = j % 2 ? Math.cos : Math.sin;
    return Float64Array.from({ length }, (__, t) => turn(2 * Math.PI * wave * (first + t / year)));
  });
}
