import type { FrameJson } from '../frames/frame.ts';
import { frame, numberField, stringField, timeField } from '../frames/frame.ts';
import { findTours } from '../insights/shows.ts';
import type { StoredForecast } from '../serving/forecasts.ts';
import type { Artist } from '../store/artists.ts';
import { addBuckets } from '../store/buckets.ts';
import { loadReleases } from '../store/career.ts';
import type { TenantTx } from '../store/connection.ts';
import { loadGigs } from '../store/gigs.ts';
import { showsOf } from './timelineItems.ts';

interface Event {
  time: number;
  timeEnd: number | null;
  title: string;
  kind: 'tour' | 'release';
  state: string;
  value: number | null;
}

/** Tours and releases from the first bucket of the history to the last of the forecast; booked ones are planned. */
export async function loadEvents(
  tx: TenantTx,
  artist: Artist,
  stored: StoredForecast,
  asOf: Date
): Promise<FrameJson[]> {
  const ids = [artist.artistId];
  const end = addBuckets(stored.bucket, stored.asOfBucket, stored.forecast.mean.length);
  const planned = (time: number) => time >= stored.asOfBucket;
  const tours = findTours(showsOf(await loadGigs(tx, ids, asOf), artist.artistId)).map(
    ({ name, start, end: last, shows, residency }): Event => ({
      time: start,
      timeEnd: last,
      title: name,
      kind: 'tour',
      state: planned(start) ? 'planned' : residency ? 'residency' : 'tour',
      value: shows,
    })
  );
  const releases = (await loadReleases(tx, ids, asOf)).map(
    ({ time, title, type }): Event => ({
      time,
      timeEnd: null,
      title,
      kind: 'release',
      state: planned(time) ? 'planned' : type,
      value: null,
    })
  );
  const events = [...tours, ...releases]
    .filter(({ time, timeEnd }) => (timeEnd ?? time) >= stored.historyFrom && time < end)
    .sort((a, b) => a.time - b.time);
  if (events.length === 0) return [];
  return [
    frame('events', [
      timeField(
        'time',
        events.map(({ time }) => time)
      ),
      timeField(
        'timeEnd',
        events.map(({ timeEnd }) => timeEnd)
      ),
      stringField(
        'title',
        events.map(({ title }) => title)
      ),
      stringField(
        'kind',
        events.map(({ kind }) => kind)
      ),
      stringField(
        'state',
        events.map(({ state }) => state)
      ),
      numberField(
        'value',
        events.map(({ value }) => value),
        { config: { displayName: 'Shows' } }
      ),
    ]),
  ];
}
