import type { Fact, FactContext } from '../format.ts';
import { parseAddress } from '../values/address.ts';
import { BadValue } from '../values/badValue.ts';
import { text } from '../values/text.ts';
import { atMidnight } from '../values/time.ts';
import { BadEvent } from './event.ts';
import type { CalendarEvent } from './event.ts';
import type { Occurrence } from './series.ts';
import { dayOf, ianaZone, stampOf, utc } from './wallClock.ts';
import type { Zones } from './zones.ts';

const mostTitle = 300;
const notALineBreak = /[\u0000-\u0009\u000b-\u001f\u007f]+/g;

/**
 * The shows that an event stands for. Their day is the one of the clock at the place; a time in UTC tells no place, so
 * it is read in the calendar's zone, else in the artist's.
 */
export function showsOf(
  event: CalendarEvent,
  occurrences: readonly Occurrence[],
  context: FactContext,
  zones: Zones,
  calendarZone: string | undefined
): Fact[] | BadEvent {
  const uid = text(200)(event.uid, context);
  if (uid instanceof BadValue) return new BadEvent('uid', event.uid, uid);
  const location = text(500)(event.location ?? '', context);
  if (location instanceof BadValue) return new BadEvent('location', event.location ?? '', location);
  const home = (calendarZone ? zones.find(calendarZone) : undefined) ?? {
    zone: ianaZone(context.timeZone) ?? utc,
    name: context.timeZone,
  };
  const inUtc = event.start.zone === utc;
  const place = parseAddress((event.location ?? '').replace(notALineBreak, ' '));
  const said = {
    title: text(mostTitle)((event.summary ?? '').slice(0, mostTitle), context) as string | null,
    location,
    venue_name: place.venue?.slice(0, mostTitle),
    city: place.city,
    region: place.region,
    country: place.country,
    time_zone: inUtc ? home.name : event.start.zoneName,
  };
  return occurrences.map(({ wall, instance, excluded }) => {
    const day = dayOf(inUtc ? home.zone(wall) : wall);
    const upcoming = day > context.today;
    const id = instance === undefined ? uid! : `${uid}/${instanceText(event, instance)}`;
    return {
      grain: 'day',
      occurredAt: atMidnight(day),
      knownAt: upcoming ? context.now.toISOString() : context.knownAfter(day, 1),
      key: id,
      values: {
        ...said,
        external_id: id,
        status: excluded ? 'cancelled' : statusOf(event.status, upcoming),
        excluded: String(excluded),
      },
    };
  });
}

const instanceText = ({ start }: CalendarEvent, instance: number): string =>
  start.isDate ? stampOf(instance).slice(0, 8) : stampOf(instance);

function statusOf(status: string | undefined, upcoming: boolean): string {
  if (status === 'CANCELLED') return 'cancelled';
  if (status === 'TENTATIVE') return 'offered';
  return upcoming ? 'booked' : 'played';
}
