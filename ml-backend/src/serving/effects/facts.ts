import type { ArtistFacts } from '../../forecasting/effects/book.ts';
import type { CareerEvent } from '../../forecasting/effects/shapes.ts';
import type { TicketedShow } from '../../forecasting/effects/shows.ts';
import type { Artist } from '../../store/artists.ts';
import { listArtists } from '../../store/artists.ts';
import { addBuckets, bucketsBetween, floorTo } from '../../store/buckets.ts';
import { loadReleases } from '../../store/career.ts';
import type { TenantTx } from '../../store/connection.ts';
import type { ShowFact, SpendFact } from '../../store/effectFacts.ts';
import { loadShowFacts, loadSpends } from '../../store/effectFacts.ts';
import type { Metric, MetricName } from '../../store/metrics.ts';
import { findMetric } from '../../store/metrics.ts';
import { loadRatesInto, rateAt } from '../../store/money.ts';
import type { Series } from '../../store/series.ts';
import { loadSeriesSet } from '../../store/series.ts';

/** Artists that an effect is drawn to; more make it no surer. */
const mostArtists = 40;
/** Months over which practice and rooms are thought to act. */
const habitMonths = 3;

/** What a show brought of a metric; metrics that are not here have no part that tickets make. */
const brought: Partial<Record<MetricName, (show: ShowFact) => number | null>> = {
  heads: ({ heads }) => heads,
  gig_income: ({ netIncome }) => netIncome,
  merch: ({ merch }) => merch,
  revenue: ({ netIncome, merch }) => (netIncome === null ? null : netIncome + (merch ?? 0)),
};

/** A spend with its amount in the artist's currency; undefined where no exchange rate is known for its day. */
export interface Spend extends Omit<SpendFact, 'amount'> {
  amount: number | undefined;
}

/** Facts of an artist and of those that it is compared with, and what the scenario needs besides. */
export interface Gathered {
  artist: Artist;
  facts: ArtistFacts;
  shows: ShowFact[];
  /** Spends that name a show, and spends that name neither a show, a tour nor a release. */
  promotions: Spend[];
  campaigns: Spend[];
  practice: Series | undefined;
}

/** @returns the asked artist first, others without the metric left out; nothing where the asked one has none */
export async function gather(tx: TenantTx, artist: Artist, metric: Metric, asOf: Date): Promise<Gathered[]> {
  const others = (await listArtists(tx)).filter(({ artistId }) => artistId !== artist.artistId);
  const artists = [artist, ...others].slice(0, mostArtists);
  const ids = artists.map(({ artistId }) => artistId);
  const metrics = [
    metric,
    ...(['listeners', 'practice_minutes', 'engagement'] as const).map((name) => findMetric(name)!),
  ];
  const { lines } = await loadSeriesSet(tx, { artists, metrics, bucket: 'month', asOf });
  const shows = Map.groupBy(await loadShowFacts(tx, ids, asOf), ({ artistId }) => artistId);
  const spends = await loadConverted(tx, artists, asOf);
  const releases = Map.groupBy(await loadReleases(tx, ids, asOf), ({ artistId }) => artistId);
  if (!lines[0]?.series?.values.length) return [];
  return artists.flatMap((one, i) => {
    const series = metrics.map((_, k) => lines[i * metrics.length + k]?.series);
    const [own, listeners, practice, engagement] = series;
    if (!own || own.values.length === 0) return [];
    const past = (shows.get(one.artistId) ?? []).filter(({ time }) => time <= asOf.getTime());
    const played = past.filter(({ status }) => status === 'played');
    const titles = new Set((releases.get(one.artistId) ?? []).map(({ title }) => title));
    const sorted = sortSpends(spends.get(one.artistId) ?? [], past, titles);
    const heard = (time: number) => valueAt(listeners, time);
    const events: CareerEvent[] = [
      ...played.flatMap(({ time, heads }) => {
        const dose = (heads ?? 0) / heard(time);
        return dose > 0 && Number.isFinite(dose) ? [{ kind: 'show', start: time, end: time, dose }] : [];
      }),
      ...(releases.get(one.artistId) ?? []).map(({ time }) => on('release', time)),
      ...sorted.campaigns.map(({ time }) => on('campaign', time)),
    ];
    const facts: ArtistFacts = {
      grid: { start: own.start, frequency: 'month', length: own.values.length },
      values: own.values,
      shows: byMonth(own, (month) => month.length, played),
      drivers: new Map([
        ['practice', smoothed(aligned(own, practice)).map((value) => Math.log(value))],
        ['engagement', aligned(own, engagement).map((value) => (value > 0 ? Math.log(value) : NaN))],
        ['gigs', byMonth(own, (month) => Math.log1p(month.length), played)],
        ['venues', smoothed(byMonth(own, roomSize, played))],
      ]),
      ticketed: ticketedShows(one, metric, played, sorted.promoted, heard),
      events,
    };
    return [{ artist: one, facts, shows: shows.get(one.artistId) ?? [], ...sorted, practice }];
  });
}

