import type { FrameJson, Notice } from './frame.ts';
import { frame, numberField, stringField } from './frame.ts';

/**
 * The one shape that alerting takes as it is: string columns and exactly one number, one row an entity.
 * @param rows every entity on every evaluation; labels unique
 */
export function numericLong(
  name: string,
  rows: Array<{ labels: Record<string, string>; value: number | null }>,
  { unit, notices = [] }: { unit?: string; notices?: Notice[] } = {}
): FrameJson {
  const keys = Object.keys(rows[0]?.labels ?? {});
  return frame(
    name,
    [
      ...keys.map((key) =>
        stringField(
          key,
          rows.map((row) => row.labels[key] ?? ''),
          { nullable: false }
        )
      ),
      numberField(
        'value',
        rows.map((row) => row.value),
        unit ? { config: { unit } } : {}
      ),
    ],
    { type: 'numeric-long', typeVersion: [0, 1], ...(notices.length && { notices }) }
  );
}

/** Of rows with the same labels, which no rule can tell apart, the one with the least value. */
export function leastByLabels<R extends { labels: Record<string, string>; value: number | null }>(rows: R[]): R[] {
  const least = new Map<string, R>();
  for (const row of rows) {
    const key = JSON.stringify(row.labels);
    const known = least.get(key);
    if (!known || (row.value ?? Infinity) < (known.value ?? Infinity)) least.set(key, row);
  }
  return [...least.values()];
}
