import { BadValue, shorten } from '../values/badValue.ts';
import type { RawComponent } from './components.ts';
import type { CalendarEvent } from './event.ts';

/** Positive where the first one is the later version: by its revisions, then by when it was changed and written. */
export function compareVersions({ version: a }: CalendarEvent, { version: b }: CalendarEvent): number {
  if (a[0] !== b[0]) return a[0] - b[0];
  const [changed, other] = [a[1] || a[2], b[1] || b[2]];
  if (changed !== other) return changed > other ? 1 : -1;
  return a[2] === b[2] ? 0 : a[2] > b[2] ? 1 : -1;
}

/** What to say of an event whose UID another one of the file has. */
export function repeatOf({ uid }: CalendarEvent, kept: CalendarEvent): BadValue {
  const name = shorten(uid);
  return new BadValue(
    'IMPORT_REPEATED_KEY',
    `"${name}" stands in row ${kept.line} too, which is the one that counts`,
    'uid'
  );
}

/** UID of an event that cannot be read, as far as that can be told. */
export function uidOf({ lines }: RawComponent): string | undefined {
  const line = lines.find((text) => /^UID[;:]/i.test(text));
  return line?.slice(line.indexOf(':') + 1).trim() || undefined;
}
