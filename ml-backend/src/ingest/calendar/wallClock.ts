/** What a clock on the wall shows, as epoch milliseconds of the same figures in UTC. */
export type Wall = number;

/** From an instant (epoch ms) to what a clock there shows. */
export type Zone = (instant: number) => Wall;

export const utc: Zone = (instant) => instant;

const formats = new Map<string, Intl.DateTimeFormat | undefined>();
const mostFormats = 500;

/** A zone of the IANA database, or undefined when there is none of that name. */
export function ianaZone(name: string): Zone | undefined {
  const format = formatOf(name);
  if (!format) return undefined;
  return (instant) => {
    const parts: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(instant)) parts[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second);
  };
}

function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  if (formats.has(timeZone)) return formats.get(timeZone);
  let format: Intl.DateTimeFormat | undefined;
  try {
    format = new Intl.DateTimeFormat('en', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch {
    // Names come from files, and there is no end of wrong ones.
  }
  if (formats.size < mostFormats) formats.set(timeZone, format);
  return format;
}

/** The instant at which a clock there shows this; in the hour that a clock skips, the one after it. */
export function instantOf(wall: Wall, zone: Zone): number {
  const first = wall - (zone(wall) - wall);
  return wall - (zone(first) - first);
}

/** `YYYY-MM-DD` */
export const dayOf = (wall: Wall): string => new Date(wall).toISOString().slice(0, 10);

/** `20240131T183000` */
export const stampOf = (wall: Wall): string => new Date(wall).toISOString().slice(0, 19).replace(/[-:]/g, '');
