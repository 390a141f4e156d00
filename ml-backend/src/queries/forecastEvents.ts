import type { FrameJson } from '../frames/frame.ts';
import { frame, numberField, stringField, tableMeta, timeField } from '../frames/frame.ts';
import { findTours, tourGapDays } from '../insights/shows.ts';
import type { StoredForecast } from '../serving/forecasts.ts';
import { Recent } from '../serving/recent.ts';
import { addBuckets, floorTo } from '../store/buckets.ts';
import type { TenantTx } from '../store/connection.ts';
import { loadHappenings } from '../store/happenings.ts';

export interface ForecastEvent {
  time: number;
  timeEnd: number | null;
  title: string;
  kind: 'tour' | 'release';
  state: string;
  value: number | null;
}

const day = 86_400_000;

const kept = new Recent<ForecastEvent[]>(500);

/** Reads the events of every artist from the database again. */
export const forgetEvents = (): void => kept.clear();

/** Events for a dashboard of now. */
export async function recentEvents(
  tx: TenantTx,
  stored: StoredForecast,
  from: number,
  now: Date
): Promise<ForecastEvent[]> {
  const since = floorTo('day', from);
  const key = [tx.tenantId, stored.artistId, stored.bucket, stored.historyFrom, stored.asOfBucket, since].join('|');
  const found = kept.get(key, now.getTime());
  if (found) return found;
  const events = await loadEvents(tx, stored, since, now);
  kept.set(key, events, now.getTime());
  return events;
}

/** Tours and releases from `from` (epoch ms) to the end of the forecast; what lies after `asOf` is planned. */
export async function loadEvents(
  tx: TenantTx,
  stored: StoredForecast,
  from: number,
  asOf: Date
): Promise<ForecastEvent[]> {
  const start = Math.max(from, stored.historyFrom);
  const end = addBuckets(stored.bucket, stored.asOfBucket, stored.forecast.mean.length);
  const state = (time: number, known: string) => (time > asOf.getTime() ? 'planned' : known);
  // A tour may have begun before the range: its dates are read from as far back as one tour reaches.
  const happenings = await loadHappenings(tx, stored.artistId, start - tourGapDays * day, start, asOf);
  const dates = happenings.filter(({ kind }) => kind === 'date');
  const tours = findTours(dates.map(({ name, place, ...date }) => ({ ...date, tour: name, place: place ?? '' }))).map(
    (tour): ForecastEvent => ({
      time: tour.start,
      timeEnd: tour.end,
      title: tour.name,
      kind: 'tour',
      state: state(tour.start, tour.residency ? 'residency' : 'tour'),
      value: tour.shows,
    })
  );
  const releases = happenings
    .filter(({ kind }) => kind === 'release')
    .map(
      ({ time, name, type }): ForecastEvent => ({
        time,
        timeEnd: null,
        title: name,
        kind: 'release',
        state: state(time, type ?? 'release'),
        value: null,
      })
    );
  return [...tours, ...releases]
    .filter(({ time, timeEnd }) => (timeEnd ?? time) >= start && time < end)
    .sort((a, b) => a.time - b.time);
}

export function eventsFrame(events: readonly ForecastEvent[]): FrameJson {
  const column = <K extends keyof ForecastEvent>(key: K) => events.map((event) => event[key]);
  const fields = [
    timeField('time', column('time')),
    timeField('timeEnd', column('timeEnd')),
    stringField('title', column('title')),
    stringField('kind', column('kind')),
    stringField('state', column('state')),
    numberField('value', column('value'), { config: { displayName: 'Shows' } }),
  ];
  return frame('events', fields, tableMeta);
}
