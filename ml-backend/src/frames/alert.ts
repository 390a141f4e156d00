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
