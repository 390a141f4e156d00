import { type DataFrame, type Field, FieldType } from '@grafana/data';

import { timeFieldOf } from './fields';
import { roleOf } from './roles';

/** A row of an events frame: something that explains or will move the numbers. Roles as in the career timeline. */
export interface EventItem {
  kind: string;
  title: string;
  /** epoch milliseconds */
  time: number;
  timeEnd?: number;
  planned: boolean;
  /** size of the event itself (shows of a tour), or of the unusual point */
  value?: number;
  usual?: number;
  reason?: string;
  frame: DataFrame;
  row: number;
}

/** Columns of an events frame besides its time, with the names they are found by. */
export const eventRoles = {
  title: { type: FieldType.string, names: ['title', 'name', 'label', 'text', 'event'], says: 'what it is called' },
  timeEnd: { type: FieldType.time, names: ['timeend', 'endtime', 'end'], says: 'when it ends; empty for an instant' },
  kind: { type: FieldType.string, names: ['kind', 'type', 'category'], says: 'tour, release, unusual or any other' },
  state: { type: FieldType.string, names: ['state', 'status'], says: 'planned or booked: drawn dashed' },
  value: { type: FieldType.number, names: ['value', 'count'], says: 'shows of a tour, or the unusual value' },
  usual: { type: FieldType.number, names: ['usual', 'typical', 'baseline'], says: 'what is usual for that time' },
  reason: { type: FieldType.string, names: ['reason', 'cause', 'why'], says: 'why it was unusual' },
} as const;

type EventRole = keyof typeof eventRoles;

const PLANNED = new Set(['planned', 'booked', 'expected', 'announced']);

/** A frame of events has a time, a title by name, and no expected value or bound. */
export function isEventFrame(frame: DataFrame): boolean {
  const numbers = frame.fields.filter((field) => field.type === FieldType.number);
  const forecasts = numbers.some((field) => {
    const role = roleOf([field.name], field.labels)?.role;
    return role !== undefined && role !== 'actual';
  });
  return Boolean(timeFieldOf(frame) && fieldOf(frame, 'title') && !forecasts);
}

/** Reads the events of all event frames in order of time; rows without a time or title are left out. */
export function readEvents(frames: DataFrame[], now: number): EventItem[] {
  const items = frames.filter(isEventFrame).flatMap((frame) => rowsOf(frame, now));
  return items.sort((a, b) => a.time - b.time);
}

function rowsOf(frame: DataFrame, now: number): EventItem[] {
  const time = timeFieldOf(frame)!;
  const fields = Object.keys(eventRoles).map((role) => [role, fieldOf(frame, role as EventRole)] as const);
  const column = Object.fromEntries(fields) as Record<EventRole, Field | undefined>;
  const items: EventItem[] = [];
  for (let row = 0; row < frame.length; row++) {
    const at = numberAt(time, row);
    const title = textAt(column.title, row);
    if (at === undefined || title === undefined) {
      continue;
    }
    const end = numberAt(column.timeEnd, row);
    items.push({
      kind: textAt(column.kind, row) ?? frame.name ?? 'event',
      title,
      time: at,
      timeEnd: end !== undefined && end > at ? end : undefined,
      planned: PLANNED.has(textAt(column.state, row)?.toLowerCase() ?? '') || at > now,
      value: numberAt(column.value, row),
      usual: numberAt(column.usual, row),
      reason: textAt(column.reason, row),
      frame,
      row,
    });
  }
  return items;
}

function fieldOf(frame: DataFrame, role: EventRole): Field | undefined {
  const { type, names } = eventRoles[role];
  const plain = (name: string) => name.toLowerCase().replace(/[\s_-]/g, '');
  return names
    .map((name) => frame.fields.find((field) => field.type === type && plain(field.name) === name))
    .find((field) => field !== undefined);
}

function numberAt(field: Field | undefined, row: number): number | undefined {
  const value = field?.values[row];
  return typeof value === 'number' && isFinite(value) ? value : undefined;
}

function textAt(field: Field | undefined, row: number): string | undefined {
  const value = field?.values[row];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
