import { rectPath } from './ink';
import { type Item } from './model';
import { type Range } from './types';

const COLUMN = 6;

/** Counts of starts per 6 px of the whole span as one path that grows upwards from y = 0. */
export function overviewColumns(items: readonly Item[], extent: Range, width: number, height: number): string {
  const counts = new Array<number>(Math.max(Math.ceil(width / COLUMN), 1)).fill(0);
  const span = Math.max(extent.to - extent.from, 1);
  for (const item of items) {
    const at = Math.floor(((item.start - extent.from) / span) * counts.length);
    counts[Math.min(Math.max(at, 0), counts.length - 1)]++;
  }
  const most = counts.reduce((max, n) => Math.max(max, n), 1);
  return counts
    .map((n, i) =>
      n === 0 ? '' : rectPath(i * COLUMN, -(n / most) * height, COLUMN - 1, Math.max((n / most) * height, 1))
    )
    .join('');
}