const on = (kind: string, time: number): CareerEvent => ({ kind, start: time, end: time, dose: 1 });

/** Spends by artist, in its currency at the rates of their days. */
async function loadConverted(tx: TenantTx, artists: readonly Artist[], asOf: Date): Promise<Map<string, Spend[]>> {
  const ids = artists.map(({ artistId }) => artistId);
  const spends = Map.groupBy(await loadSpends(tx, ids, asOf), ({ artistId }) => artistId);
  const paid = [...spends.values()].flatMap((own) => own.map(({ currency }) => currency));
  const quotes = artists.map(({ currency }) => currency);
  const rates = await loadRatesInto(tx, paid, quotes);
  return new Map(
    artists.map(({ artistId, currency: quote }) => [
      artistId,
      (spends.get(artistId) ?? []).map((spend): Spend => {
        const rate = spend.currency === quote ? 1 : rateAt(rates.get(quote)!, spend.currency, spend.time);
        return { ...spend, amount: rate === undefined ? undefined : spend.amount * rate };
      }),
    ])
  );
}

function sortSpends(spends: readonly Spend[], shows: readonly ShowFact[], titles: ReadonlySet<string>) {
  const ids = new Set(shows.map(({ externalId }) => externalId));
  const tours = new Set(shows.map(({ tour }) => tour));
  const promoted = new Set<string>();
  const promotions: Spend[] = [];
  const campaigns: Spend[] = [];
  for (const spend of spends) {
    const words = spend.campaign?.split(/\s+/) ?? [];
    const named = words.filter((word) => ids.has(word));
    if (named.length > 0) {
      named.forEach((id) => promoted.add(id));
      promotions.push(spend);
    } else if (spend.campaign !== null && !titles.has(spend.campaign) && !tours.has(spend.campaign)) {
      campaigns.push(spend);
    }
  }
  return { promoted, promotions, campaigns };
}

function ticketedShows(
  artist: Artist,
  { name }: Metric,
  shows: readonly ShowFact[],
  promoted: ReadonlySet<string>,
  heard: (time: number) => number
): TicketedShow[] {
  const outcomeOf = brought[name];
  if (!outcomeOf) return [];
  return shows.flatMap((show) => {
    const outcome = outcomeOf(show);
    if (outcome === null || !show.price || !show.capacity) return [];
    const place = show.city === artist.city ? 'home' : show.country === artist.country ? 'country' : 'abroad';
    const { time, capacity, price } = show;
    const more = { city: show.city ?? '', currency: show.currency ?? '', tour: show.tour !== null, place } as const;
    return [
      { time, capacity, price, outcome, ...more, promoted: promoted.has(show.externalId), listeners: heard(time) },
    ];
  });
}

function valueAt(series: Series | undefined, time: number): number {
  if (!series || series.values.length === 0) return NaN;
  const index = bucketsBetween('month', series.start, floorTo('month', time));
  return series.values[Math.min(series.values.length - 1, Math.max(0, index))]!;
}

/** Another series in the months of the metric; NaN where it has none. */
export function aligned(own: Series, other: Series | undefined): Float64Array {
  const shift = other ? bucketsBetween('month', other.start, own.start) : 0;
  return own.values.map((_, t) => other?.values[t + shift] ?? NaN);
}

/** One number a month of the metric from what happened in it. */
export function byMonth<T extends { time: number }>(
  own: Series,
  value: (events: readonly T[]) => number,
  events: readonly T[]
): Float64Array {
  const months = Map.groupBy(events, ({ time }) => floorTo('month', time));
  return own.values.map((_, t) => value(months.get(addBuckets('month', own.start, t)) ?? []));
}

function roomSize(shows: readonly ShowFact[]): number {
  const rooms = shows.flatMap(({ capacity }) => (capacity ? Math.log(capacity) : []));
  return rooms.length ? rooms.reduce((sum, room) => sum + room, 0) / rooms.length : NaN;
}

/** Mean of the last months that are known. */
function smoothed(values: Float64Array): Float64Array {
  return values.map((_, t) => {
    const seen = values.subarray(Math.max(0, t + 1 - habitMonths), t + 1).filter(Number.isFinite);
    return seen.length ? seen.reduce((sum, value) => sum + value, 0) / seen.length : NaN;
  });
}
