import ICAL from 'ical.js';
import type { RawComponent } from './components.ts';
import { stopAfter } from './watchdog.ts';
import { ianaZone } from './wallClock.ts';
import type { Zone } from './wallClock.ts';

export interface NamedZone {
  zone: Zone;
  /** Name in the IANA database, where it has one. */
  name: string | undefined;
}

const mostDefinitions = 200;
const zoneMs = 500;

/** The time zones that a calendar names: those of the IANA database, and those that it defines itself. */
export class Zones {
  private readonly definitions = new Map<string, RawComponent>();
  private readonly known = new Map<string, NamedZone | undefined>();

  define(component: RawComponent): void {
    const id = valueOf(component, 'TZID');
    if (id && !component.fault && this.definitions.size < mostDefinitions) this.definitions.set(id, component);
  }

  /** @returns undefined for a name that nothing explains: such times are taken as they are written */
  find(id: string): NamedZone | undefined {
    if (!this.known.has(id) && this.known.size < mostDefinitions) this.known.set(id, this.look(id));
    return this.known.get(id);
  }

  private look(id: string): NamedZone | undefined {
    const definition = this.definitions.get(id);
    // Mozilla writes /mozilla.org/20050126_1/Europe/Berlin; Outlook's own names have the real one beside them.
    const names = [id, /[A-Za-z_]+\/[A-Za-z_/+-]+$/.exec(id)?.[0], definition && valueOf(definition, 'X-LIC-LOCATION')];
    for (const name of names) {
      const zone = name ? ianaZone(name) : undefined;
      if (name && zone) return { zone, name };
    }
    const zone = definition && definedZone(definition);
    return zone && { zone, name: undefined };
  }
}

function valueOf({ lines }: RawComponent, property: string): string | undefined {
  const line = lines.find((text) => text.toUpperCase().startsWith(`${property}:`));
  return line?.slice(property.length + 1).trim();
}

/** A zone by its own rules; an offset is counted once an hour, since that is how often one can change. */
function definedZone({ lines }: RawComponent): Zone | undefined {
  const text = ['BEGIN:VCALENDAR', 'BEGIN:VTIMEZONE', ...lines, 'END:VTIMEZONE', 'END:VCALENDAR'].join('\r\n');
  let timezone: ICAL.Timezone;
  try {
    const component = new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vtimezone');
    if (!component) return undefined;
    timezone = new ICAL.Timezone(component);
  } catch {
    return undefined;
  }
  let offsets: Map<number, number> | undefined = new Map();
  return (instant) => {
    const hour = Math.floor(instant / 3_600_000);
    let offset = offsets?.get(hour);
    if (offset === undefined && offsets) {
      offset = offsetAt(timezone, instant);
      if (offset === undefined) offsets = undefined;
      else offsets.set(hour, offset);
    }
    return instant + (offset ?? 0);
  };
}

/** @returns undefined where the rules of the zone make no sense */
function offsetAt(timezone: ICAL.Timezone, instant: number): number | undefined {
  try {
    return stopAfter(zoneMs, () => {
      const local = ICAL.Time.fromJSDate(new Date(instant), true).convertToZone(timezone);
      const { year, month, day, hour, minute, second } = local;
      return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
    });
  } catch {
    return undefined;
  }
}
